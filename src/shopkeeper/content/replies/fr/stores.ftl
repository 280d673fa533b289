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
