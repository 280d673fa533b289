perception-image_busy = Many photos are being looked at just now, so I could not look at yours. Please send it again in a moment.
perception-image_too_large = One photo is too large to open. A smaller copy or a screenshot of it will do.
perception-image_too_small = One photo is too small to see anything on it.
perception-image_broken = One photo is damaged and cannot be opened, so I went on without it.
perception-image_heic = One photo is in the HEIC format, which this shop cannot open. Please send it as JPEG.
perception-image_unknown = One file is not a photo I can open. JPEG, PNG, WebP and GIF work.
perception-image_many = I can look at six photos at a time, so I left out the others.
perception-image_identity = One photo looks like an identity document, so I neither read nor kept it. I do not need one here: where there is an age limit, age is checked in person at handover.
perception-which_photos = { $several ->
    [0] That is photo { $numbers } of { $count }.
   *[other] Those are photos { $numbers } of { $count }.
}
photo-unknown = I cannot find what is in the photo in our catalog. Tell me what it is, or send a photo of its barcode.
photo-alike = I am not sure what the photo shows. These look alike:
photo-which = I am not sure which of these the photo shows. Which one would you like?
photo-either = It could be one of these. Which one would you like?
photo-differs = The photo looks like { $seen }, you said { $said }. Which one would you like?
photo-differs_variant = The photo looks { $seen }, you said { $said }. Which { $title } would you like?
photo-either_variant = The photo could be any of these. Which { $title } would you like?
photo-receipt = That looks like a receipt over { $total } from { $day }. What would you like to do with it?
photo-reads = On the photo I can read “{ $text }”. What would you like to know about it?
photo-teach = Is that what your photo shows? If you like, the shop keeps what it looks like (not the photo) to recognize it better. It goes with your data when you erase them.
photo-teach_yes = Yes, learn from it
photo-learned = Thank you, noted.
refusal-photo_not_known = That photo was not sent here, or shows nothing we sell.
refusal-photo_enough = Thank you, that is enough to learn from.
photo-several = I see { $count } things we have in this photo. Which one do you mean?
photo-listed = On the photo I read: { $list }. Shall I add that to the cart?
perception-image_unsuitable = One photo I hold back: a person from the team looks at it before anybody sees it. It is not kept. Please describe in words what you are looking for, or send another photo.
