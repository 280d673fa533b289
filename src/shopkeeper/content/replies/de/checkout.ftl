# Warenkörbe, Angebote und was die Regeln sagen. Beträge, Anzahlen und Namen kommen aus Datensätzen.

totals-subtotal = Zwischensumme
totals-goods = Summe ohne Lieferung
totals-goods_before_tax = Summe ohne Steuern und Lieferung
totals-delivery = Lieferung
totals-delivery_once = Lieferung in { $count } Teilen, eine Gebühr
totals-delivery_each = Lieferung, { $count } Kuriere zu je { $fee }
totals-pickup = Abholung
totals-total = Gesamtsumme
totals-tax_included = inkl. { $rate } % MwSt.
totals-tax_added = zzgl. { $rate } % Steuer
totals-fees = Gebühren
totals-tip = Trinkgeld
totals-instead_of = besser als { $title } (−{ $amount })

cart-hint_free_delivery = Noch { $missing }, dann ist die Lieferung kostenlos (sonst { $fee }).
cart-hint_delivery_free = Die Lieferung ist kostenlos.
cart-note_gone = nicht mehr im Verkauf
cart-note_short = { $available ->
    [0] ausverkauft
   *[other] nur noch { $available } da
}

delivery-standard = Standardlieferung, { $days_min }–{ $days_max ->
    [one] { $days_max } Werktag
   *[other] { $days_max } Werktage
}
delivery-by_courier = Per Kurier, zu einer Zeit Ihrer Wahl
delivery-pickup = Abholung in einer Filiale
delivery-pickup_at = Abholung bei { $store }
delivery-pickup_ready = Abholung bei { $store }, bereit ab { $ready }

payment-method_card = Karte
payment-method_saved_card = Gespeicherte Karte
payment-method_pay_on_pickup = Bei Abholung bezahlen

discount-not_stackable = nicht zusammen mit dem besseren Angebot
discount-not_eligible = Ihr Warenkorb enthält nicht, was dafür nötig ist
discount-expired = ist abgelaufen
discount-not_started = hat noch nicht begonnen
discount-unknown_code = diesen Code gibt es nicht

checkout-message_cart_empty = Der Warenkorb ist leer.
checkout-message_delivery_missing = Wählen Sie Lieferung oder Abholung.
checkout-message_address_missing = Die Lieferadresse fehlt.
checkout-message_store_missing = Wählen Sie eine Filiale zur Abholung.
checkout-message_short_stock = Für diese Bestellung ist nicht mehr genug auf Lager.
checkout-message_stock_gone = Etwas in dieser Bestellung ist ausverkauft. Es wurde nichts abgebucht.
checkout-message_line_gone = Etwas in dieser Bestellung wird nicht mehr verkauft.
checkout-message_pickup_payment_conflict = Bezahlen bei Abholung passt nicht zu einer Lieferung.
checkout-message_price_changed = Der Preis hat sich von { $old_total } auf { $new_total } geändert. Es wurde nichts abgebucht.
checkout-message_quote_changed = Die Bestellung hat sich seit Ihrer Zustimmung geändert: Es waren { $old_total }, jetzt sind es { $new_total }. Es wurde nichts abgebucht.
checkout-message_price_checked = Der Preis wurde noch einmal geprüft und beträgt weiterhin { $new_total }.
checkout-message_quote_expired = Dieser Preis ist abgelaufen. Lassen Sie ihn neu prüfen, dann geht es weiter.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = zzgl. { $label } % Steuer
explain-tip = Trinkgeld
explain-step = { $label }: { $amount } (bis hier { $running }).
explain-inside = Davon sind { $tax } Steuer zu { $rate } % (auf { $base }).
explain-total = Das macht { $total }.

confirm-age_check = { $title } darf nur ab { $age } Jahren verkauft werden. Sind Sie { $age } oder älter? Bei der Übergabe wird das Alter noch einmal geprüft.

refusal-rule_unclear = Ich kann nicht prüfen, ob das erlaubt ist, und darf es deshalb nicht tun. Jemand aus dem Team kann helfen.
refusal-age_minor = { $title } darf ich niemandem unter { $age } verkaufen. Alles andere bleibt, wie es ist.
refusal-variant_unknown = Das ist nicht in unserem Sortiment.
refusal-line_unknown = Das ist nicht in Ihrem Warenkorb.
refusal-quantity_not_positive = Von { $title } muss es mindestens eins sein.
refusal-quantity_absurd = So viel kann ich von { $title } nicht vormerken. Bis zu { $max } von einer Sache lassen sich hier bestellen; für mehr macht Ihnen das Team ein Angebot.
refusal-sold_out = { $title } ist ausverkauft.
refusal-more_than_available = { $have ->
    [0] Zurzeit sind nur { $available } × { $title } erhältlich.
    [one] Zurzeit sind nur { $available } × { $title } erhältlich, und eins davon liegt schon in Ihrem Warenkorb.
   *[other] Zurzeit sind nur { $available } × { $title } erhältlich, und { $have } davon liegen schon in Ihrem Warenkorb.
}
refusal-bulk = Hier lassen sich bis zu { $max } × { $title } auf einmal bestellen. Für { $wanted } kann Ihnen das Team ein Angebot machen; ein Wort genügt, und ich frage nach.
refusal-modifier_unknown = { $title } lässt sich so nicht zubereiten.
refusal-cart_full = In einen Warenkorb passen bis zu { $max } verschiedene Artikel, und Ihrer ist voll.
refusal-too_many_codes = In einen Warenkorb passen bis zu { $max } Codes.
refusal-code_unreadable = Das kann ich nicht als Code lesen.
refusal-too_many_commands = Das waren mehr als { $max } Änderungen in einer Minute. Ihr Warenkorb ist sicher; bitte warten Sie einen Moment und machen Sie dann weiter.
refusal-cart_empty = Ihr Warenkorb ist leer.
refusal-checkout_closed = Dieser Bezahlvorgang ist abgeschlossen. Beginnen Sie vom Warenkorb aus einen neuen.
refusal-checkout_unknown = Diesen Bezahlvorgang kenne ich nicht.
refusal-checkout_incomplete = { $missing ->
    [delivery] Vor dem Bezahlen muss Lieferung oder Abholung gewählt werden.
    [address] Vor dem Bezahlen brauche ich die Lieferadresse.
    [store] Vor dem Bezahlen muss eine Filiale zur Abholung gewählt werden.
   *[other] Ihr Warenkorb ist leer, es gibt also nichts zu bezahlen.
}
refusal-quote_changed_since = Die Bestellung hat sich geändert, seit Sie diesen Preis gesehen haben. Jetzt sind es { $total }; es wurde nichts abgebucht.
refusal-quote_lapsed = Dieser Preis ist zu alt, um ihm zuzustimmen. Gehen Sie noch einmal zur Kasse, dann mache ich einen neuen; es wurde nichts abgebucht.
refusal-quote_unknown = Diesen Preis habe ich nicht angeboten. Es wurde nichts abgebucht.
refusal-store_unknown = Diese Filiale kenne ich nicht.
refusal-country_not_served = In dieses Land liefern wir nicht: { COUNTRY($country) }. Wir liefern nach: { COUNTRY($countries) }.
refusal-email_invalid = Das sieht nicht nach einer E-Mail-Adresse aus.
refusal-payment_cap = Bestellungen über { $max } bestätigt erst jemand aus dem Team; diese beträgt { $total }. Ein Wort genügt, und ich frage nach; es wurde nichts abgebucht.
refusal-short_stock = { $at_store ->
    [0] Von { $wanted } × { $title } sind nur { $available } erhältlich.
   *[other] { $store } hat von { $wanted } × { $title } nur { $available }. { $others ->
        [0] Auch keine andere Filiale hat es.
       *[other] Erhältlich bei: { $elsewhere }.
    }
}
refusal-line_gone = { $title } wird nicht mehr verkauft. Nehmen Sie es aus dem Warenkorb, dann lässt sich der Rest bestellen.
refusal-pickup_payment_conflict = Bezahlen bei Abholung geht nur mit Abholung, und Sie haben Lieferung gewählt. Liefern lassen und jetzt bezahlen, oder abholen und dort bezahlen?
refusal-payment_under_way = Gerade läuft eine Zahlung über { $amount }, deshalb lässt sich im Moment nichts ändern. Es wird nicht zweimal abgebucht.
refusal-already_ordered = Das ist schon bestellt: Bestellung { $number }.
refusal-code_unknown_code = Den Code „{ $code }“ gibt es nicht.
refusal-code_expired = Der Code „{ $code }“ ist abgelaufen.
refusal-code_not_started = Der Code „{ $code }“ gilt noch nicht.
refusal-code_not_eligible = Ihr Warenkorb enthält nicht, was der Code „{ $code }“ verlangt.
refusal-needs_booking = { $title } gibt es nach Termin, und Termine lassen sich hier noch nicht buchen. Soll ich jemanden aus dem Team holen?
refusal-outside_area = Dorthin fährt kein Kurier, und das geht nur per Kurier: { $titles }. Es kann in einer Filiale abgeholt oder weggelassen werden.
refusal-no_kitchen = Das wird frisch gemacht und geht dort nicht: { $titles }. Zu haben in: { $stores }.
refusal-no_window = In den nächsten Tagen ist keine Lieferzeit frei. Abholen in einer Filiale geht.
delivery-courier = Kurier aus { $store }, { $starts }–{ $ends }
route-courier = Ein Kurier aus { $store } bringt es { $starts }–{ $ends }.
route-courier_part = Per Kurier aus { $store }, { $starts }–{ $ends }: { $titles }.
route-parcel_part = Als Paket: { $titles }.
route-split = Keine Filiale hat alles, daher kommt es in { $count } Teilen für eine Liefergebühr.
route-split_each = Keine Filiale hat alles, daher kommt es in { $count } Teilen; für jeden der { $rides } Kuriere fällt eine Liefergebühr an.
route-waits = In der Küche ist gerade viel los: etwa { $minutes } Minuten länger als sonst.
route-late = { $wanted } ist nicht zu schaffen.
ask-time = Was davon passt Ihnen?
ask-top_up_delivery = Noch { $missing }, dann können wir liefern. { $goods ->
    [0] {""}
   *[other] Dazu passt: { $titles }.
} Oder holen Sie es in einer Filiale ab?
ask-top_up_pickup = Noch { $missing }, dann kann es abgeholt werden. { $goods ->
    [0] {""}
   *[other] Dazu passt: { $titles }.
} Oder sollen wir liefern?
choice-price = { $price }
checkout-message_below_minimum = Auf diesem Weg fehlen noch { $missing }. Legen Sie etwas dazu oder wählen Sie einen anderen Weg.
refusal-below_minimum = Auf diesem Weg fehlen der Bestellung noch { $missing }. Es wurde nichts abgebucht.
refusal-postal_code = „{ $code }“ sieht nicht nach einer Postleitzahl aus ({ COUNTRY($country) }), zum Beispiel { $example }.
