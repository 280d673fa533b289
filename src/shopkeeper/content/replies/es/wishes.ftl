# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Anotado para quienes preparan el pedido: «{ $text }». Lo transmito, pero no puedo prometerlo.
when-pickup = El { $day } puede recoger en: { $list }.
when-store = { $store } hasta las { $closes }
when-no_pickup = El { $day } no se puede recoger a tiempo en ninguna tienda.
again-order = De su pedido { $number }, a los precios de hoy:
answer-elsewhere = Solo conozco nuestros precios, así que no puedo decir cuánto cobran otras tiendas.
answer-elsewhere_tax = El precio incluye impuestos.
