# Nach dem Kauf und drumherum: Rückgaben, Termine, was passt, Geschenke, Menschen, Datenschutz.

return-none = Ich sehe hier keine Bestellung, die zurückgegeben werden könnte. Wenn Sie mit einem Konto bestellt haben, melden Sie sich bitte erst an.
return-not_found = Ich finde hier keine Bestellung { $number }, die Ihnen gehört. Ist es Ihre, melden Sie sich bitte erst an; eine Nummer allein beweist nichts.
return-no_such_line = Das ist nicht in Bestellung { $number }. Darin sind:
return-only_unopened = { $titles } nehmen wir aus Hygienegründen nur ungeöffnet zurück.
exchange-same = { $title } haben Sie schon.
return-draft = Rückgabe aus Bestellung { $number } vorbereitet: { $refund } kämen auf dem Zahlungsweg zurück.
return-draft_withdrawal = Widerruf zu Bestellung { $number } vorbereitet: { $refund } kommen auf dem Zahlungsweg zurück.
return-draft_replacement = Ersatz aus Bestellung { $number } vorbereitet: Sie bekommen ein neues Stück, und das alte kommt zu uns zurück.
return-draft_exchange = Umtausch aus Bestellung { $number } vorbereitet: { $old } kommt zu uns zurück, und Sie bekommen dafür { $new }. { $balance ->
    [more] Das kostet { $difference } mehr, als Sie für das Zurückgehende bezahlt haben.
    [less] Das kostet weniger: { $difference } kommen auf dem Zahlungsweg zurück.
   *[even] Der Preis ist derselbe.
}
return-order_of = bestellt { $placed_at }
return-canceled = Gut, nichts wird zurückgegeben.
claim-sorry = Das tut mir leid.
claim-person_looks = Danke. Jemand aus dem Team sieht sich Ihre Fotos an und entscheidet. Bis dahin ist nichts gegen Sie entschieden.
return-denied_not_delivered = Bestellung { $number } ist noch nicht zugestellt, es gibt also nichts zurückzuschicken. Wenn Sie stornieren möchten, hole ich einen Menschen dazu.
return-denied_canceled = Bestellung { $number } wurde storniert; es gibt nichts zurückzugeben.
return-denied_returned_already = Das aus Bestellung { $number } ist schon auf dem Rückweg oder zurückgenommen.
return-denied_excluded = { $title } ist von unserem Rückgabeversprechen ausgenommen.
return-denied_window_over = { $title } aus Bestellung { $number } wurde am { $delivered } zugestellt. Unsere { $days } Tage endeten am { $last_day }, das Rückgabeversprechen gilt dafür nicht mehr.
return-law_still = Von Gesetzes wegen können Sie diesen Kauf noch bis { $last_day } widerrufen. Wenn Sie das möchten, schreiben Sie „Ich widerrufe { $number }“.
return-law_over = Auch das gesetzliche Widerrufsrecht von { $days } Tagen endete am { $last_day }.
return-case = Ihr Fall hat die Nummer { $rma }. Wenn Sie es anders sehen, bitten Sie um eine neue Prüfung: Das macht ein Mensch, der es nicht entschieden hat.
return-appealed = Ich gebe den Fall { $rma } an einen Menschen weiter, der ihn nicht entschieden hat.
return-return_already = Rückgabe { $rma } ist schon eingetragen.
return-return_requested = Rückgabe { $rma } ist eingetragen, { $at }. Ein Mensch entscheidet innerhalb eines Werktags darüber; { $refund } kämen zurück.
return-return_approved = Rückgabe { $rma } ist eingetragen, { $at }, und genehmigt. { $refund } kommen zurück, sobald die Ware da ist.
return-replacement_requested = Umtausch { $rma } ist eingetragen, { $at }. Jemand aus dem Team prüft ihn innerhalb eines Werktags und meldet sich hier.
return-replacement_approved = Umtausch { $rma } ist eingetragen, { $at }, und genehmigt. Das neue Stück geht heraus, sobald das alte da ist.
return-exchange_requested = Umtausch { $rma } ist eingetragen, { $at }. { $new } ist für Sie zurückgelegt bis { $until }. { $balance ->
    [more] Zu zahlen sind { $difference }: Jemand aus dem Team sagt Ihnen hier innerhalb eines Werktags, wie; vorher wird nichts abgebucht.
   *[other] Jemand aus dem Team entscheidet innerhalb eines Werktags und meldet sich hier.
}
return-exchange_approved = Umtausch { $rma } ist eingetragen, { $at }, und genehmigt. { $new } ist für Sie zurückgelegt bis { $until }. { $ships ->
    [at_once] Es geht jetzt heraus; bitte schicken Sie das andere zurück.
   *[after_arrival] Es geht heraus, sobald das andere da ist.
} { $balance ->
    [more] Vorher sind { $difference } zu zahlen.
    [less] { $difference } kommen zurück, sobald die Ware da ist.
   *[even] Zu zahlen ist nichts.
}
return-exchange_changed = Der Preis hat sich geändert, darum ist noch nichts eingetragen. Für { $new }: { $balance ->
    [more] { $difference } mehr, als Sie für das Zurückgehende bezahlt haben.
    [less] { $difference } kämen zurück.
   *[even] nichts zu zahlen und nichts zurück.
}
return-return_rejected = Rückgabe { $rma } wurde nicht genehmigt.
return-return_overturned = Der Fall { $rma } wurde von unserem Kundendienst noch einmal geprüft, { $at }, und aus Kulanz für Sie entschieden. { $refund } kommen zurück, sobald die Ware da ist.
return-return_canceled = Rückgabe { $rma } ist abgesagt.
return-arrived = Rücksendung { $rma } ist angekommen. { $refund } aus Bestellung { $number } gehen jetzt an Sie zurück.
return-arrived_settled = Rücksendung { $rma } ist angekommen und erledigt: Was dafür bezahlt wurde, ist schon zurückgegangen.
return-arrived_exchange = Umtausch { $rma }: Der alte Artikel ist angekommen, { $new } wird jetzt verschickt.
return-arrived_replacement = Umtausch { $rma }: Der alte Artikel ist angekommen, der neue wird jetzt verschickt.
return-arrived_refused = Rücksendung { $rma } ist angekommen, konnte aber nicht angenommen werden. { $note }
return-status_draft = Wartet auf Ihr Ja
return-status_requested = Beantragt
return-status_approved = Genehmigt
return-status_rejected = Nicht genehmigt
return-status_received = Eingetroffen
return-status_inspected = Geprüft
return-status_resolved = Erstattet
return-status_canceled = Abgesagt
return-reason_too_small = zu klein
return-reason_too_large = zu groß
return-reason_not_as_expected = anders als erwartet
return-reason_changed_mind = nicht mehr gebraucht
return-reason_damaged = beschädigt angekommen
return-reason_faulty = defekt
return-reason_wrong_item = falscher Artikel
return-reason_not_stated = ohne Angabe von Gründen
return-goods = Ware, Rabatte abgezogen
return-refund = Sie erhalten zurück
return-instead = Dafür: { $title }
return-to_pay = Zu zahlen

withdrawal-denied_window_over = Das Widerrufsrecht für Bestellung { $number } endete am { $last_day }, { $days } Tage nach der Zustellung am { $delivered }.
withdrawal-denied_excluded = Das Gesetz nimmt { $title } vom Widerrufsrecht aus.

ask-return_order = Um welche Bestellung geht es?
ask-return_line = Was aus Bestellung { $number } möchten Sie zurückschicken?
ask-exchange_line = Was aus Bestellung { $number } möchten Sie umtauschen?
ask-exchange_for = Was möchten Sie statt { $title }?
ask-exchange_else = Eine andere Ausführung von { $title } kann ich gerade nicht schicken. Welche andere Ware möchten Sie, oder das Geld zurück?
ask-return = Soll ich diese Rückgabe über { $refund } eintragen? Den Grund dürfen Sie nennen, müssen es aber nicht.
ask-replacement = Soll ich diesen Umtausch eintragen?
ask-withdrawal = Soll ich diesen Widerruf über { $refund } eintragen?
ask-faulty = Ist { $title } defekt? Dann gelten andere Rechte.
ask-appeal = Soll ein Mensch, der es nicht entschieden hat, den Fall { $rma } noch einmal prüfen?
ask-claim_photo = Damit es schnell geht: Bitte schicken Sie noch ein Foto von { $title }, auf dem das Etikett der Verpackung zu lesen ist.
ask-claim_wish = Möchten Sie { $title } neu, oder Ihr Geld zurück?
ask-window = Welche Zeit für { $title } passt Ihnen?
ask-service = Was möchten Sie buchen?
ask-booking = Soll ich { $title } bei { $staff } buchen, { $starts_at }, { $price } im Laden zu zahlen?
ask-add_it = Soll ich { $title } in den Warenkorb legen?
ask-erase = Soll ich das jetzt löschen? Das lässt sich nicht rückgängig machen.
ask-gift = Was mag die Person?
ask-callback = Möchten Sie lieber angerufen werden? Wir rufen innerhalb von { $hours } Stunden unserer Öffnungszeiten zurück.
ask-phone = Unter welcher Nummer erreichen wir Sie?

choice-everything = Alles
choice-faulty_yes = Ja, defekt
choice-faulty_no = Nein
choice-appeal = Noch einmal prüfen
choice-no_photo = Ich habe kein weiteres Foto
choice-replacement = Neu schicken
choice-refund = Geld zurück
choice-erase_yes = Löschen
choice-erase_no = Behalten
choice-chat = Antwort hier
choice-call = Anrufen

action-withdraw = Widerrufen
action-send_back = Zurückschicken
action-exchange = Umtauschen
action-keep_it = Behalten
action-book = Buchen
action-cancel_booking = Absagen

booking-none = Ich finde keine freie Zeit, die passt.
booking-free = Freie Zeiten für { $title }, Ortszeit { $city }:
booking-taken = { $starts_at } ist nicht frei. Die nächstliegenden Zeiten, Ortszeit { $city }:
booking-window = { $starts_at }
booking-with = bei { $staff }
booking-price = { $price }
booking-held = Ich halte { $title } bei { $staff } für Sie frei: { $starts_at }, Ortszeit { $city }. Das gilt bis { $expires_at }.
booking-held_also = Ich halte { $title } bei { $staff } für Sie frei: { $starts_at }, Ortszeit { $city }. Das gilt bis { $expires_at }. Auch frei: { $others }.
booking-no_services = Hier kann man nichts buchen.
booking-moved = Verschoben: { $title } bei { $staff }, { $starts_at }, Ortszeit { $city }.
return-stands = Retoure { $rma } zu Bestellung { $number }: { $status }, { $refund }.
return-stands_exchange = Umtausch { $rma } aus Bestellung { $number } gegen { $new }: { $status }.
return-none_of_yours = Ich sehe hier keine Retoure von Ihnen.
time-no_such_day = Einen { $day }. gibt es in dem Monat nicht: Er endet am { $last_day }. Bitte nennen Sie einen anderen Tag.
booking-no_such_staff = „{ $name }“ finde ich hier nicht. { $title } gibt es bei { $people }.
ask-cancel_booking = Soll ich den Termin { $title }, { $starts_at }, absagen?
add-order_is_placed = Bestellung { $number } ist aufgegeben und bleibt, wie sie ist; damit beginnt ein neuer Warenkorb.
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , abzüglich des Anteils am Rabatt der Bestellung ({ $offers }), { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] , zuzüglich { $tax } Steuer
   *[no] {""}
}. Das sind { $refund }.
refund-line_plain = { $title }: { $refund }.
refund-fees = Pfand und Gebühren, die zurückgehen: { $fees }.
refund-delivery = Auch die Lieferung geht zurück: { $delivery }.
refund-no_delivery = Die Lieferung ({ $delivery }) ist nicht dabei: Sie geht nur bei Widerruf der ganzen Bestellung zurück.
refund-total = Zusammen { $refund }.
refund-exchange = Von bezahlten { $credit } nimmt { $new } { $balance ->
    [more] alles, und { $difference } sind noch zu zahlen.
    [less] einen Teil, und { $difference } kommen zurück.
   *[even] alles.
}
booking-none_of_yours = Ich sehe hier keinen Termin von Ihnen.
booking-confirmed = Gebucht: { $title } bei { $staff }, { $starts_at }, Ortszeit { $city }. Sie zahlen { $price } im Laden.
booking-canceled = Der Termin { $starts_at } ist abgesagt.
booking-here = { $count ->
    [one] Ihr Termin:
   *[other] Ihre { $count } Termine:
}
booking-add_on = { $title } ({ $price }) würde noch dazupassen.
booking-status_held = Für Sie freigehalten
booking-status_confirmed = Gebucht
booking-status_canceled = Abgesagt
booking-status_expired = Nicht mehr freigehalten

fit-fits = Ja, nach den Angaben: { $title } hat { $name } { $declared }, { $value } passt.
fit-too_small = Nein: { $title } ist für { $name } { $declared } gemacht, { $value } ist zu klein. Ich habe nichts hinzugefügt.
fit-too_large = Nein: { $title } ist für { $name } { $declared } gemacht, { $value } ist zu groß. Ich habe nichts hinzugefügt.
fit-other_size = Nein: { $title } ist mit { $name } { $declared } angegeben, nicht { $value }. Ich habe nichts hinzugefügt.
fit-unknown = Ob { $title } für { $value } passt, ist nicht angegeben; ich kann es nicht sagen.

gift-options = { $count ->
    [one] Eine Idee, die alle Grenzen einhält:
   *[other] { $count } Ideen, die alle Grenzen einhalten:
}
gift-none = Ich finde nichts, das in diese Grenzen passt.
gift-total = { $total } mit Lieferung
gift-total_because = { $name }: { $value } · { $total } mit Lieferung
gift-within = Jede bleibt unter { $limit }, { $fee } Lieferung eingerechnet.
gift-arrives = Jetzt bestellt, kommt die Standardlieferung zwischen { $earliest } und { $latest }.
gift-too_late = Die Standardlieferung käme zwischen { $earliest } und { $latest }; den gewünschten Tag kann ich nicht zusagen. Abholen im Laden wäre schneller.
gift-declared = Vom Hersteller als { $diet } angegeben: { $titles }.
gift-not_declared = Zu { $diet } ist bei { $titles } nichts angegeben; dazu sage ich nichts zu.

handoff-queued_open = Ich habe einen Menschen aus dem Team dazugebeten. Er sieht unser Gespräch, Sie müssen nichts wiederholen.
handoff-closed_until = Gerade ist niemand da. Das Team ist ab { $opens } wieder hier und findet Ihre Nachricht zuerst.
handoff-position = { $position ->
    [1] Sie sind als Nächstes dran.
   *[other] Sie sind an Stelle { $position } in der Reihe.
}
handoff-stays_here = Gut, die Antwort kommt hierher.
handoff-callback = Notiert: Ein Mensch aus dem Team ruft Sie unter { $phone } an.
handoff-taken = Jetzt ist ein Mensch aus dem Team da.
handoff-closed = Mein Team hat das abgeschlossen. Ich bin wieder da, wenn Sie etwas brauchen.
mood-sorry = Das tut mir leid.

data-nothing = Sie sind nicht angemeldet; ich weiß nichts über Sie außer dem, was Sie in diesem Gespräch geschrieben haben.
data-known = { $name }, wir speichern: { $addresses ->
    [one] eine Adresse
   *[other] { $addresses } Adressen
}, { $orders ->
    [one] eine Bestellung
   *[other] { $orders } Bestellungen
}, { $cards ->
    [0] keine Karte
    [one] eine Karte (nur als Token)
   *[other] { $cards } Karten (nur als Token)
} und Ihre Gespräche hier.
data-rights = Sie können das berichtigen, mitnehmen oder löschen lassen.
data-guest_only = Sie sind nicht angemeldet. Ich kann dieses Gespräch mit Fotos und Sprachnachrichten löschen. Für ein Konto melden Sie sich bitte erst an: Das ist der Nachweis, dass es Ihres ist.
data-goes = Sofort gelöscht werden: Ihr Profil, { $addresses ->
    [one] eine Adresse
   *[other] { $addresses } Adressen
}, gespeicherte Karten, alle Gespräche, Fotos, Sprachnachrichten und offene Warenkörbe.
data-stays = Es bleiben, weil das Steuerrecht es verlangt: { $orders ->
    [one] die Rechnung einer Bestellung
   *[other] die Rechnungen von { $orders } Bestellungen
}, für alles andere gesperrt, längstens bis Ende { $until }.
data-kept = Gut, nichts wurde gelöscht.
data-erased = Erledigt. Ihre Daten sind gelöscht. Bescheinigung: { $certificate }

refusal-return_unknown_order = Ich finde hier keine Bestellung { $number }, die Ihnen gehört.
refusal-return_unknown = Eine solche Rückgabe gibt es hier nicht.
refusal-return_canceled_order = Bestellung { $number } wurde storniert; es gibt nichts zurückzugeben.
refusal-return_nothing_left = Aus Bestellung { $number } ist nichts mehr zurückzugeben.
refusal-return_not_delivered = Bestellung { $number } ist noch nicht zugestellt.
refusal-return_window_over = Bestellung { $number } wurde am { $delivered } zugestellt; unsere { $days } Tage endeten am { $last_day }.
refusal-return_excluded = { $title } ist von unserem Rückgabeversprechen ausgenommen.
refusal-return_too_late = Für Rückgabe { $rma } geht das nicht mehr.
refusal-exchange_sold_out = { $title } ist gerade ausverkauft; der Umtausch ist nicht eingetragen.
refusal-exchange_not_paid = Für diesen Umtausch sind noch { $amount } zu bezahlen.
refusal-withdrawal_over = Das Widerrufsrecht für Bestellung { $number } endete am { $last_day }.
refusal-withdrawal_excluded = Das Gesetz nimmt { $title } vom Widerrufsrecht aus.
refusal-service_unknown = Das kann man hier nicht buchen.
refusal-booking_unknown = Ich sehe keinen solchen Termin von Ihnen.
refusal-booking_fixed = Der Termin { $starts_at } lässt sich nicht mehr verschieben.
refusal-window_taken = { $starts_at } wurde gerade vergeben.
refusal-hold_expired = Die Zeit wird nicht mehr freigehalten und ist vorbei.
refusal-callback_no_ticket = Es wurde noch niemand um einen Anruf gebeten.
refusal-handoff_unknown = Dieses Gespräch gibt es nicht.
refusal-handoff_not_taken = Niemand hat dieses Gespräch übernommen.
refusal-staff_only = Das kann nur das Team.
refusal-message_unusable = Die Nachricht ist leer oder zu lang.
refusal-erasure_unproven = Zu Ihrem Schutz brauche ich einen Nachweis, dass dieses Konto Ihres ist. Bitte melden Sie sich mit einem bestätigten Konto an.
refusal-erasure_unknown = Es gibt nichts zu löschen.
refusal-erasure_payment_open = Eine Zahlung läuft noch. Schließen Sie sie ab oder brechen Sie sie ab und fragen Sie dann noch einmal.

confirm-booking_fee = Bis { $starts_at } ist es weniger als ein Tag, die Absage kostet deshalb { $fee }. Trotzdem absagen?
