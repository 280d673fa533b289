# Qué se hace con una cesta que ninguna tienda tiene entera, y qué pasa con las partes de un pedido.
ask-ways = ¿Cómo lo prefieres?
choice-way_whole_pickup = Todo en { $store }
choice-way_split_pickup = Repartir: recoger en { $count } tiendas
choice-way_split_delivery = Repartir: { $count } entregas
choice-way_part_pickup = Solo lo que tiene { $store }
choice-way_part_delivery = Solo lo que se puede llevar
ways-whole_pickup = Todo en { $store } por { $total }.
ways-split_pickup = Repartido: todo, recogido en { $count } tiendas, { $total } en total.
ways-split_delivery = Repartido: todo, entregado en { $count } partes por un solo gasto de envío de { $fee }, { $total } en total.
ways-split_delivery_each = Repartido: todo, entregado en { $count } partes con un gasto de envío de { $fee } cada una, { $total } en total.
ways-part_pickup = Solo lo que tiene { $store }, sin { $left_out }: { $total }.
ways-part_delivery = Solo lo que se puede llevar, sin { $left_out }: { $total }.
ways-left_out = No entra en este pedido: { $titles }.
route-pickup_part = Recogida en { $store }, listo: { $ready }: { $titles }.
route-split_pickup = Lo recoges en { $count } tiendas; el código vale en cada una para su parte.
refusal-scattered = Ninguna de las tiendas que reparten allí lo tiene todo. En la mejor falta: { $titles }.
checkout-message_not_at_one_store = Así no se puede conseguir todo. Elige abajo cómo lo quieres.
order-part_refused_sold_out = Pedido { $number }: { $store } al final no puede dar su parte, está agotado: { $titles }.
order-part_refused_too_busy = Pedido { $number }: { $store } no puede preparar su parte, hay demasiado trabajo: { $titles }.
order-part_refused_other = Pedido { $number }: { $store } no puede dar su parte: { $titles }.
order-part_rest = El resto del pedido sigue como acordado.
refusal-address_field = A la dirección le falta algo para { COUNTRY($country) }.
ask-address_field = { $field ->
    [postal_code] ¿Cuál es el código postal?
    [city] ¿Qué ciudad?
    [region] ¿Qué estado o provincia?
   *[line1] ¿Qué calle y número?
}

substitute-noted_named = Si falta { $titles }, puede venir { $to } en su lugar, nunca más caro.
substitute-noted_none = { $titles }: no habrá sustituto. Lo que falte se deja fuera y no se cobra.
substitute-noted_similar = { $titles }: si falta, la tienda puede dar algo parecido, nunca más caro.
substitute-noted_ask = { $titles }: si falta, te preguntamos antes.
substitute-not_in_cart = «{ $text }» no está en tu cesta, así que no he anotado nada.
substitute-unknown = No encontré nada llamado «{ $text }» que pueda venir en su lugar. ¿Qué te parecería bien?
substitute-label_named = Si falta: { $to }
substitute-label_none = Sin sustituto
substitute-label_similar = Algo parecido vale
substitute-label_ask = Preguntar antes
order-substituted = Pedido { $number }: { $store } no tenía { $title }, así que viene { $instead }, como querías.
order-substituted_back = Cuesta menos, así que te devolvemos { $back }.
order-substituted_same = El precio no cambia.

when-yes = Sí, es posible.
when-no = No, no es posible. Esto sí:
when-parcel = Por paquete llega entre el { $earliest } y el { $latest }.
