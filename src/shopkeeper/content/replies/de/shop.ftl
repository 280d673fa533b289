# Über den Laden selbst: wer antwortet, was es gibt, wo und wann; und was in den Bedingungen wörtlich steht.

talk-identity = Ich bin der automatische Assistent von { $shop }, kein Mensch. Was ich sage, stammt aus den Daten des Ladens, und ich kann jederzeit jemanden aus dem Team dazuholen.
talk-range = Bei uns gibt es { $list }. Was suchen Sie?
policy-quote = { $title }: „{ $text }“
policy-open_today = { $store }, { $address }: heute von { $opens } bis { $closes } geöffnet.
policy-opens_next = { $store }, { $address }: jetzt geschlossen, öffnet wieder { $opens }.
policy-closed = { $store }, { $address }: in den nächsten zwei Wochen geschlossen.
policy-open_then = { $store }, { $address }: am { $day } von { $opens } bis { $closes } geöffnet.
policy-closed_then = { $store }, { $address }: am { $day } geschlossen.
cart-here_total = { $count ->
    [one] Ein Artikel ist in Ihrem Warenkorb, { $total }:
   *[other] { $count } Artikel sind in Ihrem Warenkorb, zusammen { $total }:
}
order-unpaid = Bestellt ist noch nichts: Die Zahlung ist noch offen. Sobald sie erledigt ist, bekommt Ihre Bestellung ihre Nummer.
policy-delivery_to = Wir liefern nach: { COUNTRY($countries) }.
cart-code_removed = Der Code ist wieder herausgenommen.
refusal-code_not_used = Ein solcher Code wird hier nicht verwendet.
cart-allergen_contains = Enthält laut Hersteller { $list }: { $titles }.
cart-allergen_may_contain = Kann Spuren von { $list } enthalten: { $titles }.
cart-allergen_unknown = Zu { $list } ist nichts angegeben, und unbekannt ist nicht sicher: { $titles }.
cart-allergen_free = Laut Hersteller frei von { $list }: { $titles }.
ask-cancel_order = Soll ich jemanden aus dem Team bitten, die Bestellung { $number } zu stornieren?
policy-offer = Derzeit im Angebot: { $title }.
policy-no_offers = Im Moment gibt es kein Angebot für alle.
policy-offer_codes = Wenn Sie einen Code haben, nennen Sie ihn mir, ich prüfe ihn.
policy-contact_mail = Sie können an { $email } schreiben.
policy-contact_here = Hier kann ich einen Menschen dazuholen, der Sie auch zurückrufen kann.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
