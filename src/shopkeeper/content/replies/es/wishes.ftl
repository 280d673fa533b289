# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Anotado para quienes preparan el pedido: «{ $text }». Lo transmito, pero no puedo prometerlo.
wish-gift_noted = Tu nota de regalo va con el pedido, palabra por palabra: «{ $text }»
wish-gift_changed = Cambiado. La nota de regalo dice ahora: «{ $text }»
wish-gift_off = La nota de regalo está quitada.
wish-gift_none = Este pedido aún no tiene nota de regalo.
wish-gift_ask = ¿Qué debe decir la nota de regalo? Escribe «nota de regalo:» y después el texto, hasta { $most } caracteres.
refusal-gift_note_too_long = La nota de regalo tiene { $length } caracteres y en la tarjeta caben { $most }. Envía una más corta; no ha cambiado nada.
when-pickup = El { $day } puedes recoger en: { $list }.
when-store = { $store } hasta las { $closes }
when-no_pickup = El { $day } no se puede recoger a tiempo en ninguna tienda.
again-order = De tu pedido { $number }, a los precios de hoy:
answer-elsewhere = Solo conozco nuestros precios, así que no puedo decir cuánto cobran otras tiendas.
answer-elsewhere_tax = El precio incluye impuestos.
answer-elsewhere_tax_added = A eso se añaden los impuestos.
tip-given = { $tip } de propina, gracias. Puedes cambiarla hasta que pagues.
tip-off = Sin propina.
tip-none = Este pedido no lleva propina.
ask-tip = ¿Cuánto quieres dejar? Di un porcentaje o un importe, o elige.
choice-tip = { $percent } %
choice-no_tip = Sin propina
refusal-tips_not_taken = Esta tienda no acepta propinas.
refusal-tip_too_large = { $tip } es más que los { $most } que aquí se pueden dejar de propina. No se ha cambiado nada.
