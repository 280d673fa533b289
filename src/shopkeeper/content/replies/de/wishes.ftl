# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Für die Packerei notiert: „{ $text }“. Ich gebe es weiter, kann es aber nicht versprechen.
when-pickup = Am { $day } können Sie abholen: { $list }.
when-store = { $store } bis { $closes }
when-no_pickup = Am { $day } ist bis dahin in keiner Filiale eine Abholung möglich.
again-order = Aus Ihrer Bestellung { $number }, zu heutigen Preisen:
answer-elsewhere = Ich kenne nur unsere eigenen Preise und kann daher nicht sagen, was andere Läden verlangen.
answer-elsewhere_tax = Im Preis ist die Steuer enthalten.
