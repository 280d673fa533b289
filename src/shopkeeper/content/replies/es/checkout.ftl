# Carritos, ofertas y lo que dicen las reglas. Importes, cantidades y nombres vienen de los registros.

totals-subtotal = Subtotal
totals-goods = Total sin entrega
totals-goods_before_tax = Total sin impuestos ni envío
totals-delivery = Entrega
totals-delivery_once = Entrega en { $count } partes, un solo gasto
totals-delivery_each = Entrega, { $count } mensajeros a { $fee } cada uno
totals-pickup = Recogida
totals-total = Total
totals-tax_included = IVA { $rate } % incluido
totals-tax_added = más { $rate } % de impuestos
totals-fees = Cargos
totals-tip = Propina
totals-instead_of = mejor que { $title } ({ $amount } de descuento)

cart-hint_free_delivery = Con { $missing } más, la entrega es gratis (si no, { $fee }).
cart-hint_delivery_free = La entrega es gratis.
cart-note_gone = ya no se vende
cart-note_short = { $available ->
    [0] agotado
   *[other] disponibles: { $available }
}

delivery-standard = Entrega estándar, { $days_min }–{ $days_max ->
    [one] { $days_max } día laborable
   *[other] { $days_max } días laborables
}
delivery-by_courier = Por mensajero, a la hora que elijas
delivery-pickup = Recogida en una tienda
delivery-pickup_at = Recogida en { $store }
delivery-pickup_ready = Recogida en { $store }, listo: { $ready }

payment-method_card = Tarjeta
payment-method_saved_card = Tarjeta guardada
payment-method_pay_on_pickup = Pagar al recoger

discount-not_stackable = no se combina con la oferta mejor
discount-not_eligible = tu carrito no tiene lo que hace falta
discount-expired = ha terminado
discount-not_started = todavía no ha empezado
discount-unknown_code = ese código no existe

checkout-message_cart_empty = El carrito está vacío.
checkout-message_delivery_missing = Elige entrega o recogida.
checkout-message_address_missing = Falta la dirección de entrega.
checkout-message_store_missing = Elige una tienda para recogerlo.
checkout-message_short_stock = Ya no hay existencias suficientes para este pedido.
checkout-message_stock_gone = Algo de este pedido se ha agotado. No se ha cobrado nada.
checkout-message_line_gone = Algo de este pedido ya no se vende.
checkout-message_pickup_payment_conflict = Pagar al recoger no es posible con entrega a domicilio.
checkout-message_price_changed = El precio ha cambiado de { $old_total } a { $new_total }. No se ha cobrado nada.
checkout-message_quote_changed = El pedido ha cambiado desde que diste tu acuerdo: eran { $old_total } y ahora son { $new_total }. No se ha cobrado nada.
checkout-message_price_checked = Se ha vuelto a comprobar el precio y sigue siendo { $new_total }.
checkout-message_quote_expired = Este precio ha caducado. Compruébalo de nuevo para seguir.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = más { $label } % de impuestos
explain-tip = Propina
explain-step = { $label }: { $amount } (hasta aquí { $running }).
explain-inside = De ello, { $tax } son impuestos al { $rate } % (sobre { $base }).
explain-total = Son { $total } en total.

confirm-age_check = { $title } solo se puede vender a partir de los { $age } años. ¿Tienes { $age } años o más? La edad se comprueba otra vez en la entrega.

refusal-rule_unclear = No puedo comprobar si eso está permitido, así que no debo hacerlo. Una persona del equipo puede ayudarte.
refusal-age_minor = No puedo vender { $title } a menores de { $age } años. Todo lo demás se queda como está.
refusal-variant_unknown = Eso no está en nuestro catálogo.
refusal-line_unknown = Eso no está en tu carrito.
refusal-quantity_not_positive = La cantidad de { $title } tiene que ser al menos una.
refusal-quantity_absurd = Es más { $title } de lo que puedo anotar. Aquí se pueden pedir hasta { $max } de una misma cosa; para más, el equipo te hace una oferta.
refusal-sold_out = Agotado: { $title }.
refusal-more_than_available = { $have ->
    [0] Ahora mismo solo hay { $available } × { $title }.
    [one] Ahora mismo solo hay { $available } × { $title }, y uno ya está en tu carrito.
   *[other] Ahora mismo solo hay { $available } × { $title }, y { $have } ya están en tu carrito.
}
refusal-bulk = Aquí se pueden pedir hasta { $max } × { $title } de una vez. Para { $wanted }, el equipo puede hacerte una oferta; dímelo y lo pregunto.
refusal-modifier_unknown = { $title } no se puede preparar así.
refusal-cart_full = En un carrito caben hasta { $max } artículos distintos, y el tuyo está lleno.
refusal-too_many_codes = En un carrito caben hasta { $max } códigos.
refusal-code_unreadable = No puedo leer eso como un código.
refusal-too_many_commands = Han sido más de { $max } cambios en un minuto. Tu carrito está a salvo; espera un momento y sigue, por favor.
refusal-cart_empty = Tu carrito está vacío.
refusal-checkout_closed = Este proceso de compra está cerrado. Empieza uno nuevo desde tu carrito.
refusal-checkout_unknown = No conozco este proceso de compra.
refusal-checkout_incomplete = { $missing ->
    [delivery] Antes de pagar hay que elegir entrega o recogida.
    [address] Antes de pagar necesito la dirección de entrega.
    [store] Antes de pagar hay que elegir una tienda para recogerlo.
   *[other] Tu carrito está vacío, así que no hay nada que pagar.
}
refusal-quote_changed_since = El pedido ha cambiado desde que viste ese precio. Ahora son { $total }; no se ha cobrado nada.
refusal-quote_lapsed = Ese precio es demasiado antiguo para aceptarlo. Vuelve a tramitar el pedido y preparo uno nuevo; no se ha cobrado nada.
refusal-quote_unknown = Yo no he ofrecido ese precio. No se ha cobrado nada.
refusal-store_unknown = No conozco esa tienda.
refusal-country_not_served = No entregamos en este país: { COUNTRY($country) }. Entregamos en: { COUNTRY($countries) }.
refusal-email_invalid = Eso no parece una dirección de correo electrónico.
refusal-payment_cap = Los pedidos de más de { $max } los confirma antes una persona del equipo; este es de { $total }. Dímelo y lo pregunto; no se ha cobrado nada.
refusal-short_stock = { $at_store ->
    [0] De { $wanted } × { $title } solo hay { $available }.
   *[other] { $store } solo tiene { $available } de { $wanted } × { $title }. { $others ->
        [0] Tampoco lo tiene ninguna otra tienda.
       *[other] Está disponible en: { $elsewhere }.
    }
}
refusal-line_gone = { $title } ya no se vende. Quítalo del carrito y podrás pedir el resto.
refusal-pickup_payment_conflict = Para pagar al recoger hace falta recogerlo, y pediste entrega a domicilio. ¿Te lo llevamos y pagas ahora, o lo recoges y pagas allí?
refusal-payment_under_way = Se está haciendo un pago de { $amount }, así que ahora mismo no se puede cambiar nada. No se te cobrará dos veces.
refusal-already_ordered = Eso ya está pedido: pedido { $number }.
refusal-code_unknown_code = No existe el código «{ $code }».
refusal-code_expired = El código «{ $code }» ha terminado.
refusal-code_not_started = El código «{ $code }» todavía no vale.
refusal-code_not_eligible = Tu carrito no tiene lo que pide el código «{ $code }».
refusal-needs_booking = { $title } es con cita, y aquí todavía no se pueden reservar citas. ¿Aviso a una persona del equipo?
refusal-outside_area = Nuestros mensajeros no llegan allí, y esto solo va con mensajero: { $titles }. Se puede recoger en una tienda o dejarlo fuera.
refusal-no_kitchen = Esto se prepara al momento y allí no se puede: { $titles }. Se puede pedir en: { $stores }.
refusal-no_window = No queda ninguna hora de entrega libre en los próximos días. Se puede recoger en una tienda.
delivery-courier = Mensajero desde { $store }, { $starts }–{ $ends }
route-courier = Un mensajero de { $store } lo trae { $starts }–{ $ends }.
route-courier_part = Con mensajero desde { $store }, { $starts }–{ $ends }: { $titles }.
route-parcel_part = Por paquete: { $titles }.
route-split = Ninguna tienda lo tiene todo, así que llega en { $count } partes por un solo gasto de envío.
route-split_each = Ninguna tienda lo tiene todo, así que llega en { $count } partes; cada uno de los { $rides } mensajeros tiene su gasto de envío.
route-waits = La cocina está muy ocupada: unos { $minutes } minutos más de lo normal.
route-late = No es posible para { $wanted }.
ask-time = ¿Cuál te viene bien?
ask-top_up_delivery = Con { $missing } más podemos entregarlo. { $goods ->
    [0] {""}
   *[other] Esto combina: { $titles }.
} ¿O lo recoge en una tienda?
ask-top_up_pickup = Con { $missing } más se puede recoger. { $goods ->
    [0] {""}
   *[other] Esto combina: { $titles }.
} ¿O se lo entregamos?
choice-price = { $price }
checkout-message_below_minimum = Por esta vía faltan { $missing }. Añade algo o elige otra vía.
refusal-below_minimum = Por esta vía le faltan { $missing } al pedido. No se ha cobrado nada.
refusal-postal_code = «{ $code }» no parece un código postal de { COUNTRY($country) }, por ejemplo { $example }.
