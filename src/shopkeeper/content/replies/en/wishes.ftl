# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Noted for the people who pack your order: “{ $text }”. I pass it on, but cannot promise it.
when-pickup = On { $day } you can pick up: { $list }.
when-store = { $store } until { $closes }
when-no_pickup = On { $day } nothing can be picked up at our stores in time.
again-order = From your order { $number }, at today's prices:
answer-elsewhere = I only know our own prices, so I cannot tell what other shops charge.
answer-elsewhere_tax = The price includes tax.
