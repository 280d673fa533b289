# Was die Assistenz beim Einkaufen sagt. Fakten kommen aus Datensätzen; nichts hier verspricht, was kein Datensatz sagt.

sentence-space = { " " }

talk-greet = Guten Tag! Sagen Sie mir, was Sie suchen, oder senden Sie ein Foto oder eine Sprachnachricht.
talk-thank = Gern geschehen.
talk-help = Ich kann Produkte finden, Fragen dazu beantworten, Ihren Warenkorb füllen, Sie durch die Kasse führen, Ihnen sagen, wo eine Bestellung ist, und jemanden aus dem Team holen. Zum Beispiel: „ein Dutzend Eier und zweimal Milch“, „sind da Nüsse drin“, „wo ist meine Bestellung“. Sie können auch ein Foto eines Produkts oder seines Strichcodes senden oder einfach sprechen.

find-what = Was suchen Sie?
find-none = Zu „{ $text }“ habe ich in unserem Sortiment nichts gefunden.
find-nearest = „{ $text }“ finde ich so nicht. Am nächsten kommt:
find-none_fit = Zu „{ $text }“ passt nichts zu allem, was Sie sich wünschen. Das kommt am nächsten:
find-one = { $title }: { $price }, { $stock }.
find-one_plain = { $title }: { $price }. { $count ->
    [one] Eine Ausführung ist jetzt erhältlich.
   *[other] { $count } Ausführungen sind jetzt erhältlich.
}
find-one_from = { $title }: ab { $price }. { $count ->
    [one] Eine Ausführung ist jetzt erhältlich.
   *[other] { $count } Ausführungen sind jetzt erhältlich.
}
find-several = { $count ->
    [one] Das habe ich gefunden:
   *[other] Diese { $count } habe ich gefunden:
}
find-sold_out = { $title } ist ausverkauft.
find-instead = Stattdessen erhältlich:
find-no_such_variant = { $title } gibt es nicht in { $wanted }.

stock-in_stock = { $count } auf Lager
stock-low = { $count ->
    [one] nur noch eins da
   *[other] nur noch { $count } da
}
stock-sold_out = ausverkauft
stock-made_to_order = frisch auf Bestellung
stock-unknown = Bestand nicht bekannt
stock-some_variants = { $count ->
    [one] eine Ausführung erhältlich
   *[other] { $count } Ausführungen erhältlich
}

ask-which_product = Welches davon meinen Sie?
ask-which_line = Was davon in Ihrem Warenkorb meinen Sie?
ask-variant = { $title }: Welche Ausführung möchten Sie?
ask-variant_instead = { $title } gibt es nicht in { $wanted }. Welche davon möchten Sie?
ask-quantity = Wie viele möchten Sie: { $title }?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = Lieferung
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max ->
    [one] { $days_max } Werktag
   *[other] { $days_max } Werktage
}
choice-pickup = In einer Filiale abholen
choice-pickup_detail = kostenlos
choice-deliver_and_pay_now = Liefern lassen, jetzt bezahlen
choice-pickup_and_pay_there = Abholen, dort bezahlen
choose-what = Ich bin nicht sicher, was Sie meinen. Tippen Sie es an oder nennen Sie mir den Namen.

policy-no_notice = Ich kann Ihnen keine Nachricht schicken, wenn etwas wieder da ist. Fragen Sie mich jederzeit wieder, oder beauftragen Sie mich, es in Ihren Grenzen zu bestellen, sobald es wieder da ist.
answer-price = { $title } kostet { $price }.
answer-price_from = { $title } gibt es ab { $price }, je nach Ausführung.
answer-stock = { $title }: { $stock }.
answer-stock_variants = Jetzt auf Lager: { $variants }.
answer-allergens_unknown = Für { $title } hat der Hersteller keine Allergene angegeben, ich kann es also nicht sagen. Bitte verlassen Sie sich bei einer Allergie nicht darauf.
answer-allergens_contains = { $title } enthält laut Hersteller { $list }.
answer-allergens_none = Der Hersteller gibt für { $title } keine enthaltenen Allergene an.
answer-allergens_may_contain = Kann Spuren enthalten von: { $list }.
answer-allergens_free_from = Als frei davon angegeben: { $list }.
answer-source = Quelle: { $source }. Bitte lesen Sie auch das Etikett.
answer-diet = { $title } ist so ausgewiesen: { $list }.
answer-diet_unknown = Für welche Ernährung { $title } passt, ist nicht angegeben.
answer-options = { $title } gibt es in { $list }.
answer-reviews = { $count ->
    [one] Eine Bewertung für { $title }: { $rating } von 5.
   *[other] { $count } Bewertungen für { $title }: im Schnitt { $rating } von 5.
}
answer-reviews_none = Für { $title } gibt es noch keine Bewertungen.
answer-delivery = Die Standardlieferung kostet { $fee } und dauert { $days_min } bis { $days_max ->
    [one] { $days_max } Werktag
   *[other] { $days_max } Werktage
}.
answer-details = { $title }: { $text } { $price }.
answer-details_from = { $title }: { $text } Ab { $price }.
answer-attribute = { $title }, { $name }: { $value }.
answer-attribute_yes = { $title }, { $name }: ja.
answer-attribute_no = { $title }, { $name }: nein.
answer-property_unknown = Zu „{ $text }“ steht in unseren Angaben zu { $title } nichts.
answer-attribute_unknown = { $title }, { $name }: Dazu steht in unseren Unterlagen nichts.

compare-what = Welche Produkte soll ich vergleichen?
compare-by = { $name }: { $list }.
compare-no_record = Dazu sagen unsere Daten nichts. Hier stehen sie nebeneinander.
compare-done = Hier sind die { $count } im Vergleich. Am günstigsten ist { $title } für { $price }.

add-what = Was soll ich hinzufügen?
add-not_found = Ich habe nichts namens „{ $text }“ gefunden und deshalb nichts hinzugefügt.
add-gone = Das wird nicht mehr angeboten.

cart-not_made_so = „{ $text }“ kann ich nicht vermerken: Bei { $title } lässt sich nur { $list } wählen.
cart-added = { $quantity } × { $title } hinzugefügt, je { $price }.
cart-packs = { $pieces ->
    [one] Ein Stück ergibt
   *[other] { $pieces } Stück ergeben
} { $packs ->
    [one] eine Packung
   *[other] { $packs } Packungen
} zu je { $per_pack }.
cart-quantity = { $title }: jetzt { $quantity }.
cart-variant = Geändert zu { $title }, { $price }.
cart-swapped = { $quantity } × { $title } statt { $before }, je { $price }.
cart-removed = { $title } ist entfernt.
cart-cleared = Ihr Warenkorb ist jetzt leer.
cart-empty = Ihr Warenkorb ist leer.
cart-kept = Gut, Ihr Warenkorb bleibt, wie er ist.
cart-kept_count = { $count ->
    [one] Ihr Warenkorb mit einem Artikel ist noch da.
   *[other] Ihr Warenkorb mit { $count } Artikeln ist noch da.
}
cart-not_in_cart = Das ist nicht in Ihrem Warenkorb. Was davon meinen Sie?
cart-code = Code { $code } ist notiert.

ask-delivery = Sollen wir liefern, oder möchten Sie abholen?
ask-address = Wohin sollen wir liefern? Bitte nennen Sie Straße, Hausnummer, Postleitzahl und Ort.
ask-address_of = Eine Adresse namens „{ $label }“ habe ich nicht. Bitte nennen Sie Straße, Hausnummer, Postleitzahl und Ort.
ask-store = In welcher Filiale möchten Sie abholen?
ask-consent = Die Summe beträgt { $total }. Soll ich die Bestellung aufgeben?
ask-pickup_conflict = Bezahlen bei Abholung geht nur mit Abholung, Sie haben aber Lieferung gewählt. Was soll es sein?

checkout-address = Lieferung an { $address }.
checkout-pickup = Abholung bei { $store }, bereit ab { $ready }.
checkout-pickup_closed = Abholung bei { $store }. Die Filiale hat diese Woche keine Öffnungszeiten, deshalb kann ich keine Zeit nennen.
checkout-empty_later = Ihr Warenkorb ist leer, es gibt also noch nichts zu bezahlen.
checkout-payment_card = Bezahlung mit Karte.
checkout-payment_saved_card = Bezahlung mit Ihrer gespeicherten Karte.
checkout-payment_pay_on_pickup = Sie bezahlen bei der Abholung.
checkout-email = Danke, ich habe { $email } für diese Bestellung notiert.
checkout-canceled = Ich habe den Bezahlvorgang beendet und freigegeben, was für Sie zurückgelegt war. Es wurde nichts abgebucht.

confirm-nothing = Im Moment wartet nichts auf Ihr Ja.
decline-fine = In Ordnung.
decline-quote = In Ordnung, es wurde nichts bestellt. Ihr Warenkorb bleibt, wie er ist.
start_over-done = Wir fangen neu an. Was suchen Sie?

order-none = Ich sehe in diesem Gespräch keine Bestellung. Falls Sie früher bestellt haben, melden Sie sich bitte an oder nennen Sie mir die Bestellnummer von Ihrem Beleg.
order-not_found = Eine Bestellung { $number }, die zu Ihnen gehört, finde ich hier nicht.
order-already = Ihre Bestellung { $number } ist aufgegeben, ein einziges Mal. Es wird nichts doppelt abgebucht.
order-status_confirmed = Bestellung { $number } vom { $placed_at } ist bestätigt und wird vorbereitet.
order-status_ready_for_pickup = Bestellung { $number } liegt zur Abholung bereit.
order-status_dispatched = Bestellung { $number } ist unterwegs.
order-status_delivered = Bestellung { $number } wurde zugestellt.
order-status_canceled = Bestellung { $number } wurde storniert.

policy-says = In unseren Bedingungen steht:
policy-unknown = Dazu finde ich nichts in unseren veröffentlichten Bedingungen. Jemand aus dem Team kann Ihnen weiterhelfen.
policy-delivery = Die Standardlieferung kostet { $fee } und dauert { $days_min } bis { $days_max ->
    [one] { $days_max } Werktag
   *[other] { $days_max } Werktage
}.
policy-delivery_free = Die Standardlieferung kostet { $fee }, ist ab { $free_from } kostenlos und dauert { $days_min } bis { $days_max ->
    [one] { $days_max } Werktag
   *[other] { $days_max } Werktage
}.

handoff-queued = Ich habe jemanden aus dem Team gebeten zu übernehmen. Unser Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.
handoff-waiting = Ihre Anfrage ist bei unserem Team. Die Antwort kommt hier.
handoff-hours = Unser Team ist zu diesen Zeiten da: { HOURS($hours) }.

unknown-plain = Das habe ich nicht verstanden. Ich kann Ihnen helfen, Dinge zu finden, zu vergleichen und zu kaufen, oder jemanden aus dem Team holen.
unknown-with_question = Das habe ich nicht verstanden. Meine Frage ist noch offen; Sie können mich auch etwas anderes fragen.

perception-image = Fotos kann ich noch nicht ansehen, ich habe daher nur Ihre Worte verwendet.
perception-audio = Sprachnachrichten kann ich noch nicht anhören, ich habe daher nur Ihre Worte verwendet.
perception-unreadable = Ein Anhang ließ sich nicht lesen, ich habe ohne ihn weitergemacht.

action-add = In den Warenkorb
action-choose = Auswählen
option-color = Farbe
option-size = Größe
option-pack = Packung
option-flavor = Sorte
option-value = Wert
row-price = Preis
row-stock = Verfügbarkeit

quick-show_cart = Warenkorb zeigen
quick-check_out = Zur Kasse
quick-help = Was können Sie?
quick-ask_person = Mit jemandem sprechen

allergen-milk = Milch
allergen-egg = Ei
allergen-eggs = Eier
allergen-nuts = Schalenfrüchte
allergen-hazelnut = Haselnüsse
allergen-almond = Mandeln
allergen-walnut = Walnüsse
allergen-cashew = Cashewkerne
allergen-peanut = Erdnuss
allergen-peanuts = Erdnüsse
allergen-soy = Soja
allergen-gluten = Gluten
allergen-wheat = Weizen
allergen-sesame = Sesam
allergen-fish = Fisch
allergen-crustaceans = Krebstiere
allergen-molluscs = Weichtiere
allergen-celery = Sellerie
allergen-mustard = Senf
allergen-sulphites = Sulfite
allergen-lupin = Lupinen

diet-vegan = vegan
diet-vegetarian = vegetarisch
diet-gluten_free = glutenfrei
diet-lactose_free = laktosefrei
diet-halal = halal
diet-kosher = koscher
diet-organic = bio

order-label_confirmed = Bestätigt
order-label_ready_for_pickup = Zur Abholung bereit
order-label_dispatched = Unterwegs
order-label_delivered = Zugestellt
order-label_canceled = Storniert

timeline-placed = Bestellung aufgegeben
timeline-dispatched = Dem Versand übergeben
timeline-delivered = Zugestellt
timeline-ready = Zur Abholung bereit
timeline-handed_over = Übergeben
timeline-canceled = Storniert

complete-price_changed = Vor dem Bezahlen: Der Preis hat sich von { $old_total } auf { $new_total } geändert. Es wurde nichts abgebucht.
complete-quote_changed = Ihre Bestellung hat sich seit Ihrer Zustimmung geändert: Es waren { $old_total }, jetzt sind es { $new_total }. Es wurde nichts abgebucht.
complete-quote_expired = Das Angebot war abgelaufen, deshalb habe ich ein neues gemacht: { $new_total }. Es wurde nichts abgebucht.
complete-price_fell = Gute Nachricht: Der Preis ist von { $old_total } auf { $new_total } gefallen. Sie zahlen den niedrigeren.
complete-order_placed = Ihre Bestellung { $number } ist aufgegeben.
complete-payment_created = Ihre Zahlung über { $total } läuft bereits. Es wird nicht zweimal abgebucht.
complete-payment_requires_action = Ihre Zahlung über { $total } wartet auf der Bezahlseite auf Sie. Es wird nicht zweimal abgebucht.
complete-payment_unknown = Ich prüfe Ihre Zahlung über { $total } noch. Es wird nicht zweimal abgebucht.
complete-payment_authorized = Ihre Zahlung über { $total } hat geklappt. Es wurde einmal abgebucht.
complete-payment_captured = Ihre Zahlung über { $total } hat geklappt. Es wurde einmal abgebucht.
complete-payment_declined = Ihre Zahlung über { $total } kam nicht zustande. Es wurde nichts abgebucht.
complete-payment_canceled = Ihre Zahlung über { $total } wurde abgebrochen. Es wurde nichts abgebucht.
complete-payment_refunded = Ihre Zahlung über { $total } wurde erstattet.

allergens-unknown = Der Hersteller hat keine Allergene angegeben. Unbekannt heißt nicht: keine.
allergens-not_food = Kein Lebensmittel.
allergens-contains = Enthält { $list }.
allergens-none = Der Hersteller gibt keine enthaltenen an.

permission-done = Danke. Es liegt in Ihrem Warenkorb.

find-none_declared_free = Ich habe nichts gefunden, was der Hersteller als frei davon angibt: { $list }.
find-declared_free_source = Als frei davon angegeben: { $list } ({ $source }).
find-left_out_unknown = Weggelassen, weil nichts angegeben ist und unbekannt nicht sicher heißt: { $titles }.
find-read_the_label = Bitte lesen Sie auch das Etikett; medizinisch beraten kann ich nicht.
cart-remade = { $title } wird jetzt so gemacht: { $wishes }.
others-none = Mehr habe ich in dieser Art nicht.
others-none_cheaper = Günstiger habe ich in dieser Art nichts.
others-none_dearer = Teurer habe ich in dieser Art nichts.
why-one = Was die Daten zu { $title }, { $price }, sagen: { $list }.
why-cheapest = { $title } ist das Günstigste von dem, was ich gezeigt habe.
answer-one_version = { $title } gibt es nicht in verschiedenen Farben.
