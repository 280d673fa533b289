# Was die Seite mit dem Kartenfeld des Zahlungsdienstes sagt.

paypage-title = { $shop } bezahlen
paypage-card = Karte
paypage-pay = { $amount } bezahlen
paypage-back = Ohne Zahlung zurück zum Shop
paypage-private = Ihre Kartennummer geht direkt an den Zahlungsdienst. { $shop } bekommt sie nie zu sehen.
paypage-paid = Zahlung genehmigt
paypage-paid_text = Der Shop weiß Bescheid. Sie können diese Seite schließen.
paypage-over = Diese Zahlung ist abgeschlossen
paypage-over_text = Hier ist nichts mehr zu bezahlen. Im Shop sehen Sie den aktuellen Stand.
paypage-trouble = Das hat nicht geklappt, und es wurde nichts abgebucht. Bitte versuchen Sie es noch einmal oder nehmen Sie eine andere Karte.
paypage-to_shop = Zurück zum Shop
paypage-total = Summe
paypage-rest = Lieferung und Rabatte
paypage-waiting = Einen Moment bitte
paypage-keep = Diese Karte für den nächsten Einkauf bei { $shop } speichern. Sie können sie jederzeit entfernen.
