# Después de la compra: devoluciones, citas, compatibilidad, regalos, personas, privacidad.

return-none = No veo aquí ningún pedido que se pueda devolver. Si compró con una cuenta, inicie sesión primero, por favor.
return-not_found = No encuentro aquí ningún pedido { $number } suyo. Si es suyo, inicie sesión primero; un número por sí solo no prueba nada.
return-no_such_line = El pedido { $number } no contiene eso. Contiene lo siguiente:
return-only_unopened = { $titles }: por higiene solo se devuelve sin abrir.
exchange-same = { $title } es lo que ya tiene.
return-draft = Devolución del pedido { $number } preparada: recibirías { $refund } por el mismo medio de pago.
return-draft_withdrawal = Desistimiento del pedido { $number } preparado: recibe { $refund } por el mismo medio de pago.
return-draft_replacement = Cambio del pedido { $number } preparado: recibe uno nuevo y el anterior vuelve a nosotros.
return-draft_exchange = Cambio del pedido { $number } preparado: { $old } vuelve a nosotros y tú recibes { $new }. { $balance ->
    [more] Cuesta { $difference } más de lo que pagó por lo que vuelve.
    [less] Cuesta menos: recibe { $difference } por el mismo medio de pago.
   *[even] El precio es el mismo.
}
return-order_of = pedido el { $placed_at }
return-canceled = De acuerdo, no se devuelve nada.
claim-sorry = Lo siento.
claim-person_looks = Gracias. Una persona del equipo mira tus fotos y decide. Hasta entonces no hay nada decidido en tu contra.
return-denied_not_delivered = El pedido { $number } aún no se ha entregado, así que no hay nada que devolver. Si quieres cancelarlo, aviso a una persona.
return-denied_canceled = El pedido { $number } se canceló; no hay nada que devolver.
return-denied_returned_already = Eso del pedido { $number } ya está en camino de vuelta o ya se devolvió.
return-denied_excluded = { $title } no entra en nuestra promesa de devolución.
return-denied_window_over = { $title } del pedido { $number } se entregó el { $delivered }. Nuestros { $days } días terminaron el { $last_day }, así que la promesa de devolución ya no lo cubre.
return-law_still = Por ley todavía puedes desistir de esta compra hasta el { $last_day }. Si quieres, escribe «desisto de { $number }».
return-law_over = El derecho legal de desistimiento de { $days } días también terminó el { $last_day }.
return-case = Tu caso tiene el número { $rma }. Si lo ves de otro modo, pide que se revise: lo hará una persona que no lo decidió.
return-appealed = Paso el caso { $rma } a una persona que no lo decidió.
return-return_already = La devolución { $rma } ya está registrada.
return-return_requested = La devolución { $rma } está registrada, { $at }. Una persona decide en un día laborable; recibirías { $refund }.
return-return_approved = La devolución { $rma } está registrada, { $at }, y aprobada. Recibe { $refund } cuando llegue la mercancía.
return-replacement_requested = El cambio { $rma } está registrado, { $at }. Una persona del equipo lo revisa en un día laborable y te responde aquí.
return-replacement_approved = El cambio { $rma } está registrado, { $at }, y aprobado. Enviamos el nuevo cuando llegue el anterior.
return-exchange_requested = El cambio { $rma } está registrado, { $at }. { $new } queda reservado para ti hasta { $until }. { $balance ->
    [more] Quedan { $difference } por pagar: una persona del equipo te dice aquí cómo en un día laborable, y antes no se cobra nada.
   *[other] Una persona del equipo lo decide en un día laborable y te responde aquí.
}
return-exchange_approved = El cambio { $rma } está registrado, { $at }, y aprobado. { $new } queda reservado para ti hasta { $until }. { $ships ->
    [at_once] Lo enviamos ya; devuelva el otro, por favor.
   *[after_arrival] Lo enviamos cuando llegue el otro.
} { $balance ->
    [more] Antes hay que pagar { $difference }.
    [less] Recibe { $difference } cuando lleguen los artículos.
   *[even] No hay nada que pagar.
}
return-exchange_changed = El precio ha cambiado, así que aún no hay nada registrado. Para { $new }: { $balance ->
    [more] { $difference } más de lo que pagó por lo que vuelve.
    [less] recibirías { $difference }.
   *[even] nada que pagar y nada que devolver.
}
return-return_rejected = La devolución { $rma } no se aprobó.
return-return_overturned = Atención al cliente revisó de nuevo el caso { $rma }, { $at }, y decidió a tu favor, por cortesía. Recibes { $refund } cuando llegue la mercancía.
return-return_canceled = La devolución { $rma } se anuló.
return-arrived = La devolución { $rma } ha llegado. Ahora se te devuelven { $refund } del pedido { $number }.
return-arrived_settled = La devolución { $rma } ha llegado y está resuelta: lo pagado ya se devolvió.
return-arrived_exchange = Cambio { $rma }: el artículo anterior ha llegado y { $new } se envía ahora.
return-arrived_replacement = Cambio { $rma }: el artículo anterior ha llegado y el nuevo se envía ahora.
return-arrived_refused = La devolución { $rma } ha llegado, pero no se ha podido aceptar. { $note }
return-status_draft = Espera tu sí
return-status_requested = Solicitada
return-status_approved = Aprobada
return-status_rejected = No aprobada
return-status_received = Recibida
return-status_inspected = Revisada
return-status_resolved = Reembolsada
return-status_canceled = Anulada
return-reason_too_small = demasiado pequeño
return-reason_too_large = demasiado grande
return-reason_not_as_expected = no es lo esperado
return-reason_changed_mind = ya no hace falta
return-reason_damaged = llegó dañado
return-reason_faulty = defectuoso
return-reason_wrong_item = artículo equivocado
return-reason_not_stated = sin motivo indicado
return-goods = Artículos, descuentos aplicados
return-refund = Recibes
return-instead = A cambio: { $title }
return-to_pay = Por pagar

withdrawal-denied_window_over = El derecho de desistimiento del pedido { $number } terminó el { $last_day }, { $days } días después de la entrega del { $delivered }.
withdrawal-denied_excluded = La ley excluye { $title } del derecho de desistimiento.

ask-return_order = ¿De qué pedido se trata?
ask-return_line = ¿Qué quieres devolver del pedido { $number }?
ask-exchange_line = ¿Qué quieres cambiar del pedido { $number }?
ask-exchange_for = ¿Qué quieres en lugar de { $title }?
ask-exchange_else = Ahora no puedo enviar otra versión de { $title }. ¿Qué otro artículo quieres, o prefieres el dinero?
ask-return = ¿Registro esta devolución de { $refund }? Puedes decirme el motivo, pero no hace falta.
ask-replacement = ¿Registro este cambio?
ask-withdrawal = ¿Registro este desistimiento de { $refund }?
ask-faulty = ¿Está defectuoso { $title }? Entonces hay otros derechos.
ask-appeal = ¿Quieres que una persona que no lo decidió revise el caso { $rma }?
ask-claim_photo = Para resolverlo pronto: envía por favor una foto más de { $title } en la que se lea la etiqueta de la caja.
ask-claim_wish = ¿Quieres { $title } de nuevo o que te devolvamos el dinero?
ask-window = ¿Qué hora te viene bien para { $title }?
ask-service = ¿Qué quieres reservar?
ask-booking = ¿Reservo { $title } con { $staff }, { $starts_at }, { $price } a pagar en la tienda?
ask-add_it = ¿Añado { $title } al carrito?
ask-erase = ¿Lo borro ahora? No se puede deshacer.
ask-gift = ¿Qué le gusta a esa persona?
ask-callback = ¿Prefieres que te llamemos? Llamamos en un plazo de { $hours } horas dentro de nuestro horario.
ask-phone = ¿A qué número podemos llamarle?

choice-everything = Todo
choice-faulty_yes = Sí, está defectuoso
choice-faulty_no = No
choice-appeal = Revisarlo de nuevo
choice-no_photo = No tengo otra foto
choice-replacement = Uno nuevo
choice-refund = Mi dinero
choice-erase_yes = Borrar
choice-erase_no = Conservar
choice-chat = Respóndanme aquí
choice-call = Llámenme

action-withdraw = Desistir
action-send_back = Devolver
action-exchange = Cambiarlo
action-keep_it = Quedármelo
action-book = Reservar
action-cancel_booking = Cancelar

booking-none = No encuentro ninguna hora libre que encaje.
booking-free = Horas libres para { $title }, hora de { $city }:
booking-taken = { $starts_at } no está libre. Las horas más cercanas, hora de { $city }:
booking-window = { $starts_at }
booking-with = con { $staff }
booking-price = { $price }
booking-held = Te guardo { $title } con { $staff }: { $starts_at }, hora de { $city }. La reserva provisional termina { $expires_at }.
booking-held_also = Te guardo { $title } con { $staff }: { $starts_at }, hora de { $city }. La reserva provisional termina { $expires_at }. También libre: { $others }.
booking-no_services = Aquí no se puede reservar nada.
booking-moved = Cambiada: { $title } con { $staff }, { $starts_at }, hora de { $city }.
return-stands = Devolución { $rma } del pedido { $number }: { $status }, { $refund }.
return-stands_exchange = Cambio { $rma } del pedido { $number } por { $new }: { $status }.
return-none_of_yours = No veo aquí ninguna devolución suya.
time-no_such_day = Ese mes no tiene día { $day }: termina el { $last_day }. Dime otro día, por favor.
booking-no_such_staff = No encuentro a «{ $name }» aquí. { $title } lo hacen { $people }.
ask-cancel_booking = ¿Cancelo la cita { $title }, { $starts_at }?
add-order_is_placed = El pedido { $number } ya está hecho y queda como está; con esto empieza una cesta nueva.
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , menos su parte del descuento del pedido ({ $offers }), { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] , más { $tax } de impuestos
   *[no] {""}
}. Son { $refund }.
refund-line_plain = { $title }: { $refund }.
refund-fees = Depósitos y cargos que se devuelven: { $fees }.
refund-delivery = También se devuelve el envío: { $delivery }.
refund-no_delivery = El envío ({ $delivery }) no entra: solo se devuelve si desiste del pedido entero.
refund-total = En total { $refund }.
refund-exchange = De los { $credit } pagados, { $new } se lleva { $balance ->
    [more] todo, y quedan { $difference } por pagar.
    [less] una parte, y recibe { $difference }.
   *[even] todo.
}
booking-none_of_yours = No veo aquí ninguna cita suya.
booking-confirmed = Reservado: { $title } con { $staff }, { $starts_at }, hora de { $city }. Paga { $price } en la tienda.
booking-canceled = La cita { $starts_at } está cancelada.
booking-here = { $count ->
    [one] Tu cita:
   *[other] Tus { $count } citas:
}
booking-add_on = { $title } ({ $price }) todavía cabría.
booking-status_held = Guardada para ti
booking-status_confirmed = Reservada
booking-status_canceled = Cancelada
booking-status_expired = Ya no se guarda

fit-fits = Sí, según lo declarado: { $title } tiene { $name } { $declared } y { $value } encaja.
fit-too_small = No: { $title } es para { $name } { $declared }, así que { $value } es demasiado pequeño. No lo he añadido.
fit-too_large = No: { $title } es para { $name } { $declared }, así que { $value } es demasiado grande. No lo he añadido.
fit-other_size = No: { $title } se declara con { $name } { $declared }, no { $value }. No lo he añadido.
fit-unknown = No hay nada declarado sobre si { $title } sirve para { $value }, así que no puedo decirlo.

gift-options = { $count ->
    [one] Una idea que respeta tus límites:
   *[other] { $count } ideas que respetan tus límites:
}
gift-none = No encuentro nada dentro de esos límites.
gift-total = { $total } con envío
gift-total_because = { $name }: { $value } · { $total } con envío
gift-within = Cada una queda dentro de { $limit }, con el envío de { $fee } incluido.
gift-arrives = Si se pide ahora, el envío estándar llega entre el { $earliest } y el { $latest }.
gift-too_late = El envío estándar llegaría entre el { $earliest } y el { $latest }; no puedo prometer el día que necesita. Recogerlo en tienda sería más rápido.
gift-declared = Declarado { $diet } por el fabricante: { $titles }.
gift-not_declared = Sobre { $diet } no hay nada declarado para { $titles }, así que no afirmo nada.

handoff-queued_open = He pedido a una persona del equipo que se encargue. Ve nuestra conversación, no hace falta repetir nada.
handoff-closed_until = Ahora mismo no hay nadie. El equipo vuelve { $opens } y verá tu mensaje primero.
handoff-position = { $position ->
    [1] Eres el siguiente.
   *[other] Eres el número { $position } en la fila.
}
handoff-stays_here = De acuerdo, la respuesta llega aquí.
handoff-callback = Anotado: una persona del equipo te llama al { $phone }.
handoff-taken = Ya está aquí una persona del equipo.
handoff-closed = Mi equipo ha cerrado este asunto. Estoy aquí de nuevo si necesita algo.
mood-sorry = Lo siento.

data-nothing = No has iniciado sesión; no sé nada de ti salvo lo que escribiste en esta conversación.
data-known = { $name }, guardamos: { $addresses ->
    [one] una dirección
   *[other] { $addresses } direcciones
}, { $orders ->
    [one] un pedido
   *[other] { $orders } pedidos
}, { $cards ->
    [0] ninguna tarjeta
    [one] una tarjeta (solo como token)
   *[other] { $cards } tarjetas (solo como token)
} y tus conversaciones aquí.
data-rights = Puedes pedir que se corrija, llevártelo o borrarlo.
data-guest_only = No has iniciado sesión; puedo borrar esta conversación con sus fotos y notas de voz. Para una cuenta, inicia sesión primero: esa es la prueba de que es tuya.
data-goes = Se borra de inmediato: tu perfil, { $addresses ->
    [one] una dirección
   *[other] { $addresses } direcciones
}, tarjetas guardadas, todas las conversaciones, fotos, notas de voz y carritos abiertos.
data-stays = Se conserva, porque la ley fiscal lo exige: { $orders ->
    [one] la factura de un pedido
   *[other] las facturas de { $orders } pedidos
}, bloqueado para cualquier otro uso, como máximo hasta finales de { $until }.
data-kept = De acuerdo, no se ha borrado nada.
data-erased = Hecho. Tus datos están borrados. Certificado: { $certificate }

refusal-return_unknown_order = No encuentro aquí ningún pedido { $number } suyo.
refusal-return_unknown = Aquí no hay tal devolución.
refusal-return_canceled_order = El pedido { $number } se canceló; no hay nada que devolver.
refusal-return_nothing_left = No queda nada que devolver del pedido { $number }.
refusal-return_not_delivered = El pedido { $number } aún no se ha entregado.
refusal-return_window_over = El pedido { $number } se entregó el { $delivered }; nuestros { $days } días terminaron el { $last_day }.
refusal-return_excluded = { $title } no entra en nuestra promesa de devolución.
refusal-return_too_late = Para la devolución { $rma } eso ya no es posible.
refusal-exchange_sold_out = { $title } se acaba de agotar, así que no he registrado el cambio.
refusal-exchange_not_paid = Para este cambio quedan por pagar { $amount }.
refusal-withdrawal_over = El derecho de desistimiento del pedido { $number } terminó el { $last_day }.
refusal-withdrawal_excluded = La ley excluye { $title } del derecho de desistimiento.
refusal-service_unknown = Eso no se puede reservar aquí.
refusal-booking_unknown = No veo tal cita suya.
refusal-booking_fixed = La cita { $starts_at } ya no se puede cambiar.
refusal-window_taken = { $starts_at } acaba de ocuparse.
refusal-hold_expired = La hora ya no se guarda y ha pasado.
refusal-callback_no_ticket = Todavía no se ha pedido a nadie que llame.
refusal-handoff_unknown = No existe esa conversación.
refusal-handoff_not_taken = Nadie ha tomado esta conversación.
refusal-staff_only = Eso solo puede hacerlo el equipo.
refusal-message_unusable = El mensaje está vacío o es demasiado largo.
refusal-erasure_unproven = Para protegerle necesito la prueba de que esta cuenta es suya. Inicie sesión con una cuenta verificada.
refusal-erasure_unknown = No hay nada que borrar.
refusal-erasure_payment_open = Hay un pago en curso. Termínelo o cancélelo y vuelva a pedirlo.

confirm-booking_fee = Falta menos de un día para { $starts_at }, por eso cancelar cuesta { $fee }. ¿Cancelar de todos modos?
