perception-image_busy = Beaucoup de photos sont en cours d'examen, je n'ai pas pu voir la vôtre. Renvoyez-la dans un instant.
perception-image_too_large = Une photo est trop grande pour être ouverte. Une copie plus petite ou une capture d'écran suffit.
perception-image_too_small = Une photo est trop petite pour y voir quelque chose.
perception-image_broken = Une photo est endommagée et ne s'ouvre pas, j'ai donc continué sans elle.
perception-image_heic = Une photo est au format HEIC, que cette boutique ne peut pas ouvrir. Envoyez-la en JPEG.
perception-image_unknown = Un fichier n'est pas une photo que je peux ouvrir. JPEG, PNG, WebP et GIF conviennent.
perception-image_many = Je peux regarder six photos à la fois, j'ai donc laissé les autres de côté.
perception-image_identity = Une photo ressemble à une pièce d'identité ; je ne l'ai ni lue ni conservée. Je n'en ai pas besoin ici : s'il y a un âge minimum, il est vérifié en personne à la remise.
perception-which_photos = { $several ->
    [0] Il s’agit de la photo { $numbers } sur { $count }.
   *[other] Il s’agit des photos { $numbers } sur { $count }.
}
photo-unknown = Je ne trouve pas dans notre catalogue ce que montre la photo. Dites-moi ce que c'est, ou envoyez une photo du code-barres.
photo-alike = Je ne suis pas sûr de ce que montre la photo. Ceux-ci se ressemblent :
photo-which = Je ne suis pas sûr de savoir lequel la photo montre. Lequel souhaitez-vous ?
photo-either = C'est peut-être l'un de ceux-ci. Lequel souhaitez-vous ?
photo-differs = Sur la photo, on dirait { $seen }, mais vous avez dit { $said }. Lequel souhaitez-vous ?
photo-differs_variant = Sur la photo, on dirait { $seen }, mais vous avez dit { $said }. Quel modèle de { $title } souhaitez-vous ?
photo-either_variant = La photo peut montrer n'importe lequel de ceux-ci. Quel modèle de { $title } souhaitez-vous ?
photo-receipt = On dirait un ticket de { $total } du { $day }. Que souhaitez-vous en faire ?
photo-reads = Sur la photo, je lis « { $text } ». Que souhaitez-vous savoir ?
photo-teach = Est-ce bien ce que montre votre photo ? Si vous voulez, la boutique retient son aspect (pas la photo) pour mieux le reconnaître. Il est effacé avec vos données.
photo-teach_yes = Oui, en tirer parti
photo-learned = Merci, c'est noté.
refusal-photo_not_known = Cette photo n'a pas été envoyée ici, ou ne montre rien que nous vendions.
refusal-photo_enough = Merci, c'est assez pour apprendre.
photo-several = Sur la photo, je vois { $count } articles que nous avons. Lequel est-ce ?
photo-listed = Sur la photo, je lis : { $list }. Dois-je l’ajouter au panier ?
perception-image_unsuitable = Je retiens une photo : une personne de l'équipe la vérifie avant que quiconque la voie. Elle n'est pas conservée. Dites avec des mots ce que vous cherchez, ou envoyez une autre photo.
