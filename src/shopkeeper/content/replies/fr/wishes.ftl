# Notes for an order, when it is needed, and what other shops charge.

wish-noted = C'est noté pour la préparation de la commande : « { $text } ». Je le transmets, sans pouvoir le promettre.
wish-gift_noted = Votre mot cadeau part avec la commande, mot pour mot : « { $text } »
wish-gift_changed = C'est changé. Le mot cadeau dit maintenant : « { $text } »
wish-gift_off = Le mot cadeau est retiré.
wish-gift_none = Il n'y a pas encore de mot cadeau pour cette commande.
wish-gift_ask = Que doit dire le mot cadeau ? Écrivez « mot cadeau : » puis le texte, jusqu'à { $most } caractères.
refusal-gift_note_too_long = Le mot cadeau compte { $length } caractères et la carte en prend { $most }. Envoyez-en un plus court ; rien n'est changé.
when-pickup = Le { $day }, retrait possible : { $list }.
when-store = { $store } jusqu'à { $closes }
when-no_pickup = Le { $day }, aucun retrait n'est possible à temps dans nos magasins.
again-order = De votre commande { $number }, aux prix d'aujourd'hui :
answer-elsewhere = Je ne connais que nos propres prix et ne peux donc pas dire ce que demandent d'autres magasins.
answer-elsewhere_tax = Le prix comprend les taxes.
answer-elsewhere_tax_added = Les taxes s'y ajoutent.
tip-given = { $tip } de pourboire, merci. Il peut être changé jusqu'au paiement.
tip-off = Pas de pourboire.
tip-none = Il n'y a pas de pourboire sur cette commande.
ask-tip = Combien souhaitez-vous donner ? Dites un pourcentage ou un montant, ou choisissez.
choice-tip = { $percent } %
choice-no_tip = Pas de pourboire
refusal-tips_not_taken = Cette boutique n'accepte pas de pourboires.
refusal-tip_too_large = { $tip }, c'est plus que les { $most } que l'on peut donner ici en pourboire. Rien n'est changé.
