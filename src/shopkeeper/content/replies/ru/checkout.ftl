# Корзины, предложения и ответы правил. Суммы, количества и названия берутся из записей.

totals-subtotal = Промежуточный итог
totals-goods = Итого без доставки
totals-goods_before_tax = Итого без налогов и доставки
totals-delivery = Доставка
totals-delivery_once = Доставка частями ({ $count }), оплата один раз
totals-delivery_each = Доставка, курьеров: { $count }, по { $fee }
totals-pickup = Самовывоз
totals-total = Итого
totals-tax_included = в т. ч. НДС { $rate } %
totals-tax_added = плюс налог { $rate } %
totals-fees = Сборы
totals-tip = Чаевые
totals-instead_of = выгоднее, чем { $title } (−{ $amount })

cart-hint_free_delivery = Ещё { $missing }, и доставка бесплатна (иначе { $fee }).
cart-hint_delivery_free = Доставка бесплатна.
cart-note_gone = больше не продаётся
cart-note_short = { $available ->
    [0] нет в наличии
   *[other] осталось: { $available }
}

delivery-standard = Обычная доставка, { $days_min }–{ $days_max ->
    [one] { $days_max } рабочий день
    [few] { $days_max } рабочих дня
    [many] { $days_max } рабочих дней
   *[other] { $days_max } рабочего дня
}
delivery-by_courier = Курьером, во время на ваш выбор
delivery-pickup = Самовывоз из магазина
delivery-pickup_at = Самовывоз: { $store }
delivery-pickup_ready = Самовывоз: { $store }, готово { $ready }

payment-method_card = Карта
payment-method_saved_card = Сохранённая карта
payment-method_pay_on_pickup = Оплата при получении

discount-not_stackable = не сочетается с более выгодным предложением
discount-not_eligible = в корзине нет того, что для этого нужно
discount-expired = срок истёк
discount-not_started = ещё не началось
discount-unknown_code = такого кода нет

checkout-message_cart_empty = Корзина пуста.
checkout-message_delivery_missing = Выберите доставку или самовывоз.
checkout-message_address_missing = Не указан адрес доставки.
checkout-message_store_missing = Выберите магазин для самовывоза.
checkout-message_short_stock = Для этого заказа товара больше не хватает.
checkout-message_stock_gone = Что-то из этого заказа закончилось. Ничего не списано.
checkout-message_line_gone = Что-то из этого заказа больше не продаётся.
checkout-message_pickup_payment_conflict = Оплата при получении не сочетается с доставкой.
checkout-message_price_changed = Цена изменилась с { $old_total } на { $new_total }. Ничего не списано.
checkout-message_quote_changed = Заказ изменился после вашего согласия: было { $old_total }, стало { $new_total }. Ничего не списано.
checkout-message_price_checked = Цена проверена ещё раз и по-прежнему составляет { $new_total }.
checkout-message_quote_expired = Срок этой цены истёк. Проверьте её ещё раз, чтобы продолжить.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = плюс налог { $label } %
explain-tip = Чаевые
explain-step = { $label }: { $amount } (пока { $running }).
explain-inside = Из этого { $tax } — налог { $rate } % (с { $base }).
explain-total = Итого { $total }.

confirm-age_check = { $title } продаётся только с { $age } лет. Вам уже исполнилось { $age }? При выдаче возраст проверят ещё раз.

refusal-rule_unclear = Я не могу проверить, разрешено ли это, поэтому не должен этого делать. Вам поможет сотрудник.
refusal-age_minor = Я не могу продать { $title } тем, кому нет { $age }. Всё остальное остаётся как есть.
refusal-variant_unknown = Этого нет в нашем каталоге.
refusal-line_unknown = Этого нет в вашей корзине.
refusal-quantity_not_positive = { $title }: нужно не меньше одного.
refusal-quantity_absurd = { $title }: столько записать не могу. Здесь можно заказать до { $max } одного товара; на большее количество сотрудник сделает вам предложение.
refusal-sold_out = Нет в наличии: { $title }.
refusal-more_than_available = { $have ->
    [0] Сейчас доступно только { $available } × { $title }.
    [one] Сейчас доступно только { $available } × { $title }, из них { $have } уже в вашей корзине.
    [few] Сейчас доступно только { $available } × { $title }, из них { $have } уже в вашей корзине.
    [many] Сейчас доступно только { $available } × { $title }, из них { $have } уже в вашей корзине.
   *[other] Сейчас доступно только { $available } × { $title }, из них { $have } уже в вашей корзине.
}
refusal-bulk = За один раз здесь можно заказать до { $max } × { $title }. На { $wanted } сотрудник может сделать вам предложение; скажите, и я спрошу.
refusal-modifier_unknown = { $title }: так приготовить нельзя.
refusal-cart_full = Корзина вмещает до { $max } разных товаров, и ваша заполнена.
refusal-too_many_codes = На одну корзину можно применить до { $max } кодов.
refusal-code_unreadable = Не могу прочитать это как код.
refusal-too_many_commands = Это больше { $max } изменений за минуту. Ваша корзина в сохранности; подождите, пожалуйста, немного и продолжайте.
refusal-cart_empty = Ваша корзина пуста.
refusal-checkout_closed = Это оформление закрыто. Начните новое из корзины.
refusal-checkout_unknown = Это оформление мне неизвестно.
refusal-checkout_incomplete = { $missing ->
    [delivery] Перед оплатой нужно выбрать доставку или самовывоз.
    [address] Перед оплатой нужен адрес доставки.
    [store] Перед оплатой нужно выбрать магазин для самовывоза.
   *[other] Ваша корзина пуста, оплачивать нечего.
}
refusal-quote_changed_since = Заказ изменился с тех пор, как вы видели эту цену. Теперь { $total }; ничего не списано.
refusal-quote_lapsed = Эта цена слишком старая, чтобы на неё согласиться. Оформите ещё раз, и я посчитаю новую; ничего не списано.
refusal-quote_unknown = Такой цены я не предлагал. Ничего не списано.
refusal-store_unknown = Этого магазина я не знаю.
refusal-country_not_served = В эту страну мы не доставляем: { COUNTRY($country) }. Куда доставляем: { COUNTRY($countries) }.
refusal-email_invalid = Это не похоже на адрес электронной почты.
refusal-payment_cap = Заказы дороже { $max } сначала подтверждает сотрудник; этот — { $total }. Скажите, и я спрошу; ничего не списано.
refusal-short_stock = { $at_store ->
    [0] Из { $wanted } × { $title } доступно только { $available }.
   *[other] { $store }: из { $wanted } × { $title } есть только { $available }. { $others ->
        [0] В других магазинах тоже нет.
       *[other] Есть здесь: { $elsewhere }.
    }
}
refusal-line_gone = { $title } больше не продаётся. Уберите это из корзины, и остальное можно будет заказать.
refusal-pickup_payment_conflict = Оплата при получении возможна только при самовывозе, а вы выбрали доставку. Доставить и оплатить сейчас или забрать и оплатить на месте?
refusal-payment_under_way = Сейчас проходит платёж на { $amount }, поэтому менять пока ничего нельзя. Дважды деньги не спишутся.
refusal-already_ordered = Это уже заказано: заказ { $number }.
refusal-code_unknown_code = Кода «{ $code }» нет.
refusal-code_expired = Срок кода «{ $code }» истёк.
refusal-code_not_started = Код «{ $code }» ещё не действует.
refusal-code_not_eligible = В вашей корзине нет того, что нужно для кода «{ $code }».
refusal-needs_booking = { $title } — по записи, а записаться здесь пока нельзя. Позвать сотрудника?
refusal-outside_area = Туда наши курьеры не ездят, а это доставляет только курьер: { $titles }. Можно забрать в магазине или убрать из заказа.
refusal-no_kitchen = Это готовят при заказе, и там это невозможно: { $titles }. Можно взять в: { $stores }.
refusal-no_window = В ближайшие дни свободного времени доставки нет. Можно забрать в магазине.
delivery-courier = Курьер из { $store }, { $starts }–{ $ends }
route-courier = Курьер из { $store } привезёт { $starts }–{ $ends }.
route-courier_part = Курьером из { $store }, { $starts }–{ $ends }: { $titles }.
route-parcel_part = Посылкой: { $titles }.
route-split = Ни в одном магазине нет всего сразу, поэтому заказ придёт частями ({ $count }), доставка оплачивается один раз.
route-split_each = Ни в одном магазине нет всего сразу, поэтому заказ придёт частями ({ $count }); доставка оплачивается за каждого курьера ({ $rides }).
route-waits = Кухня сейчас загружена: примерно на { $minutes } мин. дольше обычного.
route-late = К { $wanted } не успеть.
ask-time = Что из этого подойдёт?
ask-top_up_delivery = Ещё { $missing }, и мы сможем доставить. { $goods ->
    [0] {""}
   *[other] К этому подходит: { $titles }.
} Или заберёте в магазине?
ask-top_up_pickup = Ещё { $missing }, и заказ можно будет забрать. { $goods ->
    [0] {""}
   *[other] К этому подходит: { $titles }.
} Или доставить?
choice-price = { $price }
checkout-message_below_minimum = Для этого способа не хватает { $missing }. Добавьте что-нибудь или выберите другой способ.
refusal-below_minimum = Для этого способа заказу не хватает { $missing }. Ничего не списано.
refusal-postal_code = «{ $code }» не похоже на почтовый индекс ({ COUNTRY($country) }), например { $example }.
