# Lo que dice el asistente durante la compra. Los datos vienen de los registros; nada aquí promete lo que ningún registro dice.

sentence-space = { " " }

talk-greet = ¡Hola! Dime qué estás buscando, o envía una foto o una nota de voz.
talk-thank = De nada.
talk-help = Puedo encontrar productos, responder preguntas sobre ellos, llenar tu carrito, guiarte por el pago, decirte dónde está un pedido y avisar a una persona del equipo. Por ejemplo: «una docena de huevos y dos leches», «lleva frutos secos», «dónde está mi pedido». También puedes enviar una foto de un producto o de su código de barras, o simplemente hablar.

find-what = ¿Qué estás buscando?
find-none = No he encontrado nada para «{ $text }» en nuestro catálogo.
find-nearest = No encuentro nada llamado «{ $text }». Lo más parecido que tengo:
find-none_fit = Nada para «{ $text }» cumple todo lo que pides. Esto es lo que más se acerca:
find-one = { $title }: { $price }, { $stock }.
find-one_plain = { $title }: { $price }. { $count ->
    [one] Ahora hay una versión disponible.
   *[other] Ahora hay { $count } versiones disponibles.
}
find-one_from = { $title }: desde { $price }. { $count ->
    [one] Ahora hay una versión disponible.
   *[other] Ahora hay { $count } versiones disponibles.
}
find-several = { $count ->
    [one] He encontrado esto:
   *[other] He encontrado estos { $count }:
}
find-sold_out = Agotado: { $title }.
find-instead = En su lugar hay disponible:
find-no_such_variant = { $title } no existe en { $wanted }.

stock-in_stock = { $count } en existencias
stock-low = { $count ->
    [one] solo queda uno
   *[other] solo quedan { $count }
}
stock-sold_out = agotado
stock-made_to_order = recién hecho por encargo
stock-unknown = existencias desconocidas
stock-some_variants = { $count ->
    [one] una versión disponible
   *[other] { $count } versiones disponibles
}

ask-which_product = ¿A cuál de estos te refieres?
ask-which_line = ¿A cuál de tu carrito te refieres?
ask-variant = { $title }: ¿qué versión quieres?
ask-variant_instead = { $title } no existe en { $wanted }. ¿Cuál de estas opciones quieres?
ask-quantity = ¿Qué cantidad quieres de { $title }?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = Entrega a domicilio
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max ->
    [one] { $days_max } día laborable
   *[other] { $days_max } días laborables
}
choice-pickup = Recoger en una tienda
choice-pickup_detail = sin coste
choice-deliver_and_pay_now = Entrega a domicilio, pagar ahora
choice-pickup_and_pay_there = Recoger y pagar allí
choose-what = No estoy seguro de a cuál te refieres. Toca uno o dime su nombre.

policy-no_notice = No puedo avisarte cuando algo vuelva a estar disponible. Pregúntame cuando quieras, o encárgame pedirlo, con los límites que pongas, cuando vuelva.
answer-price = { $title } cuesta { $price }.
answer-price_from = { $title } cuesta desde { $price }, según la versión.
answer-stock = { $title }: { $stock }.
answer-stock_variants = Disponible ahora: { $variants }.
answer-allergens_unknown = El fabricante no ha declarado alérgenos para { $title }, así que no puedo saberlo. Por favor, no te fíes si tienes una alergia.
answer-allergens_contains = { $title } contiene { $list }, según declara el fabricante.
answer-allergens_none = El fabricante no declara alérgenos en { $title }.
answer-allergens_may_contain = Puede contener trazas de { $list }.
answer-allergens_free_from = Se declara libre de { $list }.
answer-source = Fuente: { $source }. Por favor, lee también la etiqueta.
answer-diet = Lo que se declara de { $title }: { $list }.
answer-diet_unknown = No se declara para qué dieta es apto { $title }.
answer-options = { $title } está disponible en { $list }.
answer-reviews = { $count ->
    [one] Una opinión sobre { $title }: { $rating } de 5.
   *[other] { $count } opiniones sobre { $title }: { $rating } de 5 de media.
}
answer-reviews_none = Todavía no hay opiniones sobre { $title }.
answer-delivery = La entrega estándar cuesta { $fee } y tarda de { $days_min } a { $days_max ->
    [one] { $days_max } día laborable
   *[other] { $days_max } días laborables
}.
answer-details = { $title }: { $text } { $price }.
answer-details_from = { $title }: { $text } Desde { $price }.
answer-attribute = { $title }, { $name }: { $value }.
answer-attribute_yes = { $title }, { $name }: sí.
answer-attribute_no = { $title }, { $name }: no.
answer-property_unknown = Nuestros datos de { $title } no dicen nada sobre «{ $text }».
answer-attribute_unknown = { $title }, { $name }: nuestros registros no dicen nada sobre esto.

compare-what = ¿Qué productos comparo?
compare-by = { $name }: { $list }.
compare-no_record = Nuestros datos no dicen eso de estos productos. Aquí están uno al lado del otro.
compare-done = Aquí están los { $count }, uno al lado del otro. El más barato es { $title }, por { $price }.

add-what = ¿Qué añado?
add-not_found = No he encontrado nada llamado «{ $text }», así que no he añadido nada.
add-gone = Eso ya no se ofrece.

cart-not_made_so = No puedo anotar «{ $text }»: en { $title } solo se puede elegir { $list }.
cart-added = He añadido { $quantity } × { $title }, a { $price } cada uno.
cart-packs = { $pieces ->
    [one] Una unidad equivale a
   *[other] { $pieces } unidades equivalen a
} { $packs ->
    [one] un paquete
   *[other] { $packs } paquetes
} de { $per_pack }.
cart-quantity = { $title }: ahora { $quantity }.
cart-variant = Cambiado a { $title }, { $price }.
cart-swapped = { $quantity } × { $title } en lugar de { $before }, a { $price } cada uno.
cart-removed = He quitado { $title }.
cart-cleared = Tu carrito está ahora vacío.
cart-empty = Tu carrito está vacío.
cart-kept = De acuerdo, tu carrito se queda como está.
cart-kept_count = { $count ->
    [one] Tu carrito con un artículo sigue aquí.
   *[other] Tu carrito con { $count } artículos sigue aquí.
}
cart-not_in_cart = Eso no está en tu carrito. ¿A cuál de estos te refieres?
cart-code = Código { $code } anotado.

ask-delivery = ¿Te lo llevamos a casa o prefieres recogerlo?
ask-address = ¿Adónde lo llevamos? Indica calle, número, código postal y ciudad, por favor.
ask-address_of = No tengo ninguna dirección llamada «{ $label }». Indica calle, número, código postal y ciudad, por favor.
ask-store = ¿En qué tienda quieres recogerlo?
ask-consent = El total es { $total }. ¿Hago el pedido?
ask-pickup_conflict = Para pagar al recoger hace falta recogerlo, pero pediste entrega a domicilio. ¿Cuál de las dos prefieres?

checkout-address = Entrega en { $address }.
checkout-pickup = Recogida en { $store }, listo: { $ready }.
checkout-pickup_closed = Recogida en { $store }. La tienda no tiene horario de apertura esta semana, así que no puedo darte una hora.
checkout-empty_later = Tu carrito está vacío, así que todavía no hay nada que pagar.
checkout-payment_card = Pago con tarjeta.
checkout-payment_saved_card = Pago con tu tarjeta guardada.
checkout-payment_pay_on_pickup = Pagas al recogerlo.
checkout-email = Gracias, he anotado { $email } para este pedido.
checkout-canceled = He detenido el proceso de compra y liberado lo que estaba reservado para ti. No se ha cobrado nada.

confirm-nothing = Ahora mismo no hay nada pendiente de tu sí.
decline-fine = De acuerdo.
decline-quote = De acuerdo, no se ha pedido nada. Tu carrito se queda como está.
start_over-done = Empezamos de nuevo. ¿Qué estás buscando?

order-none = No veo ningún pedido en esta conversación. Si compraste antes, inicia sesión o dime el número de pedido de tu recibo.
order-not_found = Aquí no encuentro ningún pedido { $number } a tu nombre.
order-already = Tu pedido { $number } está hecho, una sola vez. No se cobra nada dos veces.
order-status_confirmed = El pedido { $number } ({ $placed_at }) está confirmado y se está preparando.
order-status_ready_for_pickup = El pedido { $number } está listo para recoger.
order-status_dispatched = El pedido { $number } está en camino.
order-status_delivered = El pedido { $number } se ha entregado.
order-status_canceled = El pedido { $number } se ha cancelado.

policy-says = Nuestras condiciones dicen:
policy-unknown = No encuentro nada sobre eso en nuestras condiciones publicadas. Una persona del equipo puede ayudarte.
policy-delivery = La entrega estándar cuesta { $fee } y tarda de { $days_min } a { $days_max ->
    [one] { $days_max } día laborable
   *[other] { $days_max } días laborables
}.
policy-delivery_free = La entrega estándar cuesta { $fee }, es gratis desde { $free_from } y tarda de { $days_min } a { $days_max ->
    [one] { $days_max } día laborable
   *[other] { $days_max } días laborables
}.

handoff-queued = He pedido a una persona del equipo que te atienda. Verá nuestra conversación, así que no tienes que repetir nada.
handoff-waiting = Tu solicitud está con nuestro equipo. Te responderán aquí.
handoff-hours = Horario de nuestro equipo: { HOURS($hours) }.

unknown-plain = No lo he entendido. Puedo ayudarte a encontrar, comparar y comprar, o avisar a una persona.
unknown-with_question = No lo he entendido. Mi pregunta sigue abierta; también puedes preguntarme otra cosa.

perception-image = Todavía no puedo ver fotos, así que solo he usado tus palabras.
perception-audio = Todavía no puedo escuchar notas de voz, así que solo he usado tus palabras.
perception-unreadable = No se ha podido leer un archivo adjunto, así que he seguido sin él.

action-add = Añadir al carrito
action-choose = Elegir
option-color = Color
option-size = Talla
option-pack = Envase
option-flavor = Sabor
option-value = Importe
row-price = Precio
row-stock = Existencias

quick-show_cart = Ver mi carrito
quick-check_out = Tramitar el pedido
quick-help = ¿Qué puedes hacer?
quick-ask_person = Hablar con una persona

allergen-milk = leche
allergen-egg = huevo
allergen-eggs = huevos
allergen-nuts = frutos de cáscara
allergen-hazelnut = avellanas
allergen-almond = almendras
allergen-walnut = nueces
allergen-cashew = anacardos
allergen-peanut = cacahuete
allergen-peanuts = cacahuetes
allergen-soy = soja
allergen-gluten = gluten
allergen-wheat = trigo
allergen-sesame = sésamo
allergen-fish = pescado
allergen-crustaceans = crustáceos
allergen-molluscs = moluscos
allergen-celery = apio
allergen-mustard = mostaza
allergen-sulphites = sulfitos
allergen-lupin = altramuces

diet-vegan = vegano
diet-vegetarian = vegetariano
diet-gluten_free = sin gluten
diet-lactose_free = sin lactosa
diet-halal = halal
diet-kosher = kosher
diet-organic = ecológico

order-label_confirmed = Confirmado
order-label_ready_for_pickup = Listo para recoger
order-label_dispatched = En camino
order-label_delivered = Entregado
order-label_canceled = Cancelado

timeline-placed = Pedido realizado
timeline-dispatched = Entregado al transportista
timeline-delivered = Entregado
timeline-ready = Listo para recoger
timeline-handed_over = Recogido
timeline-canceled = Cancelado

complete-price_changed = Antes de pagar: el precio ha cambiado de { $old_total } a { $new_total }. No se ha cobrado nada.
complete-quote_changed = Tu pedido ha cambiado desde que diste tu acuerdo: eran { $old_total } y ahora son { $new_total }. No se ha cobrado nada.
complete-quote_expired = Esa oferta había caducado, así que he preparado una nueva: { $new_total }. No se ha cobrado nada.
complete-price_fell = Buena noticia: el precio ha bajado de { $old_total } a { $new_total }. Pagas el más bajo.
complete-order_placed = Tu pedido { $number } está hecho.
complete-payment_created = Tu pago de { $total } ya está en curso. No se te cobrará dos veces.
complete-payment_requires_action = Tu pago de { $total } te espera en la página de pago. No se te cobrará dos veces.
complete-payment_unknown = Todavía estoy comprobando tu pago de { $total }. No se te cobrará dos veces.
complete-payment_authorized = Tu pago de { $total } se ha realizado. Se ha cobrado una sola vez.
complete-payment_captured = Tu pago de { $total } se ha realizado. Se ha cobrado una sola vez.
complete-payment_declined = Tu pago de { $total } no se ha realizado. No se ha cobrado nada.
complete-payment_canceled = Tu pago de { $total } se ha cancelado. No se ha cobrado nada.
complete-payment_refunded = Tu pago de { $total } se ha devuelto.

allergens-unknown = El fabricante no ha declarado alérgenos. Desconocido no significa que no los haya.
allergens-not_food = No es un alimento.
allergens-contains = Contiene { $list }.
allergens-none = El fabricante declara que no contiene ninguno.

permission-done = Gracias. Está en tu carrito.

find-none_declared_free = No he encontrado nada que su fabricante declare libre de { $list }.
find-declared_free_source = Declarado libre de { $list } ({ $source }).
find-left_out_unknown = Lo he dejado fuera porque no hay nada declarado, y desconocido no es seguro: { $titles }.
find-read_the_label = Por favor, lee también la etiqueta; no puedo dar consejo médico.
cart-remade = { $title } se prepara ahora así: { $wishes }.
others-none = No tengo nada más de este tipo.
others-none_cheaper = No tengo nada más barato de este tipo.
others-none_dearer = No tengo nada más caro de este tipo.
why-one = Lo que dicen los datos de { $title }, { $price }: { $list }.
why-cheapest = { $title } es lo más barato de lo que he mostrado.
answer-one_version = { $title } no viene en varios colores.
