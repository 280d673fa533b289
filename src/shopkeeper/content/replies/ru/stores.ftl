# Что делать с корзиной, которой нет целиком ни в одном магазине, и что происходит с частями заказа.
ask-ways = Как вам удобнее?
choice-way_whole_pickup = Всё в { $store }
choice-way_split_pickup = Разделить: забрать в магазинах ({ $count })
choice-way_split_delivery = Разделить: доставок { $count }
choice-way_part_pickup = Только то, что есть в { $store }
choice-way_part_delivery = Только то, что можно привезти
ways-whole_pickup = Всё в { $store } за { $total }.
ways-split_pickup = Разделить: всё, забрать в магазинах ({ $count }), всего { $total }.
ways-split_delivery = Разделить: всё, привезут частями ({ $count }), доставка один раз { $fee }, всего { $total }.
ways-split_delivery_each = Разделить: всё, привезут частями ({ $count }), доставка по { $fee } за каждую, всего { $total }.
ways-part_pickup = Только то, что есть в { $store }, без { $left_out }: { $total }.
ways-part_delivery = Только то, что можно привезти, без { $left_out }: { $total }.
ways-left_out = В этот заказ не входит: { $titles }.
route-pickup_part = Самовывоз: { $store }, готово { $ready }: { $titles }.
route-split_pickup = Забирать в магазинах ({ $count }); код действует в каждом на его часть.
refusal-scattered = Ни в одном магазине, который туда доставляет, нет всего. В лучшем из них не хватает: { $titles }.
checkout-message_not_at_one_store = Так всё получить нельзя. Выберите ниже, как вам удобнее.
order-part_refused_sold_out = Заказ { $number }: { $store } не сможет выдать свою часть, распродано: { $titles }.
order-part_refused_too_busy = Заказ { $number }: { $store } не успеет приготовить свою часть: { $titles }.
order-part_refused_other = Заказ { $number }: { $store } не сможет выдать свою часть: { $titles }.
order-part_rest = Остальной заказ в силе, как договорились.
refusal-address_field = Адрес ещё не полный ({ COUNTRY($country) }).
ask-address_field = { $field ->
    [postal_code] Какой почтовый индекс?
    [city] Какой город?
    [region] Какой регион?
   *[line1] Какая улица и дом?
}

substitute-noted_named = Если { $titles } не будет, вместо этого может прийти { $to }, но не дороже.
substitute-noted_none = { $titles }: без замены. Чего нет, то не войдёт в заказ и не оплачивается.
substitute-noted_similar = { $titles }: если не будет, магазин может дать что-то похожее, но не дороже.
substitute-noted_ask = { $titles }: если не будет, сначала спросим вас.
substitute-not_in_cart = «{ $text }» нет в корзине, поэтому я ничего не записал.
substitute-unknown = Я не нашёл ничего под названием «{ $text }» для замены. Что подойдёт?
substitute-label_named = Если не будет: { $to }
substitute-label_none = Без замены
substitute-label_similar = Можно похожее
substitute-label_ask = Сначала спросить
order-substituted = Заказ { $number }: в { $store } не было { $title }, вместо этого, как вы просили, будет { $instead }.
order-substituted_back = Это дешевле, поэтому { $back } вернутся вам.
order-substituted_same = Цена та же.

when-yes = Да, это возможно.
when-no = Нет, так не успеть. Возможно следующее:
when-parcel = Посылкой придёт между { $earliest } и { $latest }.
