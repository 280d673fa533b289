# Sobre la tienda: quién responde, qué vende, dónde y cuándo; y lo que dicen sus condiciones palabra por palabra.

talk-identity = Soy el asistente automático de { $shop }, no una persona. Lo que te digo sale de los datos de la tienda, y puedo avisar a una persona cuando quieras.
talk-range = Tenemos { $list }. ¿Qué buscas?
policy-quote = { $title }: «{ $text }»
policy-open_today = { $store }, { $address }: hoy abre de { $opens } a { $closes }.
policy-opens_next = { $store }, { $address }: ahora está cerrada, abre { $opens }.
policy-closed = { $store }, { $address }: cerrada las próximas dos semanas.
policy-open_then = { $store }, { $address }: el { $day } abre de { $opens } a { $closes }.
policy-closed_then = { $store }, { $address }: el { $day } está cerrada.
cart-here_total = { $count ->
    [one] Hay un artículo en tu carrito, { $total }:
   *[other] Hay { $count } artículos en tu carrito, { $total } en total:
}
order-unpaid = Todavía no hay ningún pedido: el pago sigue pendiente. En cuanto esté hecho, tu pedido recibe su número.
policy-delivery_to = Enviamos a: { COUNTRY($countries) }.
cart-code_removed = El código ya no se usa.
refusal-code_not_used = Aquí no se usa ningún código así.
cart-allergen_contains = Contiene { $list } según el fabricante: { $titles }.
cart-allergen_may_contain = Puede contener trazas de { $list }: { $titles }.
cart-allergen_unknown = No hay nada declarado sobre { $list }, y desconocido no es seguro: { $titles }.
cart-allergen_free = Declarado libre de { $list }: { $titles }.
ask-cancel_order = ¿Le pido a una persona del equipo que cancele el pedido { $number }?
policy-offer = Oferta actual: { $title }.
policy-no_offers = Ahora mismo no hay ninguna oferta general.
policy-offer_codes = Si tiene un código, dígamelo y lo compruebo.
policy-contact_mail = Puedes escribir a { $email }.
policy-contact_here = Aquí puedo avisar a una persona, que también puede llamarte.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
