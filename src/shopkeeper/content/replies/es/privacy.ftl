# Lo que se dice cuando alguien muestra un número de tarjeta. Se quita antes de guardar nada.

privacy-card_masked = He quitado un número de tarjeta de tu mensaje y no lo he guardado. No escribas aquí datos de tarjetas; se introducen solo en la página de pago segura.
privacy-card_photo = En esa foto hay un número de tarjeta, así que no la he guardado ni leído. Introduzca los datos de la tarjeta solo en la página de pago segura.
