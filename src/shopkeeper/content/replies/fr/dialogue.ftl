# Ce que dit l'assistant pendant les achats. Les faits viennent des données ; rien ici ne promet ce qu'aucune donnée ne dit.

sentence-space = { " " }

talk-greet = Bonjour ! Dites-moi ce que vous cherchez, ou envoyez une photo ou un message vocal.
talk-thank = Je vous en prie.
talk-help = Je peux trouver des produits, répondre à vos questions à leur sujet, remplir votre panier, vous accompagner jusqu'au paiement, vous dire où en est une commande et faire venir une personne de l'équipe. Par exemple : « une douzaine d'œufs et deux laits », « est-ce qu'il y a des noix dedans », « où est ma commande ». Vous pouvez aussi envoyer une photo d'un produit ou de son code-barres, ou simplement parler.

find-what = Que cherchez-vous ?
find-none = Je n'ai rien trouvé pour « { $text } » dans notre catalogue.
find-nearest = Je ne trouve rien qui s'appelle « { $text } ». Le plus proche que j'ai :
find-none_fit = Rien pour « { $text } » ne répond à tout ce que vous demandez. Voici ce qui s'en approche le plus :
find-one = { $title } : { $price }, { $stock }.
find-one_plain = { $title } : { $price }. { $count ->
    [one] Une version est disponible maintenant.
   *[other] { $count } versions sont disponibles maintenant.
}
find-one_from = { $title } : à partir de { $price }. { $count ->
    [one] Une version est disponible maintenant.
   *[other] { $count } versions sont disponibles maintenant.
}
find-several = { $count ->
    [one] Voici ce que j'ai trouvé :
   *[other] Voici les { $count } que j'ai trouvés :
}
find-sold_out = Épuisé : { $title }.
find-instead = À la place, voici ce qui est disponible :
find-no_such_variant = { $title } n'existe pas en { $wanted }.

stock-in_stock = { $count } en stock
stock-low = { $count ->
    [one] plus qu'un seul
   *[other] plus que { $count }
}
stock-sold_out = épuisé
stock-made_to_order = préparé à la commande
stock-unknown = stock inconnu
stock-some_variants = { $count ->
    [one] une version disponible
   *[other] { $count } versions disponibles
}

ask-which_product = Lequel voulez-vous dire ?
ask-which_line = Lequel de votre panier voulez-vous dire ?
ask-variant = { $title } : quelle version souhaitez-vous ?
ask-variant_instead = { $title } n'existe pas en { $wanted }. Laquelle de ces versions souhaitez-vous ?
ask-quantity = Combien en souhaitez-vous : { $title } ?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = Livraison
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max ->
    [one] { $days_max } jour ouvrable
   *[other] { $days_max } jours ouvrables
}
choice-pickup = Retrait en magasin
choice-pickup_detail = sans frais
choice-deliver_and_pay_now = Livraison, payer maintenant
choice-pickup_and_pay_there = Retrait, payer sur place
choose-what = Je ne suis pas sûr de ce que vous voulez dire. Touchez-en un ou dites-moi son nom.

policy-no_notice = Je ne peux pas vous écrire quand un article revient en stock. Redemandez-moi quand vous voulez, ou chargez-moi de le commander à son retour, dans les limites que vous fixez.
answer-price = { $title } coûte { $price }.
answer-price_from = { $title } coûte à partir de { $price }, selon la version.
answer-stock = { $title } : { $stock }.
answer-stock_variants = En stock maintenant : { $variants }.
answer-allergens_unknown = Le fabricant n'a déclaré aucun allergène pour { $title }, je ne peux donc rien en dire. En cas d'allergie, ne vous y fiez pas.
answer-allergens_contains = Selon la déclaration du fabricant, { $title } contient : { $list }.
answer-allergens_none = Le fabricant déclare que { $title } ne contient pas d'allergènes.
answer-allergens_may_contain = Traces possibles de : { $list }.
answer-allergens_free_from = Déclaré sans : { $list }.
answer-source = Source : { $source }. Veuillez lire aussi l'étiquette.
answer-diet = Ce qui est déclaré pour { $title } : { $list }.
answer-diet_unknown = Rien n'est déclaré sur le régime auquel { $title } convient.
answer-options = { $title } est disponible en { $list }.
answer-reviews = { $count ->
    [one] Un avis sur { $title } : { $rating } sur 5.
   *[other] { $count } avis sur { $title } : { $rating } sur 5 en moyenne.
}
answer-reviews_none = Il n'y a pas encore d'avis sur { $title }.
answer-delivery = La livraison standard coûte { $fee } et prend de { $days_min } à { $days_max ->
    [one] { $days_max } jour ouvrable
   *[other] { $days_max } jours ouvrables
}.
answer-details = { $title } : { $text } { $price }.
answer-details_from = { $title } : { $text } À partir de { $price }.
answer-attribute = { $title }, { $name } : { $value }.
answer-attribute_yes = { $title }, { $name } : oui.
answer-attribute_no = { $title }, { $name } : non.
answer-property_unknown = Nos données sur { $title } ne disent rien de « { $text } ».
answer-attribute_unknown = { $title }, { $name } : nos données n'en disent rien.

compare-what = Quels produits dois-je comparer ?
compare-by = { $name } : { $list }.
compare-no_record = Nos fiches ne le disent pas. Les voici côte à côte.
compare-done = Voici les { $count } côte à côte. Le moins cher est { $title }, à { $price }.

add-what = Que dois-je ajouter ?
add-not_found = Je n'ai rien trouvé qui s'appelle « { $text } », je n'ai donc rien ajouté.
add-gone = Cela n'est plus proposé.

cart-not_made_so = Je ne peux pas noter « { $text } » : pour { $title }, on ne peut choisir que { $list }.
cart-added = J'ai ajouté { $quantity } × { $title }, à { $price } l'unité.
cart-packs = { $pieces ->
    [one] { $pieces } pièce correspond à
   *[other] { $pieces } pièces correspondent à
} { $packs ->
    [one] { $packs } paquet
   *[other] { $packs } paquets
} de { $per_pack }.
cart-quantity = { $title } : maintenant { $quantity }.
cart-variant = Remplacé par { $title }, { $price }.
cart-swapped = { $quantity } × { $title } à la place de { $before }, à { $price } l'unité.
cart-removed = J'ai retiré { $title }.
cart-cleared = Votre panier est maintenant vide.
cart-empty = Votre panier est vide.
cart-kept = D'accord, votre panier reste tel quel.
cart-kept_count = { $count ->
    [one] Votre panier avec { $count } article est toujours là.
   *[other] Votre panier avec { $count } articles est toujours là.
}
cart-not_in_cart = Cela n'est pas dans votre panier. Lequel voulez-vous dire ?
cart-code = Code { $code } noté.

ask-delivery = Souhaitez-vous une livraison ou un retrait en magasin ?
ask-address = Où devons-nous livrer ? Indiquez la rue, le numéro, le code postal et la ville, s'il vous plaît.
ask-address_of = Je n'ai pas d'adresse nommée « { $label } ». Indiquez la rue, le numéro, le code postal et la ville, s'il vous plaît.
ask-store = Dans quel magasin souhaitez-vous venir chercher votre commande ?
ask-consent = Le total est de { $total }. Dois-je passer la commande ?
ask-pickup_conflict = Pour payer au retrait, il faut un retrait, mais vous avez demandé une livraison. Que préférez-vous ?

checkout-address = Livraison à : { $address }.
checkout-pickup = Retrait chez { $store }, prêt : { $ready }.
checkout-pickup_closed = Retrait chez { $store }. Le magasin n'a pas d'horaires d'ouverture cette semaine, je ne peux donc pas indiquer d'heure.
checkout-empty_later = Votre panier est vide, il n'y a donc encore rien à payer.
checkout-payment_card = Paiement par carte.
checkout-payment_saved_card = Paiement avec votre carte enregistrée.
checkout-payment_pay_on_pickup = Vous payez au retrait.
checkout-email = Merci, j'ai noté { $email } pour cette commande.
checkout-canceled = J'ai arrêté le passage en caisse et libéré ce qui était réservé pour vous. Rien n'a été débité.

confirm-nothing = Rien n'attend votre accord pour le moment.
decline-fine = D'accord.
decline-quote = D'accord, rien n'a été commandé. Votre panier reste tel quel.
start_over-done = On repart de zéro. Que cherchez-vous ?

order-none = Je ne vois aucune commande dans cette conversation. Si vous avez commandé auparavant, connectez-vous ou donnez-moi le numéro de commande de votre reçu.
order-not_found = Je ne trouve ici aucune commande { $number } qui vous appartienne.
order-already = Votre commande { $number } est passée, une seule fois. Rien n'est débité deux fois.
order-status_confirmed = La commande { $number } ({ $placed_at }) est confirmée et en préparation.
order-status_ready_for_pickup = La commande { $number } est prête à être retirée.
order-status_dispatched = La commande { $number } est en route.
order-status_delivered = La commande { $number } a été livrée.
order-status_canceled = La commande { $number } a été annulée.

policy-says = Nos conditions indiquent :
policy-unknown = Je ne trouve rien à ce sujet dans nos conditions publiées. Une personne de l'équipe peut vous aider.
policy-delivery = La livraison standard coûte { $fee } et prend de { $days_min } à { $days_max ->
    [one] { $days_max } jour ouvrable
   *[other] { $days_max } jours ouvrables
}.
policy-delivery_free = La livraison standard coûte { $fee }, est gratuite à partir de { $free_from } et prend de { $days_min } à { $days_max ->
    [one] { $days_max } jour ouvrable
   *[other] { $days_max } jours ouvrables
}.

handoff-queued = J'ai demandé à une personne de l'équipe de prendre le relais. Elle voit notre conversation, vous n'avez donc rien à répéter.
handoff-waiting = Votre demande est auprès de notre équipe. La réponse arrivera ici.
handoff-hours = Horaires de notre équipe : { HOURS($hours) }.

unknown-plain = Je n'ai pas compris. Je peux vous aider à trouver, comparer et acheter, ou faire venir une personne de l'équipe.
unknown-with_question = Je n'ai pas compris. Ma question reste ouverte ; vous pouvez aussi me demander autre chose.

perception-image = Je ne peux pas encore regarder les photos, j'ai donc utilisé seulement vos mots.
perception-audio = Je ne peux pas encore écouter les messages vocaux, j'ai donc utilisé seulement vos mots.
perception-unreadable = Une pièce jointe n'a pas pu être lue, j'ai donc continué sans elle.

action-add = Ajouter au panier
action-choose = Choisir
option-color = Couleur
option-size = Taille
option-pack = Conditionnement
option-flavor = Parfum
option-value = Montant
row-price = Prix
row-stock = Disponibilité

quick-show_cart = Voir mon panier
quick-check_out = Passer la commande
quick-help = Que pouvez-vous faire ?
quick-ask_person = Parler à une personne

allergen-milk = lait
allergen-egg = œuf
allergen-eggs = œufs
allergen-nuts = fruits à coque
allergen-hazelnut = noisettes
allergen-almond = amandes
allergen-walnut = noix
allergen-cashew = noix de cajou
allergen-peanut = arachide
allergen-peanuts = arachides
allergen-soy = soja
allergen-gluten = gluten
allergen-wheat = blé
allergen-sesame = sésame
allergen-fish = poisson
allergen-crustaceans = crustacés
allergen-molluscs = mollusques
allergen-celery = céleri
allergen-mustard = moutarde
allergen-sulphites = sulfites
allergen-lupin = lupin

diet-vegan = végane
diet-vegetarian = végétarien
diet-gluten_free = sans gluten
diet-lactose_free = sans lactose
diet-halal = halal
diet-kosher = casher
diet-organic = bio

order-label_confirmed = Confirmée
order-label_ready_for_pickup = Prête à être retirée
order-label_dispatched = En route
order-label_delivered = Livrée
order-label_canceled = Annulée

timeline-placed = Commande passée
timeline-dispatched = Remise au transporteur
timeline-delivered = Livrée
timeline-ready = Prête à être retirée
timeline-handed_over = Remise
timeline-canceled = Annulée

complete-price_changed = Avant de payer : le prix est passé de { $old_total } à { $new_total }. Rien n'a été débité.
complete-quote_changed = Votre commande a changé depuis votre accord : elle était de { $old_total } et est maintenant de { $new_total }. Rien n'a été débité.
complete-quote_expired = Cette offre avait expiré, j'en ai donc fait une nouvelle : { $new_total }. Rien n'a été débité.
complete-price_fell = Bonne nouvelle : le prix a baissé de { $old_total } à { $new_total }. Vous payez le prix le plus bas.
complete-order_placed = Votre commande { $number } est passée.
complete-payment_created = Votre paiement de { $total } est déjà en cours. Vous ne serez pas débité deux fois.
complete-payment_requires_action = Votre paiement de { $total } vous attend sur la page de paiement. Vous ne serez pas débité deux fois.
complete-payment_unknown = Je vérifie encore votre paiement de { $total }. Vous ne serez pas débité deux fois.
complete-payment_authorized = Votre paiement de { $total } est passé. Vous avez été débité une seule fois.
complete-payment_captured = Votre paiement de { $total } est passé. Vous avez été débité une seule fois.
complete-payment_declined = Votre paiement de { $total } n'est pas passé. Rien n'a été débité.
complete-payment_canceled = Votre paiement de { $total } a été annulé. Rien n'a été débité.
complete-payment_refunded = Votre paiement de { $total } a été remboursé.

allergens-unknown = Le fabricant n'a pas déclaré d'allergènes. Inconnu ne veut pas dire aucun.
allergens-not_food = N'est pas un aliment.
allergens-contains = Contient : { $list }.
allergens-none = Le fabricant déclare qu'il n'y en a aucun.

permission-done = Merci. C'est dans votre panier.

find-none_declared_free = Je n'ai rien trouvé que son fabricant déclare sans : { $list }.
find-declared_free_source = Déclaré sans : { $list } ({ $source }).
find-left_out_unknown = Écarté parce que rien n'est déclaré, et inconnu ne veut pas dire sûr : { $titles }.
find-read_the_label = Veuillez lire aussi l'étiquette ; je ne peux pas donner de conseil médical.
cart-remade = { $title } sera préparé ainsi : { $wishes }.
others-none = Je n'ai rien d'autre de ce genre.
others-none_cheaper = Je n'ai rien de moins cher de ce genre.
others-none_dearer = Je n'ai rien de plus cher de ce genre.
why-one = Ce que disent les fiches de { $title }, { $price } : { $list }.
why-cheapest = { $title } est le moins cher de ce que j'ai montré.
answer-one_version = { $title } n'existe pas en plusieurs couleurs.
