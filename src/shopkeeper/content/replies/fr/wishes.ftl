# Notes for an order, when it is needed, and what other shops charge.

wish-noted = C'est noté pour la préparation de la commande : « { $text } ». Je le transmets, sans pouvoir le promettre.
when-pickup = Le { $day }, retrait possible : { $list }.
when-store = { $store } jusqu'à { $closes }
when-no_pickup = Le { $day }, aucun retrait n'est possible à temps dans nos magasins.
again-order = De votre commande { $number }, aux prix d'aujourd'hui :
answer-elsewhere = Je ne connais que nos propres prix et ne peux donc pas dire ce que demandent d'autres magasins.
answer-elsewhere_tax = Le prix comprend les taxes.
