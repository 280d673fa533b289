# Что помощник говорит во время покупки. Факты берутся из записей; здесь ничего не обещается сверх записанного.

sentence-space = { " " }

talk-greet = Здравствуйте! Скажите, что вы ищете, или пришлите фото или голосовое сообщение.
talk-thank = Пожалуйста.
talk-help = Я могу найти товары, ответить на вопросы о них, наполнить корзину, помочь с оформлением, подсказать, где заказ, и позвать сотрудника. Например: «дюжину яиц и два молока», «там есть орехи», «где мой заказ». Можно также прислать фото товара или его штрихкода или просто сказать вслух.

find-what = Что вы ищете?
find-none = По запросу «{ $text }» в нашем каталоге ничего не нашлось.
find-nearest = Я не нахожу ничего с названием «{ $text }». Ближайшее, что есть:
find-none_fit = По запросу «{ $text }» ничего не подходит под все пожелания. Вот что ближе всего:
find-one = { $title }: { $price }, { $stock }.
find-one_plain = { $title }: { $price }. { $count ->
    [one] Сейчас доступен { $count } вариант.
    [few] Сейчас доступны { $count } варианта.
    [many] Сейчас доступно { $count } вариантов.
   *[other] Сейчас доступно { $count } варианта.
}
find-one_from = { $title }: от { $price }. { $count ->
    [one] Сейчас доступен { $count } вариант.
    [few] Сейчас доступны { $count } варианта.
    [many] Сейчас доступно { $count } вариантов.
   *[other] Сейчас доступно { $count } варианта.
}
find-several = { $count ->
    [one] Вот что нашлось ({ $count } товар):
    [few] Вот что нашлось ({ $count } товара):
    [many] Вот что нашлось ({ $count } товаров):
   *[other] Вот что нашлось ({ $count } товара):
}
find-sold_out = Нет в наличии: { $title }.
find-instead = Вместо этого есть:
find-no_such_variant = { $title }: варианта «{ $wanted }» нет.

stock-in_stock = в наличии: { $count }
stock-low = { $count ->
    [one] осталась { $count } штука
    [few] осталось { $count } штуки
    [many] осталось { $count } штук
   *[other] осталось { $count } штуки
}
stock-sold_out = нет в наличии
stock-made_to_order = готовится на заказ
stock-unknown = наличие неизвестно
stock-some_variants = { $count ->
    [one] доступен { $count } вариант
    [few] доступны { $count } варианта
    [many] доступно { $count } вариантов
   *[other] доступно { $count } варианта
}

ask-which_product = Что из этого вы имеете в виду?
ask-which_line = Что из корзины вы имеете в виду?
ask-variant = { $title }: какой вариант вам нужен?
ask-variant_instead = { $title }: варианта «{ $wanted }» нет. Какой из этих вам нужен?
ask-quantity = Сколько вам нужно: { $title }?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = Доставка
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max ->
    [one] { $days_max } рабочий день
    [few] { $days_max } рабочих дня
    [many] { $days_max } рабочих дней
   *[other] { $days_max } рабочего дня
}
choice-pickup = Самовывоз из магазина
choice-pickup_detail = бесплатно
choice-deliver_and_pay_now = Доставить, оплатить сейчас
choice-pickup_and_pay_there = Забрать и оплатить на месте
choose-what = Не уверен, что вы имеете в виду. Нажмите на нужное или назовите его.

policy-no_notice = Я не могу сообщить вам, когда товар снова появится. Спросите меня в любое время или поручите мне заказать его, когда он появится, в заданных вами пределах.
answer-price = { $title }: цена { $price }.
answer-price_from = { $title }: цена от { $price }, зависит от варианта.
answer-stock = { $title }: { $stock }.
answer-stock_variants = Сейчас в наличии: { $variants }.
answer-allergens_unknown = { $title }: производитель не указал аллергены, поэтому сказать не могу. При аллергии, пожалуйста, не полагайтесь на это.
answer-allergens_contains = { $title }: по данным производителя содержит { $list }.
answer-allergens_none = { $title }: по данным производителя аллергенов не содержит.
answer-allergens_may_contain = Возможны следы: { $list }.
answer-allergens_free_from = Заявлено, что не содержит: { $list }.
answer-source = Источник: { $source }. Пожалуйста, прочитайте и этикетку.
answer-diet = { $title }: заявлено — { $list }.
answer-diet_unknown = { $title }: для какого питания подходит, не указано.
answer-options = { $title }: доступно — { $list }.
answer-reviews = { $count ->
    [one] { $title }: { $rating } из 5, { $count } оценка.
    [few] { $title }: { $rating } из 5 в среднем, { $count } оценки.
    [many] { $title }: { $rating } из 5 в среднем, { $count } оценок.
   *[other] { $title }: { $rating } из 5 в среднем, { $count } оценки.
}
answer-reviews_none = { $title }: отзывов пока нет.
answer-delivery = Обычная доставка стоит { $fee } и занимает от { $days_min } до { $days_max ->
    [one] { $days_max } рабочего дня
    [few] { $days_max } рабочих дней
    [many] { $days_max } рабочих дней
   *[other] { $days_max } рабочего дня
}.
answer-details = { $title }: { $text } { $price }.
answer-details_from = { $title }: { $text } От { $price }.
answer-attribute = { $title }, { $name }: { $value }.
answer-attribute_yes = { $title }, { $name }: да.
answer-attribute_no = { $title }, { $name }: нет.
answer-property_unknown = О «{ $text }» в наших данных о товаре { $title } ничего нет.
answer-attribute_unknown = { $title }, { $name }: в наших записях об этом ничего нет.

compare-what = Какие товары сравнить?
compare-by = { $name }: { $list }.
compare-no_record = В наших данных об этом ничего нет. Вот они рядом.
compare-done = { $count ->
    [one] Вот { $count } товар для сравнения. Дешевле всего { $title } — { $price }.
    [few] Вот { $count } товара рядом. Дешевле всего { $title } — { $price }.
    [many] Вот { $count } товаров рядом. Дешевле всего { $title } — { $price }.
   *[other] Вот { $count } товара рядом. Дешевле всего { $title } — { $price }.
}

add-what = Что добавить?
add-not_found = Товара «{ $text }» не нашлось, поэтому ничего не добавлено.
add-gone = Этого больше нет в продаже.

cart-not_made_so = Не могу учесть «{ $text }»: для { $title } можно выбрать только { $list }.
cart-added = Добавлено: { $quantity } × { $title }, по { $price }.
cart-packs = { $pieces ->
    [one] { $pieces } штука — это
    [few] { $pieces } штуки — это
    [many] { $pieces } штук — это
   *[other] { $pieces } штуки — это
} { $packs ->
    [one] { $packs } упаковка
    [few] { $packs } упаковки
    [many] { $packs } упаковок
   *[other] { $packs } упаковки
} по { $per_pack }.
cart-quantity = { $title }: теперь { $quantity }.
cart-variant = Заменено: { $title }, { $price }.
cart-swapped = { $quantity } × { $title } вместо { $before }, по { $price }.
cart-removed = Убрано: { $title }.
cart-cleared = Ваша корзина теперь пуста.
cart-empty = Ваша корзина пуста.
cart-kept = Хорошо, корзина остаётся как есть.
cart-kept_count = { $count ->
    [one] Ваша корзина на месте, в ней { $count } товар.
    [few] Ваша корзина на месте, в ней { $count } товара.
    [many] Ваша корзина на месте, в ней { $count } товаров.
   *[other] Ваша корзина на месте, в ней { $count } товара.
}
cart-not_in_cart = Этого в корзине нет. Что из этого вы имеете в виду?
cart-code = Код { $code } принят к сведению.

ask-delivery = Доставить или вы заберёте сами?
ask-address = Куда доставить? Назовите, пожалуйста, улицу, дом, индекс и город.
ask-address_of = Адреса «{ $label }» у меня нет. Назовите, пожалуйста, улицу, дом, индекс и город.
ask-store = Из какого магазина вам удобно забрать?
ask-consent = Итого { $total }. Оформить заказ?
ask-pickup_conflict = Оплата при получении возможна только при самовывозе, а вы выбрали доставку. Что предпочтёте?

checkout-address = Доставка по адресу: { $address }.
checkout-pickup = Самовывоз: { $store }, готово { $ready }.
checkout-pickup_closed = Самовывоз: { $store }. На этой неделе у магазина нет часов работы, поэтому время назвать не могу.
checkout-empty_later = Ваша корзина пуста, оформлять пока нечего.
checkout-payment_card = Оплата картой.
checkout-payment_saved_card = Оплата вашей сохранённой картой.
checkout-payment_pay_on_pickup = Вы оплатите при получении.
checkout-email = Спасибо, для этого заказа записан адрес { $email }.
checkout-canceled = Оформление остановлено, всё, что было отложено для вас, освобождено. Ничего не списано.

confirm-nothing = Сейчас ничего не ждёт вашего согласия.
decline-fine = Хорошо.
decline-quote = Хорошо, ничего не заказано. Корзина остаётся как есть.
start_over-done = Начинаем заново. Что вы ищете?

order-none = В этом разговоре заказов нет. Если вы заказывали раньше, войдите, пожалуйста, или назовите номер заказа из чека.
order-not_found = Заказа { $number } на ваше имя здесь нет.
order-already = Ваш заказ { $number } оформлен, один раз. Дважды деньги не спишутся.
order-status_confirmed = Заказ { $number } ({ $placed_at }) подтверждён и готовится.
order-status_ready_for_pickup = Заказ { $number } можно забирать.
order-status_dispatched = Заказ { $number } в пути.
order-status_delivered = Заказ { $number } доставлен.
order-status_canceled = Заказ { $number } отменён.

policy-says = В наших условиях сказано:
policy-unknown = В опубликованных условиях об этом ничего нет. Вам может помочь сотрудник.
policy-delivery = Обычная доставка стоит { $fee } и занимает от { $days_min } до { $days_max ->
    [one] { $days_max } рабочего дня
    [few] { $days_max } рабочих дней
    [many] { $days_max } рабочих дней
   *[other] { $days_max } рабочего дня
}.
policy-delivery_free = Обычная доставка стоит { $fee }, бесплатна от { $free_from } и занимает от { $days_min } до { $days_max ->
    [one] { $days_max } рабочего дня
    [few] { $days_max } рабочих дней
    [many] { $days_max } рабочих дней
   *[other] { $days_max } рабочего дня
}.

handoff-queued = Я попросил сотрудника подключиться. Он видит наш разговор, повторять ничего не нужно.
handoff-waiting = Ваш запрос у нашей команды. Вам ответят здесь.
handoff-hours = Часы работы нашей команды: { HOURS($hours) }.

unknown-plain = Я этого не понял. Могу помочь найти, сравнить и купить товары или позвать сотрудника.
unknown-with_question = Я этого не понял. Мой вопрос ещё открыт; можно спросить и о другом.

perception-image = Фотографии я пока смотреть не умею, поэтому учёл только ваши слова.
perception-audio = Голосовые сообщения я пока слушать не умею, поэтому учёл только ваши слова.
perception-unreadable = Одно вложение прочитать не удалось, поэтому я продолжил без него.

action-add = В корзину
action-choose = Выбрать
option-color = Цвет
option-size = Размер
option-pack = Упаковка
option-flavor = Вкус
option-value = Номинал
row-price = Цена
row-stock = Наличие

quick-show_cart = Показать корзину
quick-check_out = Оформить заказ
quick-help = Что вы умеете?
quick-ask_person = Связаться с сотрудником

allergen-milk = молоко
allergen-egg = яйцо
allergen-eggs = яйца
allergen-nuts = орехи
allergen-hazelnut = фундук
allergen-almond = миндаль
allergen-walnut = грецкий орех
allergen-cashew = кешью
allergen-peanut = арахис
allergen-peanuts = арахис
allergen-soy = соя
allergen-gluten = глютен
allergen-wheat = пшеница
allergen-sesame = кунжут
allergen-fish = рыба
allergen-crustaceans = ракообразные
allergen-molluscs = моллюски
allergen-celery = сельдерей
allergen-mustard = горчица
allergen-sulphites = сульфиты
allergen-lupin = люпин

diet-vegan = веганский продукт
diet-vegetarian = вегетарианский продукт
diet-gluten_free = без глютена
diet-lactose_free = без лактозы
diet-halal = халяль
diet-kosher = кошерный продукт
diet-organic = органический продукт

order-label_confirmed = Подтверждён
order-label_ready_for_pickup = Готов к выдаче
order-label_dispatched = В пути
order-label_delivered = Доставлен
order-label_canceled = Отменён

timeline-placed = Заказ оформлен
timeline-dispatched = Передан перевозчику
timeline-delivered = Доставлен
timeline-ready = Готов к выдаче
timeline-handed_over = Выдан
timeline-canceled = Отменён

complete-price_changed = Перед оплатой: цена изменилась с { $old_total } на { $new_total }. Ничего не списано.
complete-quote_changed = Заказ изменился после вашего согласия: было { $old_total }, стало { $new_total }. Ничего не списано.
complete-quote_expired = Срок того предложения истёк, вот новое: { $new_total }. Ничего не списано.
complete-price_fell = Хорошая новость: цена снизилась с { $old_total } до { $new_total }. Вы платите меньшую.
complete-order_placed = Ваш заказ { $number } оформлен.
complete-payment_created = Ваш платёж на { $total } уже обрабатывается. Дважды деньги не спишутся.
complete-payment_requires_action = Ваш платёж на { $total } ждёт вас на странице оплаты. Дважды деньги не спишутся.
complete-payment_unknown = Я ещё проверяю ваш платёж на { $total }. Дважды деньги не спишутся.
complete-payment_authorized = Ваш платёж на { $total } прошёл. Оплата списана один раз.
complete-payment_captured = Ваш платёж на { $total } прошёл. Оплата списана один раз.
complete-payment_declined = Ваш платёж на { $total } не прошёл. Ничего не списано.
complete-payment_canceled = Ваш платёж на { $total } отменён. Ничего не списано.
complete-payment_refunded = Ваш платёж на { $total } возвращён.

allergens-unknown = Производитель не указал аллергены. Неизвестно не значит, что их нет.
allergens-not_food = Не продукт питания.
allergens-contains = Содержит: { $list }.
allergens-none = По данным производителя, не содержит.

permission-done = Спасибо. Товар в вашей корзине.

find-none_declared_free = Не нашлось ничего, о чём производитель заявляет, что продукт не содержит: { $list }.
find-declared_free_source = Заявлено, что не содержит: { $list } ({ $source }).
find-left_out_unknown = Не показано, потому что ничего не заявлено, а неизвестно — не значит безопасно: { $titles }.
find-read_the_label = Пожалуйста, прочитайте и этикетку; медицинских советов я давать не могу.
cart-remade = { $title } теперь готовим так: { $wishes }.
others-none = Больше ничего такого у меня нет.
others-none_cheaper = Дешевле ничего такого у меня нет.
others-none_dearer = Дороже ничего такого у меня нет.
why-one = Что указано о товаре { $title }, { $price }: { $list }.
why-cheapest = { $title } — самое дешёвое из показанного.
answer-one_version = { $title } не бывает в разных цветах.
