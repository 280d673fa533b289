# Paniers, devis et ce que disent les règles. Montants, quantités et noms viennent des données.

totals-subtotal = Sous-total
totals-goods = Total hors livraison
totals-goods_before_tax = Total hors taxes et livraison
totals-delivery = Livraison
totals-delivery_once = Livraison en { $count } parties, un seul frais
totals-delivery_each = Livraison, { $count } coursiers à { $fee } chacun
totals-pickup = Retrait
totals-total = Total
totals-tax_included = dont TVA { $rate } %
totals-tax_added = plus { $rate } % de taxe
totals-fees = Frais
totals-tip = Pourboire
totals-instead_of = plus avantageux que { $title } (−{ $amount })

cart-hint_free_delivery = Encore { $missing } et la livraison est gratuite (sinon { $fee }).
cart-hint_delivery_free = La livraison est gratuite.
cart-note_gone = n'est plus en vente
cart-note_short = { $available ->
    [0] épuisé
   *[other] plus que { $available }
}

delivery-standard = Livraison standard, { $days_min }–{ $days_max ->
    [one] { $days_max } jour ouvrable
   *[other] { $days_max } jours ouvrables
}
delivery-by_courier = Par coursier, à l'heure de votre choix
delivery-pickup = Retrait en magasin
delivery-pickup_at = Retrait chez { $store }
delivery-pickup_ready = Retrait chez { $store }, prêt : { $ready }

payment-method_card = Carte
payment-method_saved_card = Carte enregistrée
payment-method_pay_on_pickup = Payer au retrait

discount-not_stackable = non cumulable avec la meilleure offre
discount-not_eligible = votre panier ne contient pas ce qu'il faut
discount-expired = est terminé
discount-not_started = n'a pas encore commencé
discount-unknown_code = ce code n'existe pas

checkout-message_cart_empty = Le panier est vide.
checkout-message_delivery_missing = Choisissez la livraison ou le retrait.
checkout-message_address_missing = Il manque l'adresse de livraison.
checkout-message_store_missing = Choisissez un magasin pour le retrait.
checkout-message_short_stock = Il n'y a plus assez de stock pour cette commande.
checkout-message_stock_gone = Un article de cette commande est épuisé. Rien n'a été débité.
checkout-message_line_gone = Un article de cette commande n'est plus en vente.
checkout-message_pickup_payment_conflict = Le paiement au retrait ne va pas avec une livraison.
checkout-message_price_changed = Le prix est passé de { $old_total } à { $new_total }. Rien n'a été débité.
checkout-message_quote_changed = La commande a changé depuis votre accord : elle était de { $old_total } et est maintenant de { $new_total }. Rien n'a été débité.
checkout-message_price_checked = Le prix a été vérifié à nouveau et est toujours de { $new_total }.
checkout-message_quote_expired = Ce prix a expiré. Faites-le vérifier à nouveau pour continuer.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = plus { $label } % de taxe
explain-tip = Pourboire
explain-step = { $label } : { $amount } (jusqu'ici { $running }).
explain-inside = Dont { $tax } de taxe à { $rate } % (sur { $base }).
explain-total = Cela fait { $total }.

confirm-age_check = { $title } ne peut être vendu qu'à partir de { $age } ans. Avez-vous { $age } ans ou plus ? L'âge est vérifié à nouveau à la remise.

refusal-rule_unclear = Je ne peux pas vérifier si c'est autorisé, je ne dois donc pas le faire. Une personne de l'équipe peut vous aider.
refusal-age_minor = Je ne peux pas vendre { $title } à une personne de moins de { $age } ans. Tout le reste demeure tel quel.
refusal-variant_unknown = Cela n'est pas dans notre catalogue.
refusal-line_unknown = Cela n'est pas dans votre panier.
refusal-quantity_not_positive = La quantité de { $title } doit être d'au moins un.
refusal-quantity_absurd = Je ne peux pas noter une telle quantité de { $title }. On peut commander ici jusqu'à { $max } d'un même article ; au-delà, l'équipe vous fait une offre.
refusal-sold_out = Épuisé : { $title }.
refusal-more_than_available = { $have ->
    [0] Seulement { $available } × { $title } disponibles en ce moment.
    [one] Seulement { $available } × { $title } disponibles en ce moment, dont un déjà dans votre panier.
   *[other] Seulement { $available } × { $title } disponibles en ce moment, dont { $have } déjà dans votre panier.
}
refusal-bulk = On peut commander ici jusqu'à { $max } × { $title } à la fois. Pour { $wanted }, l'équipe peut vous faire une offre ; dites-le-moi et je lui demande.
refusal-modifier_unknown = { $title } ne peut pas être préparé ainsi.
refusal-cart_full = Un panier contient jusqu'à { $max } articles différents, et le vôtre est plein.
refusal-too_many_codes = Un panier accepte jusqu'à { $max } codes.
refusal-code_unreadable = Je ne peux pas lire cela comme un code.
refusal-too_many_commands = Cela faisait plus de { $max } changements en une minute. Votre panier est en sécurité ; patientez un instant, puis continuez.
refusal-cart_empty = Votre panier est vide.
refusal-checkout_closed = Ce passage en caisse est terminé. Recommencez depuis votre panier.
refusal-checkout_unknown = Je ne connais pas ce passage en caisse.
refusal-checkout_incomplete = { $missing ->
    [delivery] Avant de payer, il faut choisir la livraison ou le retrait.
    [address] Avant de payer, il me faut l'adresse de livraison.
    [store] Avant de payer, il faut choisir un magasin pour le retrait.
   *[other] Votre panier est vide, il n'y a donc rien à payer.
}
refusal-quote_changed_since = La commande a changé depuis que vous avez vu ce prix. Le total est maintenant de { $total } ; rien n'a été débité.
refusal-quote_lapsed = Ce prix est trop ancien pour être accepté. Repassez en caisse et j'en fais un nouveau ; rien n'a été débité.
refusal-quote_unknown = Je n'ai pas proposé ce prix. Rien n'a été débité.
refusal-store_unknown = Je ne connais pas ce magasin.
refusal-country_not_served = Nous ne livrons pas dans ce pays : { COUNTRY($country) }. Nous livrons en : { COUNTRY($countries) }.
refusal-email_invalid = Cela ne ressemble pas à une adresse e-mail.
refusal-payment_cap = Les commandes de plus de { $max } sont d'abord confirmées par une personne de l'équipe ; celle-ci est de { $total }. Dites-le-moi et je lui demande ; rien n'a été débité.
refusal-short_stock = { $at_store ->
    [0] Sur { $wanted } × { $title }, il n'y en a que { $available }.
   *[other] { $store } n'a que { $available } sur { $wanted } × { $title }. { $others ->
        [0] Aucun autre magasin n'en a.
       *[other] Disponible chez : { $elsewhere }.
    }
}
refusal-line_gone = { $title } n'est plus en vente. Retirez-le du panier et le reste peut être commandé.
refusal-pickup_payment_conflict = Pour payer au retrait, il faut un retrait, et vous avez demandé une livraison. Livraison et paiement maintenant, ou retrait et paiement sur place ?
refusal-payment_under_way = Un paiement de { $amount } est en cours, rien ne peut donc être changé pour le moment. Vous ne serez pas débité deux fois.
refusal-already_ordered = C'est déjà commandé : commande { $number }.
refusal-code_unknown_code = Le code « { $code } » n'existe pas.
refusal-code_expired = Le code « { $code } » est terminé.
refusal-code_not_started = Le code « { $code } » n'est pas encore valable.
refusal-code_not_eligible = Votre panier ne contient pas ce que demande le code « { $code } ».
refusal-needs_booking = { $title } se fait sur rendez-vous, et les rendez-vous ne se réservent pas encore ici. Dois-je faire venir une personne de l'équipe ?
refusal-outside_area = Nos coursiers ne vont pas là-bas, et ceci ne part que par coursier : { $titles }. On peut le retirer en magasin ou l'enlever.
refusal-no_kitchen = C'est préparé à la commande et impossible là-bas : { $titles }. Disponible à : { $stores }.
refusal-no_window = Aucun créneau de livraison n'est libre ces prochains jours. Le retrait en magasin est possible.
delivery-courier = Coursier depuis { $store }, { $starts }–{ $ends }
route-courier = Un coursier de { $store } l'apporte { $starts }–{ $ends }.
route-courier_part = Par coursier depuis { $store }, { $starts }–{ $ends } : { $titles }.
route-parcel_part = En colis : { $titles }.
route-split = Aucun magasin n'a tout, la commande arrive donc en { $count } parties pour un seul frais de livraison.
route-split_each = Aucun magasin n'a tout, la commande arrive donc en { $count } parties ; chacun des { $rides } coursiers a ses frais de livraison.
route-waits = La cuisine est très occupée : environ { $minutes } minutes de plus que d'habitude.
route-late = { $wanted } n'est pas possible.
ask-time = Laquelle de ces options vous convient ?
ask-top_up_delivery = Encore { $missing } et nous pouvons livrer. { $goods ->
    [0] {""}
   *[other] Ceci va avec : { $titles }.
} Ou le retirez-vous en magasin ?
ask-top_up_pickup = Encore { $missing } et vous pourrez le retirer. { $goods ->
    [0] {""}
   *[other] Ceci va avec : { $titles }.
} Ou devons-nous livrer ?
choice-price = { $price }
checkout-message_below_minimum = Il manque { $missing } pour ce mode. Ajoutez quelque chose ou choisissez un autre mode.
refusal-below_minimum = Il manque { $missing } à la commande pour ce mode. Rien n'a été débité.
refusal-postal_code = « { $code } » ne ressemble pas à un code postal ({ COUNTRY($country) }), par exemple { $example }.
