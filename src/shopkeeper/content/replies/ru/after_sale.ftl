# После покупки: возвраты, запись, совместимость, подарки, люди, данные.

return-none = Я не вижу здесь заказа, который можно вернуть. Если вы заказывали с учётной записью, сначала войдите.
return-not_found = Я не нахожу здесь вашего заказа { $number }. Если он ваш, сначала войдите; один номер ничего не доказывает.
return-no_such_line = В заказе { $number } этого нет. В нём:
return-only_unopened = { $titles }: из соображений гигиены возврат только невскрытым.
exchange-same = { $title } у вас уже есть.
return-draft = Возврат по заказу { $number } подготовлен: { $refund } вернутся тем же способом оплаты.
return-draft_withdrawal = Отказ от заказа { $number } подготовлен: { $refund } вернутся тем же способом оплаты.
return-draft_replacement = Замена по заказу { $number } подготовлена: вы получите новый товар, а старый вернётся к нам.
return-draft_exchange = Обмен по заказу { $number } подготовлен: { $old } возвращается к нам, а вы получаете { $new }. { $balance ->
    [more] Это на { $difference } дороже, чем вы заплатили за возвращаемое.
    [less] Это дешевле: { $difference } вернутся тем же способом оплаты.
   *[even] Цена та же.
}
return-order_of = оформлен { $placed_at }
return-canceled = Хорошо, ничего не возвращаем.
claim-sorry = Мне очень жаль.
claim-person_looks = Спасибо. Сотрудник посмотрит фотографии и решит. До этого ничего против вас не решено.
return-denied_not_delivered = Заказ { $number } ещё не доставлен, возвращать пока нечего. Если хотите отменить его, я позову сотрудника.
return-denied_canceled = Заказ { $number } отменён, возвращать нечего.
return-denied_returned_already = Этот товар из заказа { $number } уже возвращается или возвращён.
return-denied_excluded = На { $title } наше обещание возврата не распространяется.
return-denied_window_over = { $title } из заказа { $number } доставлен { $delivered }. Наши { $days } дн. закончились { $last_day }, обещание возврата больше не действует.
return-law_still = По закону вы можете отказаться от покупки до { $last_day }. Если хотите, напишите «отказываюсь от { $number }».
return-law_over = Законное право отказа ({ $days } дн.) тоже закончилось { $last_day }.
return-case = Номер вашего обращения: { $rma }. Если вы не согласны, попросите пересмотреть его: это сделает сотрудник, который решения не принимал.
return-appealed = Я передаю обращение { $rma } сотруднику, который решения не принимал.
return-return_already = Возврат { $rma } уже оформлен.
return-return_requested = Возврат { $rma } оформлен, { $at }. Сотрудник решит в течение рабочего дня; вернулось бы { $refund }.
return-return_approved = Возврат { $rma } оформлен, { $at }, и одобрен. { $refund } вернутся, когда товар придёт.
return-replacement_requested = Обмен { $rma } оформлен, { $at }. Сотрудник рассмотрит его в течение рабочего дня и ответит здесь.
return-replacement_approved = Обмен { $rma } оформлен, { $at }, и одобрен. Новый товар отправим, когда придёт старый.
return-exchange_requested = Обмен { $rma } оформлен, { $at }. { $new } отложено для вас до { $until }. { $balance ->
    [more] Нужно доплатить { $difference }: сотрудник в течение рабочего дня напишет здесь, как; до этого ничего не списывается.
   *[other] Сотрудник примет решение в течение рабочего дня и ответит здесь.
}
return-exchange_approved = Обмен { $rma } оформлен, { $at }, и одобрен. { $new } отложено для вас до { $until }. { $ships ->
    [at_once] Отправляем сейчас; пожалуйста, отправьте прежнее обратно.
   *[after_arrival] Отправим, когда придёт прежнее.
} { $balance ->
    [more] До этого нужно доплатить { $difference }.
    [less] { $difference } вернутся, когда товар придёт.
   *[even] Доплачивать не нужно.
}
return-exchange_changed = Цена изменилась, поэтому пока ничего не оформлено. За { $new }: { $balance ->
    [more] на { $difference } больше, чем вы заплатили за возвращаемое.
    [less] вам вернутся { $difference }.
   *[even] ни доплаты, ни возврата.
}
return-return_rejected = Возврат { $rma } не одобрен.
return-return_overturned = Служба поддержки пересмотрела обращение { $rma }, { $at }, и пошла вам навстречу. { $refund } вернутся, когда товар придёт.
return-return_canceled = Возврат { $rma } отменён.
return-arrived = Возврат { $rma } получен. { $refund } по заказу { $number } сейчас возвращаются вам.
return-arrived_settled = Возврат { $rma } получен и закрыт: деньги за него уже возвращены.
return-arrived_exchange = Обмен { $rma }: прежний товар получен, { $new } отправляется сейчас.
return-arrived_replacement = Обмен { $rma }: прежний товар получен, новый отправляется сейчас.
return-arrived_refused = Возврат { $rma } получен, но не может быть принят. { $note }
return-status_draft = Ждёт вашего «да»
return-status_requested = Запрошен
return-status_approved = Одобрен
return-status_rejected = Не одобрен
return-status_received = Получен
return-status_inspected = Проверен
return-status_resolved = Деньги возвращены
return-status_canceled = Отменён
return-reason_too_small = мало
return-reason_too_large = велико
return-reason_not_as_expected = не то, что ожидалось
return-reason_changed_mind = больше не нужно
return-reason_damaged = пришло повреждённым
return-reason_faulty = неисправно
return-reason_wrong_item = не тот товар
return-reason_not_stated = причина не указана
return-goods = Товары за вычетом скидок
return-refund = Вам вернётся
return-instead = Взамен: { $title }
return-to_pay = К доплате

withdrawal-denied_window_over = Право отказа от заказа { $number } закончилось { $last_day }: { $days } дн. после доставки { $delivered }.
withdrawal-denied_excluded = По закону право отказа не распространяется на { $title }.

ask-return_order = О каком заказе речь?
ask-return_line = Что из заказа { $number } вы хотите вернуть?
ask-exchange_line = Что из заказа { $number } вы хотите обменять?
ask-exchange_for = Что вы хотите вместо { $title }?
ask-exchange_else = Другого варианта { $title } сейчас отправить не могу. Какой другой товар вы хотите, или вернуть деньги?
ask-return = Оформить этот возврат на { $refund }? Причину можно назвать, но это не обязательно.
ask-replacement = Оформить этот обмен?
ask-withdrawal = Оформить этот отказ на { $refund }?
ask-faulty = { $title } неисправен? Тогда действуют другие права.
ask-appeal = Передать обращение { $rma } сотруднику, который решения не принимал?
ask-claim_photo = Чтобы решить это быстрее, пришлите, пожалуйста, ещё одно фото { $title }, на котором читается этикетка коробки.
ask-claim_wish = Прислать { $title } взамен или вернуть деньги?
ask-window = Какое время вам подходит: { $title }?
ask-service = На что вас записать?
ask-booking = Записать: { $title }, мастер { $staff }, { $starts_at }, оплата { $price } на месте?
ask-add_it = Добавить { $title } в корзину?
ask-erase = Удалить сейчас? Отменить это будет нельзя.
ask-gift = Что нравится человеку?
ask-callback = Может быть, вам лучше позвонить? Мы перезваниваем в рабочее время в течение { $hours } ч.
ask-phone = По какому номеру вам позвонить?

choice-everything = Всё
choice-faulty_yes = Да, неисправен
choice-faulty_no = Нет
choice-appeal = Пересмотреть
choice-no_photo = Другого фото нет
choice-replacement = Прислать новый
choice-refund = Вернуть деньги
choice-erase_yes = Удалить
choice-erase_no = Оставить
choice-chat = Ответить здесь
choice-call = Позвонить мне

action-withdraw = Отказаться
action-send_back = Вернуть
action-exchange = Обменять
action-keep_it = Оставить
action-book = Записать
action-cancel_booking = Отменить

booking-none = Не нахожу подходящего свободного времени.
booking-free = Свободное время, { $title } (время: { $city }):
booking-taken = { $starts_at } занято. Ближайшее время (время: { $city }):
booking-window = { $starts_at }
booking-with = мастер { $staff }
booking-price = { $price }
booking-held = Держу для вас: { $title }, мастер { $staff }, { $starts_at } (время: { $city }). Держу до { $expires_at }.
booking-held_also = Держу для вас: { $title }, мастер { $staff }, { $starts_at } (время: { $city }). Держу до { $expires_at }. Ещё свободно: { $others }.
booking-no_services = Здесь не на что записаться.
booking-moved = Перенесено: { $title }, мастер { $staff }, { $starts_at } (время: { $city }).
return-stands = Возврат { $rma } по заказу { $number }: { $status }, { $refund }.
return-stands_exchange = Обмен { $rma } по заказу { $number } на { $new }: { $status }.
return-none_of_yours = Не вижу здесь ваших возвратов.
time-no_such_day = В этом месяце нет { $day }-го числа: он заканчивается { $last_day }. Назовите, пожалуйста, другой день.
booking-no_such_staff = «{ $name }» здесь не нахожу. { $title }: { $people }.
ask-cancel_booking = Отменить запись { $title }, { $starts_at }?
add-order_is_placed = Заказ { $number } уже оформлен и остаётся как есть; это начинает новую корзину.
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , минус доля скидки на заказ ({ $offers }), { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] , плюс налог { $tax }
   *[no] {""}
}. Это { $refund }.
refund-line_plain = { $title }: { $refund }.
refund-fees = Возвращаемые залоги и сборы: { $fees }.
refund-delivery = Доставка тоже возвращается: { $delivery }.
refund-no_delivery = Доставка ({ $delivery }) сюда не входит: она возвращается только при отказе от всего заказа.
refund-total = Всего { $refund }.
refund-exchange = Из оплаченных { $credit } на { $new } уходит { $balance ->
    [more] всё, и нужно доплатить { $difference }.
    [less] часть, и { $difference } вернутся.
   *[even] всё.
}
booking-none_of_yours = Не вижу здесь вашей записи.
booking-confirmed = Записано: { $title }, мастер { $staff }, { $starts_at } (время: { $city }). Оплата { $price } на месте.
booking-canceled = Запись { $starts_at } отменена.
booking-here = { $count ->
    [one] { $count } ваша запись:
    [few] { $count } ваши записи:
    [many] { $count } ваших записей:
   *[other] { $count } ваши записи:
}
booking-add_on = Ещё поместится { $title } ({ $price }).
booking-status_held = Держим для вас
booking-status_confirmed = Записано
booking-status_canceled = Отменено
booking-status_expired = Больше не держим

fit-fits = Да, по заявленным данным: { $title }, { $name }: { $declared }; { $value } подходит.
fit-too_small = Нет: { $title }, { $name }: { $declared }; { $value } слишком мало. Я ничего не добавил.
fit-too_large = Нет: { $title }, { $name }: { $declared }; { $value } слишком много. Я ничего не добавил.
fit-other_size = Нет: для { $title } заявлено { $name }: { $declared }, а не { $value }. Я ничего не добавил.
fit-unknown = Не заявлено, подходит ли { $title } для { $value }, поэтому сказать не могу.

gift-options = { $count ->
    [one] { $count } идея в ваших рамках:
    [few] { $count } идеи в ваших рамках:
    [many] { $count } идей в ваших рамках:
   *[other] { $count } идеи в ваших рамках:
}
gift-none = Не нахожу ничего в этих рамках.
gift-total = { $total } с доставкой
gift-total_because = { $name }: { $value } · { $total } с доставкой
gift-within = Каждая в пределах { $limit }, доставка { $fee } включена.
gift-arrives = Если заказать сейчас, стандартная доставка придёт между { $earliest } и { $latest }.
gift-too_late = Стандартная доставка пришла бы между { $earliest } и { $latest }; нужный день обещать не могу. Самовывоз был бы быстрее.
gift-declared = Производитель заявляет «{ $diet }»: { $titles }.
gift-not_declared = Про «{ $diet }» для { $titles } ничего не заявлено, поэтому ничего не утверждаю.

handoff-queued_open = Я попросил сотрудника подключиться. Он видит наш разговор, повторять ничего не нужно.
handoff-closed_until = Сейчас никого нет. Команда вернётся { $opens } и увидит ваше сообщение первым.
handoff-position = { $position ->
    [1] Вы следующий в очереди.
   *[other] Вы в очереди под номером { $position }.
}
handoff-stays_here = Хорошо, ответ придёт сюда.
handoff-callback = Записано: сотрудник позвонит вам по номеру { $phone }.
handoff-taken = Сотрудник уже здесь.
handoff-closed = Мой коллега закончил. Я снова здесь, если что-то понадобится.
mood-sorry = Мне очень жаль.

data-nothing = Вы не вошли, и я ничего о вас не знаю, кроме написанного в этом разговоре.
data-known = { $name }, мы храним: { $addresses ->
    [one] { $addresses } адрес
    [few] { $addresses } адреса
    [many] { $addresses } адресов
   *[other] { $addresses } адреса
}, { $orders ->
    [one] { $orders } заказ
    [few] { $orders } заказа
    [many] { $orders } заказов
   *[other] { $orders } заказа
}, { $cards ->
    [one] { $cards } сохранённую карту (токен)
    [few] { $cards } сохранённые карты (токены)
    [many] { $cards } сохранённых карт (токены)
   *[other] { $cards } сохранённые карты (токены)
} и ваши разговоры здесь.
data-rights = Вы можете это исправить, забрать с собой или удалить.
data-guest_only = Вы не вошли, поэтому я могу удалить этот разговор с фото и голосовыми. Для учётной записи сначала войдите: это доказательство, что она ваша.
data-goes = Сразу удаляются: профиль, { $addresses ->
    [one] { $addresses } адрес
    [few] { $addresses } адреса
    [many] { $addresses } адресов
   *[other] { $addresses } адреса
}, сохранённые карты, все разговоры, фото, голосовые и открытые корзины.
data-stays = По налоговому закону остаются счета: { $orders ->
    [one] { $orders } заказ
    [few] { $orders } заказа
    [many] { $orders } заказов
   *[other] { $orders } заказа
}; они закрыты для иного использования, самое позднее до конца { $until } года.
data-kept = Хорошо, ничего не удалено.
data-erased = Готово. Ваши данные удалены. Свидетельство: { $certificate }

refusal-return_unknown_order = Я не нахожу здесь вашего заказа { $number }.
refusal-return_unknown = Такого возврата здесь нет.
refusal-return_canceled_order = Заказ { $number } отменён, возвращать нечего.
refusal-return_nothing_left = Из заказа { $number } больше нечего возвращать.
refusal-return_not_delivered = Заказ { $number } ещё не доставлен.
refusal-return_window_over = Заказ { $number } доставлен { $delivered }; наши { $days } дн. закончились { $last_day }.
refusal-return_excluded = На { $title } наше обещание возврата не распространяется.
refusal-return_too_late = Для возврата { $rma } это уже невозможно.
refusal-exchange_sold_out = { $title } только что закончилось, обмен не оформлен.
refusal-exchange_not_paid = За этот обмен осталось доплатить { $amount }.
refusal-withdrawal_over = Право отказа от заказа { $number } закончилось { $last_day }.
refusal-withdrawal_excluded = По закону право отказа не распространяется на { $title }.
refusal-service_unknown = На это здесь записаться нельзя.
refusal-booking_unknown = Не вижу такой вашей записи.
refusal-booking_fixed = Запись { $starts_at } уже нельзя перенести.
refusal-window_taken = { $starts_at } только что заняли.
refusal-hold_expired = Время больше не держится и уже прошло.
refusal-callback_no_ticket = Пока никого не просили позвонить.
refusal-handoff_unknown = Такого разговора нет.
refusal-handoff_not_taken = Этот разговор никто не взял.
refusal-staff_only = Это могут только сотрудники.
refusal-message_unusable = Сообщение пустое или слишком длинное.
refusal-erasure_unproven = Для вашей защиты нужно доказательство, что учётная запись ваша. Войдите с подтверждённой учётной записью.
refusal-erasure_unknown = Удалять нечего.
refusal-erasure_payment_open = Платёж ещё идёт. Завершите или отмените его и попросите снова.

confirm-booking_fee = До { $starts_at } меньше суток, поэтому отмена стоит { $fee }. Всё равно отменить?
