# Lo que se dice de tarjetas regalo y saldo.

credit-applied = A { $title } le quedan { $amount } y paga lo que alcance.
credit-already = Ya hay una tarjeta regalo contada.
credit-ask_code = Escribe aquí el código de tu tarjeta regalo y pagará lo que alcance de tu pedido. El resto se paga de otra forma.
credit-gift_card = Tarjeta regalo
credit-store_credit = Saldo
refusal-credit_over = La tarjeta regalo { $label } caducó el { $at }.
refusal-credit_spent = No queda saldo en la tarjeta regalo { $label }.
refusal-credit_gone = El saldo de tu tarjeta regalo ha cambiado. No se ha cobrado nada; mira el nuevo total.
ask-consent_split = El total es { $total }: { $credit } de tu tarjeta regalo y { $due } por pagar. ¿Hago el pedido?
