# О самом магазине: кто отвечает, что продаётся, где и когда; и что дословно сказано в условиях.

talk-identity = Я автоматический помощник магазина { $shop }, не человек. Всё, что я говорю, взято из данных магазина, и я в любой момент могу позвать сотрудника.
talk-range = У нас есть: { $list }. Что вы ищете?
policy-quote = { $title }: «{ $text }»
policy-open_today = { $store }, { $address }: сегодня открыто с { $opens } до { $closes }.
policy-opens_next = { $store }, { $address }: сейчас закрыто, откроется { $opens }.
policy-closed = { $store }, { $address }: закрыто ближайшие две недели.
policy-open_then = { $store }, { $address }: { $day } открыто с { $opens } до { $closes }.
policy-closed_then = { $store }, { $address }: { $day } закрыто.
cart-here_total = { $count ->
    [one] В вашей корзине { $count } товар, всего { $total }:
    [few] В вашей корзине { $count } товара, всего { $total }:
    [many] В вашей корзине { $count } товаров, всего { $total }:
   *[other] В вашей корзине { $count } товара, всего { $total }:
}
order-unpaid = Пока ничего не заказано: оплата ещё не завершена. Как только она пройдёт, у заказа появится номер.
policy-delivery_to = Мы доставляем в страны: { COUNTRY($countries) }.
cart-code_removed = Код больше не применяется.
refusal-code_not_used = Такой код здесь не применён.
cart-allergen_contains = По данным производителя содержит { $list }: { $titles }.
cart-allergen_may_contain = Может содержать следы { $list }: { $titles }.
cart-allergen_unknown = О { $list } ничего не заявлено, а неизвестно не значит безопасно: { $titles }.
cart-allergen_free = Заявлено отсутствие { $list }: { $titles }.
ask-cancel_order = Попросить сотрудника отменить заказ { $number }?
policy-offer = Сейчас действует предложение: { $title }.
policy-no_offers = Сейчас общих предложений нет.
policy-offer_codes = Если у вас есть код, назовите его, и я проверю.
policy-contact_mail = Вы можете написать на { $email }.
policy-contact_here = Здесь я могу пригласить сотрудника, он может и перезвонить вам.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
