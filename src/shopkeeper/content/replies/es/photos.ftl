perception-image_busy = Ahora mismo se están mirando muchas fotos y no he podido ver la tuya. Envíala otra vez en un momento.
perception-image_too_large = Una foto es demasiado grande para abrirla. Basta una copia más pequeña o una captura.
perception-image_too_small = Una foto es demasiado pequeña para ver algo en ella.
perception-image_broken = Una foto está dañada y no se puede abrir, así que he seguido sin ella.
perception-image_heic = Una foto está en formato HEIC, que esta tienda no puede abrir. Envíala como JPEG.
perception-image_unknown = Un archivo no es una foto que yo pueda abrir. Sirven JPEG, PNG, WebP y GIF.
perception-image_many = Puedo mirar seis fotos a la vez, así que he dejado fuera las demás.
perception-image_identity = Una foto parece un documento de identidad; ni la he leído ni la he guardado. Aquí no hace falta: si hay una edad mínima, la edad se comprueba en persona en la entrega.
perception-which_photos = { $several ->
    [0] Es la foto { $numbers } de { $count }.
   *[other] Son las fotos { $numbers } de { $count }.
}
photo-unknown = No encuentro en nuestro catálogo lo que aparece en la foto. Dime qué es o envía una foto del código de barras.
photo-alike = No estoy seguro de qué muestra la foto. Estos se parecen:
photo-which = No estoy seguro de cuál de estos muestra la foto. ¿Cuál quieres?
photo-either = Podría ser uno de estos. ¿Cuál quieres?
photo-differs = En la foto parece { $seen }, pero has dicho { $said }. ¿Cuál quieres?
photo-differs_variant = En la foto se ve { $seen }, pero has dicho { $said }. ¿Qué { $title } quieres?
photo-either_variant = La foto podría ser cualquiera de estos. ¿Qué { $title } quieres?
photo-receipt = Parece un recibo de { $total } del { $day }. ¿Qué quieres hacer con él?
photo-reads = En la foto leo «{ $text }». ¿Qué te gustaría saber?
photo-teach = ¿Es lo que muestra tu foto? Si quieres, la tienda guarda su aspecto (no la foto) para reconocerlo mejor. Se borra con tus datos.
photo-teach_yes = Sí, aprender de ella
photo-learned = Gracias, anotado.
refusal-photo_not_known = Esa foto no se envió aquí o no muestra nada que vendamos.
refusal-photo_enough = Gracias, con eso basta para aprender.
photo-several = En la foto veo { $count } cosas que tenemos. ¿Cuál es?
photo-listed = En la foto leo: { $list }. ¿Lo añado al carrito?
perception-image_unsuitable = Retengo una foto: una persona del equipo la revisa antes de que nadie la vea. No se guarda. Dime con palabras qué buscas o envía otra foto.
