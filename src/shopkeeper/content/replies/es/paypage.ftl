# Lo que dice la página con el campo de tarjeta del proveedor.

paypage-title = Pagar a { $shop }
paypage-card = Tarjeta
paypage-pay = Pagar { $amount }
paypage-back = Volver a la tienda sin pagar
paypage-private = El número de tu tarjeta va directamente al proveedor de pagos. { $shop } nunca lo ve.
paypage-paid = Pago aprobado
paypage-paid_text = La tienda ya lo sabe. Puedes cerrar esta página.
paypage-over = Este pago está cerrado
paypage-over_text = Aquí no queda nada por pagar. En la tienda puedes ver cómo está todo.
paypage-trouble = No se ha podido completar y no se ha cobrado nada. Inténtelo de nuevo o use otra tarjeta.
paypage-to_shop = Volver a la tienda
paypage-total = Total
paypage-rest = Entrega y descuentos
paypage-waiting = Un momento, por favor
paypage-keep = Guardar esta tarjeta para la próxima vez en { $shop }. Puedes eliminarla cuando quieras.
