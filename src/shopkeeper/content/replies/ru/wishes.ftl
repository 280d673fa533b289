# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Отметил для тех, кто собирает заказ: «{ $text }». Передам, но обещать не могу.
when-pickup = { $day } можно забрать: { $list }.
when-store = { $store } до { $closes }
when-no_pickup = { $day } забрать заказ вовремя в наших магазинах нельзя.
again-order = Из вашего заказа { $number }, по сегодняшним ценам:
answer-elsewhere = Я знаю только наши цены и не могу сказать, сколько просят другие магазины.
answer-elsewhere_tax = Цена указана с налогом.
