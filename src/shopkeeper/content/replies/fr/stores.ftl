# Ce qu'on fait d'un panier qu'aucun magasin n'a en entier, et ce que deviennent les parties d'une commande.
ask-ways = Que préférez-vous ?
choice-way_whole_pickup = Tout chez { $store }
choice-way_split_pickup = Répartir : retrait dans { $count } magasins
choice-way_split_delivery = Répartir : { $count } livraisons
choice-way_part_pickup = Seulement ce que { $store } a
choice-way_part_delivery = Seulement ce qui peut être livré
ways-whole_pickup = Tout chez { $store } pour { $total }.
ways-split_pickup = Réparti : tout, retiré dans { $count } magasins, { $total } en tout.
ways-split_delivery = Réparti : tout, livré en { $count } parties pour un seul frais de livraison de { $fee }, { $total } en tout.
ways-split_delivery_each = Réparti : tout, livré en { $count } parties avec { $fee } de livraison chacune, { $total } en tout.
ways-part_pickup = Seulement ce que { $store } a, sans { $left_out } : { $total }.
ways-part_delivery = Seulement ce qui peut être livré, sans { $left_out } : { $total }.
ways-left_out = Pas dans cette commande : { $titles }.
route-pickup_part = Retrait chez { $store }, prêt : { $ready } : { $titles }.
route-split_pickup = Vous le retirez dans { $count } magasins ; le code est valable dans chacun pour sa partie.
refusal-scattered = Aucun des magasins qui livrent là-bas n'a tout. Dans le meilleur, il manque : { $titles }.
checkout-message_not_at_one_store = Tout n'est pas disponible ainsi. Choisissez ci-dessous ce que vous voulez.
order-part_refused_sold_out = Commande { $number } : { $store } ne peut finalement pas fournir sa partie, épuisé : { $titles }.
order-part_refused_too_busy = Commande { $number } : { $store } ne peut pas préparer sa partie, il y a trop à faire : { $titles }.
order-part_refused_other = Commande { $number } : { $store } ne peut pas fournir sa partie : { $titles }.
order-part_rest = Le reste de la commande suit comme convenu.
refusal-address_field = L'adresse n'est pas encore complète pour ce pays : { COUNTRY($country) }.
ask-address_field = { $field ->
    [postal_code] Quel est le code postal ?
    [city] Quelle ville ?
    [region] Quel État ou quelle province ?
   *[line1] Quelle rue et quel numéro ?
}

substitute-noted_named = S'il manque { $titles }, { $to } peut venir à la place, jamais plus cher.
substitute-noted_none = { $titles } : pas de remplacement. Ce qui manque est retiré et n'est pas facturé.
substitute-noted_similar = { $titles } : s'il en manque, le magasin peut donner un produit similaire, jamais plus cher.
substitute-noted_ask = { $titles } : s'il en manque, nous vous demandons d'abord.
substitute-not_in_cart = « { $text } » n'est pas dans votre panier, je n'ai donc rien noté.
substitute-unknown = Je n'ai rien trouvé du nom de « { $text } » qui puisse venir à la place. Qu'est-ce qui vous conviendrait ?
substitute-label_named = Si manquant : { $to }
substitute-label_none = Pas de remplacement
substitute-label_similar = Un produit similaire convient
substitute-label_ask = Demander d'abord
order-substituted = Commande { $number } : { $store } n'avait pas { $title }, { $instead } vient donc à la place, comme vous le vouliez.
order-substituted_back = C'est moins cher : { $back } vous sont rendus.
order-substituted_same = Le prix reste le même.

when-yes = Oui, c'est possible.
when-no = Non, ce n'est pas possible. Voici ce qui l'est :
when-parcel = En colis, cela arrive entre le { $earliest } et le { $latest }.
