# Sur la boutique : qui répond, ce qu'elle vend, où et quand ; et ce que disent ses conditions mot pour mot.

talk-identity = Je suis l'assistant automatique de { $shop }, pas une personne. Ce que je dis vient des données de la boutique, et je peux faire venir quelqu'un à tout moment.
talk-range = Nous avons { $list }. Que cherchez-vous ?
policy-quote = { $title } : « { $text } »
policy-open_today = { $store }, { $address } : ouvert aujourd'hui de { $opens } à { $closes }.
policy-opens_next = { $store }, { $address } : fermé pour le moment, ouvre { $opens }.
policy-closed = { $store }, { $address } : fermé pendant les deux prochaines semaines.
cart-here_total = { $count ->
    [one] Il y a { $count } article dans votre panier, { $total } :
   *[other] Il y a { $count } articles dans votre panier, { $total } en tout :
}
order-unpaid = Rien n'est encore commandé : le paiement est toujours en attente. Dès qu'il est fait, votre commande reçoit son numéro.
policy-delivery_to = Nous livrons en : { COUNTRY($countries) }.
