# Lo que se dice sobre los pagos. Nunca culpa, nunca bromea con el dinero y siempre dice qué pasa con él.

payment-order_placed = Gracias. El pago de { $amount } está aprobado y tu pedido { $number } está hecho.
payment-pickup_code = Tu código de recogida es { $code }.
payment-page = Por favor, termina el pago de { $amount } en la página de pago segura. Seguiré aquí en cuanto esté hecho.
payment-checking = El servicio de pago todavía no ha respondido. Lo estoy comprobando; no se te cobrará dos veces.
payment-declined_bank = El pago no se ha aprobado y no se ha cobrado nada. El banco no ha dado ningún motivo.
payment-declined_limit = El pago no se ha aprobado por un límite de este medio de pago. No se ha cobrado nada.
payment-declined_card_details = El pago no se ha aprobado porque algunos datos de la tarjeta no coinciden. No se ha cobrado nada.
payment-declined_verification = La comprobación adicional con el banco no se ha completado. No se ha cobrado nada.
payment-declined_unavailable = Ahora mismo no se puede contactar con el servicio de pago. No se ha cobrado nada.
payment-kept_until = Te guardo los artículos hasta: { $until }.
payment-other_ways = ¿Quieres intentarlo de nuevo o usar otra tarjeta?
payment-other_ways_pickup = ¿Quieres intentarlo de nuevo, usar otra tarjeta o pagar al recogerlo?
payment-not_charged = El pago no se ha completado. No se ha cobrado nada.
payment-returned = Ha llegado un pago de { $amount } por una compra que ya no está abierta. Lo devuelvo íntegro; no tienes que hacer nada.
payment-returned_stock_gone = { $title } se ha agotado mientras se comprobaba el pago. Devuelvo íntegros los { $amount }; no tienes que hacer nada.
refusal-stock_gone = { $title } se acaba de agotar. No se ha cobrado nada.
refusal-not_agreed = Esta compra ha cambiado desde que diste tu acuerdo. No se ha cobrado nada; por favor, mira el nuevo total.
