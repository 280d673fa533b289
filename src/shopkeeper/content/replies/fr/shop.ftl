# Sur la boutique : qui répond, ce qu'elle vend, où et quand ; et ce que disent ses conditions mot pour mot.

talk-identity = Je suis l'assistant automatique de { $shop }, pas une personne. Ce que je dis vient des données de la boutique, et je peux faire venir quelqu'un à tout moment.
talk-range = Nous avons { $list }. Que cherchez-vous ?
policy-quote = { $title } : « { $text } »
policy-open_today = { $store }, { $address } : ouvert aujourd'hui de { $opens } à { $closes }.
policy-opens_next = { $store }, { $address } : fermé pour le moment, ouvre { $opens }.
policy-closed = { $store }, { $address } : fermé pendant les deux prochaines semaines.
policy-open_then = { $store }, { $address } : ouvert le { $day } de { $opens } à { $closes }.
policy-closed_then = { $store }, { $address } : fermé le { $day }.
cart-here_total = { $count ->
    [one] Il y a { $count } article dans votre panier, { $total } :
   *[other] Il y a { $count } articles dans votre panier, { $total } en tout :
}
order-unpaid = Rien n'est encore commandé : le paiement est toujours en attente. Dès qu'il est fait, votre commande reçoit son numéro.
policy-delivery_to = Nous livrons en : { COUNTRY($countries) }.
cart-code_removed = Le code est retiré.
refusal-code_not_used = Aucun code de ce genre n'est utilisé ici.
cart-allergen_contains = Contient { $list } selon le fabricant : { $titles }.
cart-allergen_may_contain = Peut contenir des traces de { $list } : { $titles }.
cart-allergen_unknown = Rien n'est déclaré au sujet de { $list }, et inconnu ne veut pas dire sûr : { $titles }.
cart-allergen_free = Déclaré sans { $list } : { $titles }.
ask-cancel_order = Dois-je demander à quelqu'un de l'équipe d'annuler la commande { $number } ?
policy-offer = Offre en cours : { $title }.
policy-no_offers = Il n'y a pas d'offre générale en ce moment.
policy-offer_codes = Si vous avez un code, donnez-le-moi et je le vérifie.
policy-contact_mail = Vous pouvez écrire à { $email }.
policy-contact_here = Ici, je peux faire venir une personne, qui peut aussi vous rappeler.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
