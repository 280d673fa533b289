# Was mit einem Korb geschieht, den keine Filiale ganz hat, und was aus den Teilen einer Bestellung wird.
ask-ways = Wie möchten Sie es?
choice-way_whole_pickup = Alles bei { $store }
choice-way_split_pickup = Aufteilen: in { $count } Filialen abholen
choice-way_split_delivery = Aufteilen: { $count } Lieferungen
choice-way_part_pickup = Nur, was { $store } hat
choice-way_part_delivery = Nur, was geliefert werden kann
ways-whole_pickup = Alles bei { $store } für { $total }.
ways-split_pickup = Aufgeteilt: alles, abgeholt in { $count } Filialen, zusammen { $total }.
ways-split_delivery = Aufgeteilt: alles, in { $count } Teilen geliefert für eine Liefergebühr von { $fee }, zusammen { $total }.
ways-split_delivery_each = Aufgeteilt: alles, in { $count } Teilen zu einer Liefergebühr von je { $fee }, zusammen { $total }.
ways-part_pickup = Nur, was { $store } hat, ohne { $left_out }: { $total }.
ways-part_delivery = Nur, was geliefert werden kann, ohne { $left_out }: { $total }.
ways-left_out = In dieser Bestellung nicht dabei: { $titles }.
route-pickup_part = Abholung bei { $store }, bereit ab { $ready }: { $titles }.
route-split_pickup = Sie holen es in { $count } Filialen ab; der Code gilt in jeder für ihren Teil.
refusal-scattered = Keine der Filialen, die dorthin liefern, hat alles. In der besten fehlt: { $titles }.
checkout-message_not_at_one_store = So ist nicht alles zu haben. Wählen Sie unten, wie Sie es möchten.
order-part_refused_sold_out = Bestellung { $number }: { $store } kann den eigenen Teil doch nicht geben, ausverkauft: { $titles }.
order-part_refused_too_busy = Bestellung { $number }: { $store } schafft den eigenen Teil nicht, es ist zu viel los: { $titles }.
order-part_refused_other = Bestellung { $number }: { $store } kann den eigenen Teil nicht geben: { $titles }.
order-part_rest = Der Rest der Bestellung bleibt wie vereinbart.
refusal-address_field = Die Adresse ist für { COUNTRY($country) } noch nicht vollständig.
ask-address_field = { $field ->
    [postal_code] Wie lautet die Postleitzahl?
    [city] Welcher Ort?
    [region] Welcher Bundesstaat oder welche Provinz?
   *[line1] Welche Straße und Hausnummer?
}

substitute-noted_named = Fehlt { $titles }, darf stattdessen { $to } kommen, nie zu einem höheren Preis.
substitute-noted_none = { $titles }: Es kommt kein Ersatz. Was fehlt, wird weggelassen und nicht berechnet.
substitute-noted_similar = { $titles }: Fehlt es, darf die Filiale etwas Ähnliches geben, nie zu einem höheren Preis.
substitute-noted_ask = { $titles }: Fehlt es, fragen wir Sie zuerst.
substitute-not_in_cart = „{ $text }“ ist nicht im Warenkorb, daher ist nichts dafür vermerkt.
substitute-unknown = Ich habe nichts namens „{ $text }“ gefunden, das stattdessen kommen könnte. Was wäre in Ordnung?
substitute-label_named = Falls es fehlt: { $to }
substitute-label_none = Kein Ersatz
substitute-label_similar = Etwas Ähnliches ist in Ordnung
substitute-label_ask = Zuerst fragen
order-substituted = Bestellung { $number }: { $store } hatte kein { $title }, stattdessen kommt wie gewünscht { $instead }.
order-substituted_back = Es kostet weniger, daher gehen { $back } an Sie zurück.
order-substituted_same = Der Preis bleibt gleich.

when-yes = Ja, das geht.
when-no = Nein, das ist nicht zu schaffen. Möglich ist:
when-parcel = Als Paket kommt es zwischen { $earliest } und { $latest } an.
