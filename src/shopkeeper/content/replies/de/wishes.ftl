# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Für die Packerei notiert: „{ $text }“. Ich gebe es weiter, kann es aber nicht versprechen.
wish-gift_noted = Ihre Grußkarte liegt der Bestellung bei, Wort für Wort: „{ $text }“
wish-gift_changed = Geändert. Auf der Grußkarte steht jetzt: „{ $text }“
wish-gift_off = Die Grußkarte ist gestrichen.
wish-gift_none = Zu dieser Bestellung gibt es noch keine Grußkarte.
wish-gift_ask = Was soll auf der Grußkarte stehen? Schreiben Sie „Grußkarte:“ und dann den Text, bis zu { $most } Zeichen.
refusal-gift_note_too_long = Der Text hat { $length } Zeichen, auf die Grußkarte passen { $most }. Bitte schicken Sie einen kürzeren; geändert ist nichts.
when-pickup = Am { $day } können Sie abholen: { $list }.
when-store = { $store } bis { $closes }
when-no_pickup = Am { $day } ist bis dahin in keiner Filiale eine Abholung möglich.
again-order = Aus Ihrer Bestellung { $number }, zu heutigen Preisen:
answer-elsewhere = Ich kenne nur unsere eigenen Preise und kann daher nicht sagen, was andere Läden verlangen.
answer-elsewhere_tax = Im Preis ist die Steuer enthalten.
answer-elsewhere_tax_added = Dazu kommt noch die Steuer.
tip-given = { $tip } Trinkgeld, danke. Es lässt sich ändern, bis Sie bezahlen.
tip-off = Kein Trinkgeld.
tip-none = Auf dieser Bestellung ist kein Trinkgeld.
ask-tip = Wie viel möchten Sie geben? Nennen Sie einen Prozentsatz oder einen Betrag, oder wählen Sie.
choice-tip = { $percent } %
choice-no_tip = Kein Trinkgeld
refusal-tips_not_taken = Dieser Laden nimmt kein Trinkgeld.
refusal-tip_too_large = { $tip } ist mehr als die { $most }, die man hier als Trinkgeld geben kann. Es ist nichts geändert.
