# Lo que trae consigo un modelo de lenguaje: nunca se nombra y nunca es el motivo de una promesa.

model-reduced = Ahora mismo estoy en un modo más sencillo, así que me ayudan las frases claras y cortas. Tu carrito, el pago y los pedidos funcionan como siempre.

propose-clear_cart = ¿Quieres que vacíe tu carrito?
propose-cancel = ¿Quieres que deje lo que estábamos haciendo?
propose-start_over = ¿Quieres empezar de nuevo, con el carrito vacío?
propose-ask_person = ¿Quieres que avise a una persona del equipo?
