# Après l'achat : retours, rendez-vous, compatibilité, cadeaux, personnes, données.

return-none = Je ne vois ici aucune commande à retourner. Si vous avez commandé avec un compte, connectez-vous d'abord.
return-not_found = Je ne trouve ici aucune commande { $number } à vous. Si c'est la vôtre, connectez-vous d'abord ; un numéro seul ne prouve rien.
return-no_such_line = La commande { $number } ne contient pas cela. Voici ce qu'elle contient :
return-only_unopened = { $titles } : par hygiène, retour seulement non ouvert.
exchange-same = { $title }, c'est ce que vous avez déjà.
return-draft = Retour de la commande { $number } préparé : { $refund } vous seraient remboursés par le même moyen de paiement.
return-draft_withdrawal = Rétractation pour la commande { $number } préparée : { $refund } vous sont remboursés par le même moyen de paiement.
return-draft_replacement = Échange de la commande { $number } préparé : vous recevez un nouvel exemplaire et l'ancien nous revient.
return-draft_exchange = Échange de la commande { $number } préparé : { $old } nous revient et vous recevez { $new } à la place. { $balance ->
    [more] Cela coûte { $difference } de plus que ce que vous avez payé pour l'article rendu.
    [less] Cela coûte moins : { $difference } vous sont remboursés par le même moyen de paiement.
   *[even] Le prix est le même.
}
return-order_of = commandée { $placed_at }
return-canceled = D'accord, rien n'est retourné.
claim-sorry = J'en suis désolé.
claim-person_looks = Merci. Une personne de l'équipe regarde vos photos et décide. D'ici là, rien n'est décidé contre vous.
return-denied_not_delivered = La commande { $number } n'est pas encore livrée, il n'y a donc rien à renvoyer. Si vous voulez l'annuler, j'appelle une personne.
return-denied_canceled = La commande { $number } a été annulée ; il n'y a rien à retourner.
return-denied_returned_already = Cet article de la commande { $number } est déjà en retour ou repris.
return-denied_excluded = { $title } n'est pas couvert par notre promesse de retour.
return-denied_window_over = { $title } de la commande { $number } a été livré le { $delivered }. Nos { $days } jours se sont terminés le { $last_day } ; notre promesse de retour ne le couvre plus.
return-law_still = La loi vous permet encore de vous rétracter jusqu'au { $last_day }. Si vous le souhaitez, écrivez « je me rétracte de { $number } ».
return-law_over = Le droit légal de rétractation de { $days } jours s'est aussi terminé le { $last_day }.
return-case = Votre dossier porte le numéro { $rma }. Si vous le voyez autrement, demandez un réexamen : une personne qui n'a pas pris la décision s'en charge.
return-appealed = Je transmets le dossier { $rma } à une personne qui n'a pas pris la décision.
return-return_already = Le retour { $rma } est déjà enregistré.
return-return_requested = Le retour { $rma } est enregistré, { $at }. Une personne décide sous un jour ouvré ; { $refund } vous seraient remboursés.
return-return_approved = Le retour { $rma } est enregistré, { $at }, et accepté. { $refund } vous sont remboursés dès l'arrivée des articles.
return-replacement_requested = L'échange { $rma } est enregistré, { $at }. Une personne de l'équipe l'examine sous un jour ouvré et vous répond ici.
return-replacement_approved = L'échange { $rma } est enregistré, { $at }, et accepté. Le nouvel exemplaire part dès que l'ancien est arrivé.
return-exchange_requested = L'échange { $rma } est enregistré, { $at }. { $new } vous est réservé jusqu'à { $until }. { $balance ->
    [more] Il reste { $difference } à payer : une personne de l'équipe vous dit ici comment sous un jour ouvré, et rien n'est débité avant.
   *[other] Une personne de l'équipe décide sous un jour ouvré et vous répond ici.
}
return-exchange_approved = L'échange { $rma } est enregistré, { $at }, et accepté. { $new } vous est réservé jusqu'à { $until }. { $ships ->
    [at_once] Il part maintenant ; merci de renvoyer l'autre.
   *[after_arrival] Il part dès que l'autre est arrivé.
} { $balance ->
    [more] { $difference } sont à payer avant.
    [less] { $difference } vous sont remboursés à l'arrivée des articles.
   *[even] Il n'y a rien à payer.
}
return-exchange_changed = Le prix a changé, donc rien n'est encore enregistré. Pour { $new } : { $balance ->
    [more] { $difference } de plus que ce que vous avez payé pour l'article rendu.
    [less] { $difference } vous seraient remboursés.
   *[even] rien à payer et rien à rembourser.
}
return-return_rejected = Le retour { $rma } n'a pas été accepté.
return-return_overturned = Le service client a réexaminé le dossier { $rma }, { $at }, et a tranché en votre faveur, à titre commercial. { $refund } vous sont remboursés dès l'arrivée des articles.
return-return_canceled = Le retour { $rma } est abandonné.
return-arrived = Le retour { $rma } est arrivé. { $refund } de la commande { $number } vous sont remboursés maintenant.
return-arrived_settled = Le retour { $rma } est arrivé et réglé : ce qui avait été payé est déjà remboursé.
return-arrived_exchange = Échange { $rma } : l'ancien article est arrivé et { $new } part maintenant.
return-arrived_replacement = Échange { $rma } : l'ancien article est arrivé et le nouveau part maintenant.
return-arrived_refused = Le retour { $rma } est arrivé, mais n'a pas pu être accepté. { $note }
return-status_draft = Attend votre oui
return-status_requested = Demandé
return-status_approved = Accepté
return-status_rejected = Non accepté
return-status_received = Reçu
return-status_inspected = Vérifié
return-status_resolved = Remboursé
return-status_canceled = Abandonné
return-reason_too_small = trop petit
return-reason_too_large = trop grand
return-reason_not_as_expected = pas comme attendu
return-reason_changed_mind = plus nécessaire
return-reason_damaged = arrivé abîmé
return-reason_faulty = défectueux
return-reason_wrong_item = mauvais article
return-reason_not_stated = sans motif
return-goods = Articles, remises déduites
return-refund = Vous recevez
return-instead = À la place : { $title }
return-to_pay = À payer

withdrawal-denied_window_over = Le droit de rétractation pour la commande { $number } s'est terminé le { $last_day }, { $days } jours après la livraison du { $delivered }.
withdrawal-denied_excluded = La loi exclut { $title } du droit de rétractation.

ask-return_order = De quelle commande s'agit-il ?
ask-return_line = Que voulez-vous renvoyer de la commande { $number } ?
ask-exchange_line = Que voulez-vous échanger de la commande { $number } ?
ask-exchange_for = Que voulez-vous à la place de { $title } ?
ask-exchange_else = Je ne peux pas envoyer d'autre version de { $title } en ce moment. Quel autre article voulez-vous, ou le remboursement ?
ask-return = Dois-je enregistrer ce retour de { $refund } ? Vous pouvez dire pourquoi, sans obligation.
ask-replacement = Dois-je enregistrer cet échange ?
ask-withdrawal = Dois-je enregistrer cette rétractation de { $refund } ?
ask-faulty = { $title } est-il défectueux ? D'autres droits s'appliquent alors.
ask-appeal = Souhaitez-vous qu'une personne qui n'a pas pris la décision réexamine le dossier { $rma } ?
ask-claim_photo = Pour que cela aille vite : envoyez s'il vous plaît encore une photo de { $title } où l'on peut lire l'étiquette de la boîte.
ask-claim_wish = Souhaitez-vous un nouvel exemplaire de { $title } ou le remboursement ?
ask-window = Quelle heure vous convient pour { $title } ?
ask-service = Que souhaitez-vous réserver ?
ask-booking = Dois-je réserver { $title } avec { $staff }, { $starts_at }, { $price } à payer en boutique ?
ask-add_it = Dois-je ajouter { $title } au panier ?
ask-erase = Dois-je tout supprimer maintenant ? C'est irréversible.
ask-gift = Qu'est-ce qui lui plaît ?
ask-callback = Préférez-vous être appelé ? Nous rappelons dans les { $hours } heures, pendant nos horaires.
ask-phone = À quel numéro vous joindre ?

choice-everything = Tout
choice-faulty_yes = Oui, défectueux
choice-faulty_no = Non
choice-appeal = Réexaminer
choice-no_photo = Je n'ai pas d'autre photo
choice-replacement = Un nouveau
choice-refund = Le remboursement
choice-erase_yes = Supprimer
choice-erase_no = Garder
choice-chat = Répondre ici
choice-call = M'appeler

action-withdraw = Me rétracter
action-send_back = Renvoyer
action-exchange = Échanger
action-keep_it = Garder
action-book = Réserver
action-cancel_booking = Annuler

booking-none = Je ne trouve aucun créneau libre qui convienne.
booking-free = Créneaux libres pour { $title }, heure de { $city } :
booking-taken = { $starts_at } n'est pas libre. Les créneaux les plus proches, heure de { $city } :
booking-window = { $starts_at }
booking-with = avec { $staff }
booking-price = { $price }
booking-held = Je vous garde { $title } avec { $staff } : { $starts_at }, heure de { $city }. Gardé jusqu'à { $expires_at }.
booking-held_also = Je vous garde { $title } avec { $staff } : { $starts_at }, heure de { $city }. Gardé jusqu'à { $expires_at }. Aussi libre : { $others }.
booking-no_services = Rien ne peut être réservé ici.
booking-moved = Déplacé : { $title } avec { $staff }, { $starts_at }, heure de { $city }.
return-stands = Retour { $rma } de la commande { $number } : { $status }, { $refund }.
return-stands_exchange = Échange { $rma } de la commande { $number } contre { $new } : { $status }.
return-none_of_yours = Je ne vois aucun retour à vous ici.
time-no_such_day = Il n’y a pas de { $day } ce mois-là : il finit le { $last_day }. Merci d’indiquer un autre jour.
booking-no_such_staff = Je ne trouve pas « { $name } » ici. { $title } : avec { $people }.
ask-cancel_booking = Dois-je annuler le rendez-vous { $title }, { $starts_at } ?
add-order_is_placed = La commande { $number } est passée et reste telle quelle ; ceci commence un nouveau panier.
refund-line = { $title } : { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , moins sa part de la remise de la commande ({ $offers }), { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] , plus { $tax } de taxes
   *[no] {""}
}. Cela fait { $refund }.
refund-line_plain = { $title } : { $refund }.
refund-fees = Consignes et frais remboursés : { $fees }.
refund-delivery = La livraison est remboursée aussi : { $delivery }.
refund-no_delivery = La livraison ({ $delivery }) n'en fait pas partie : elle n'est remboursée qu'en cas de rétractation de toute la commande.
refund-total = Au total { $refund }.
refund-exchange = Des { $credit } payés, { $new } prend { $balance ->
    [more] tout, et il reste { $difference } à payer.
    [less] une partie, et { $difference } vous reviennent.
   *[even] tout.
}
booking-none_of_yours = Je ne vois aucun rendez-vous à vous ici.
booking-confirmed = Réservé : { $title } avec { $staff }, { $starts_at }, heure de { $city }. Vous payez { $price } en boutique.
booking-canceled = Le rendez-vous { $starts_at } est annulé.
booking-here = { $count ->
    [one] Votre rendez-vous :
   *[other] Vos { $count } rendez-vous :
}
booking-add_on = { $title } ({ $price }) tiendrait encore dans le créneau.
booking-status_held = Gardé pour vous
booking-status_confirmed = Réservé
booking-status_canceled = Annulé
booking-status_expired = N'est plus gardé

fit-fits = Oui, d'après ce qui est déclaré : { $title } a { $name } { $declared }, et { $value } convient.
fit-too_small = Non : { $title } est fait pour { $name } { $declared } ; { $value } est trop petit. Je ne l'ai pas ajouté.
fit-too_large = Non : { $title } est fait pour { $name } { $declared } ; { $value } est trop grand. Je ne l'ai pas ajouté.
fit-other_size = Non : { $title } est déclaré avec { $name } { $declared }, pas { $value }. Je ne l'ai pas ajouté.
fit-unknown = Rien n'est déclaré sur { $title } pour { $value } ; je ne peux pas le dire.

gift-options = { $count ->
    [one] Une idée qui respecte vos limites :
   *[other] { $count } idées qui respectent vos limites :
}
gift-none = Je ne trouve rien dans ces limites.
gift-total = { $total } livraison comprise
gift-total_because = { $name } : { $value } · { $total } livraison comprise
gift-within = Chacune reste sous { $limit }, livraison de { $fee } comprise.
gift-arrives = Commandé maintenant, la livraison standard arrive entre le { $earliest } et le { $latest }.
gift-too_late = La livraison standard arriverait entre le { $earliest } et le { $latest } ; je ne peux pas promettre le jour voulu. Le retrait en boutique serait plus rapide.
gift-declared = Déclaré { $diet } par le fabricant : { $titles }.
gift-not_declared = Rien n'est déclaré sur { $diet } pour { $titles } ; je n'affirme donc rien.

handoff-queued_open = J'ai demandé à une personne de l'équipe de prendre la suite. Elle voit notre conversation, inutile de répéter.
handoff-closed_until = Personne n'est là pour l'instant. L'équipe revient { $opens } et trouvera votre message en premier.
handoff-position = { $position ->
    [1] C'est bientôt à vous : vous êtes en tête de file.
   *[other] Vous êtes numéro { $position } dans la file.
}
handoff-stays_here = D'accord, la réponse arrive ici.
handoff-callback = Noté : une personne de l'équipe vous appelle au { $phone }.
handoff-taken = Une personne de l'équipe est là.
handoff-closed = Mon équipe a terminé. Je suis de nouveau là si besoin.
mood-sorry = Je suis désolé.

data-nothing = Vous n'êtes pas connecté ; je ne sais rien de vous, sauf ce que vous avez écrit dans cette conversation.
data-known = { $name }, nous gardons : { $addresses ->
    [one] une adresse
   *[other] { $addresses } adresses
}, { $orders ->
    [one] une commande
   *[other] { $orders } commandes
}, { $cards ->
    [0] aucune carte
    [one] une carte (jeton seulement)
   *[other] { $cards } cartes (jetons seulement)
} et vos conversations ici.
data-rights = Vous pouvez les faire corriger, les emporter ou les supprimer.
data-guest_only = Vous n'êtes pas connecté ; je peux supprimer cette conversation avec ses photos et notes vocales. Pour un compte, connectez-vous d'abord : c'est la preuve qu'il est à vous.
data-goes = Supprimé tout de suite : votre profil, { $addresses ->
    [one] une adresse
   *[other] { $addresses } adresses
}, cartes enregistrées, toutes les conversations, photos, notes vocales et paniers ouverts.
data-stays = Conservé, car le droit fiscal l'exige : { $orders ->
    [one] la facture d'une commande
   *[other] les factures de { $orders } commandes
}, bloqué pour tout autre usage, au plus tard jusqu'à fin { $until }.
data-kept = D'accord, rien n'a été supprimé.
data-erased = C'est fait. Vos données sont supprimées. Attestation : { $certificate }

refusal-return_unknown_order = Je ne trouve ici aucune commande { $number } à vous.
refusal-return_unknown = Il n'y a pas de tel retour ici.
refusal-return_canceled_order = La commande { $number } a été annulée ; il n'y a rien à retourner.
refusal-return_nothing_left = Il ne reste rien à retourner de la commande { $number }.
refusal-return_not_delivered = La commande { $number } n'est pas encore livrée.
refusal-return_window_over = La commande { $number } a été livrée le { $delivered } ; nos { $days } jours se sont terminés le { $last_day }.
refusal-return_excluded = { $title } n'est pas couvert par notre promesse de retour.
refusal-return_too_late = Ce n'est plus possible pour le retour { $rma }.
refusal-exchange_sold_out = { $title } vient d'être épuisé ; l'échange n'est pas enregistré.
refusal-exchange_not_paid = Il reste { $amount } à payer pour cet échange.
refusal-withdrawal_over = Le droit de rétractation pour la commande { $number } s'est terminé le { $last_day }.
refusal-withdrawal_excluded = La loi exclut { $title } du droit de rétractation.
refusal-service_unknown = Cela ne se réserve pas ici.
refusal-booking_unknown = Je ne vois pas ce rendez-vous à vous.
refusal-booking_fixed = Le rendez-vous { $starts_at } ne peut plus être déplacé.
refusal-window_taken = { $starts_at } vient d'être pris.
refusal-hold_expired = Le créneau n'est plus gardé et il est passé.
refusal-callback_no_ticket = Personne n'a encore été prié d'appeler.
refusal-handoff_unknown = Cette conversation n'existe pas.
refusal-handoff_not_taken = Personne n'a pris cette conversation.
refusal-staff_only = Seule l'équipe peut le faire.
refusal-message_unusable = Le message est vide ou trop long.
refusal-erasure_unproven = Pour vous protéger, il me faut la preuve que ce compte est à vous. Connectez-vous avec un compte vérifié.
refusal-erasure_unknown = Il n'y a rien à supprimer.
refusal-erasure_payment_open = Un paiement est en cours. Terminez-le ou annulez-le, puis redemandez.

confirm-booking_fee = Il reste moins d'un jour avant { $starts_at } ; annuler coûte donc { $fee }. Annuler quand même ?
