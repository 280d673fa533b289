# Was über Zahlungen gesagt wird. Kein Vorwurf, kein Scherz über Geld, und immer, was damit geschieht.

payment-order_placed = Vielen Dank. { $amount } sind genehmigt, und Ihre Bestellung { $number } ist aufgegeben.
payment-pickup_code = Ihr Abholcode lautet { $code }.
payment-page = Bitte schließen Sie die Zahlung von { $amount } auf der sicheren Bezahlseite ab. Sobald das geschehen ist, mache ich hier weiter.
payment-checking = Der Zahlungsdienst hat noch nicht geantwortet. Ich prüfe das; es wird nicht zweimal abgebucht.
payment-declined_bank = Die Zahlung wurde nicht genehmigt, und es wurde nichts abgebucht. Die Bank hat keinen Grund genannt.
payment-declined_limit = Die Zahlung wurde wegen eines Limits dieses Zahlungsmittels nicht genehmigt. Es wurde nichts abgebucht.
payment-declined_card_details = Die Zahlung wurde nicht genehmigt, weil einige Kartendaten nicht übereinstimmten. Es wurde nichts abgebucht.
payment-declined_verification = Die zusätzliche Prüfung bei der Bank wurde nicht abgeschlossen. Es wurde nichts abgebucht.
payment-declined_unavailable = Der Zahlungsdienst ist gerade nicht erreichbar. Es wurde nichts abgebucht.
payment-kept_until = Ihre Artikel halte ich bis { $until } für Sie zurück.
payment-other_ways = Möchten Sie es noch einmal versuchen oder eine andere Karte verwenden?
payment-other_ways_pickup = Möchten Sie es noch einmal versuchen, eine andere Karte verwenden oder bei der Abholung bezahlen?
payment-not_charged = Die Zahlung wurde nicht abgeschlossen. Es wurde nichts abgebucht.
payment-returned = Für einen Kauf, der nicht mehr offen ist, ging eine Zahlung von { $amount } ein. Ich erstatte sie vollständig; Sie müssen nichts tun.
payment-returned_stock_gone = { $title } wurde ausverkauft, während die Zahlung geprüft wurde. Ich erstatte die { $amount } vollständig; Sie müssen nichts tun.
refusal-stock_gone = { $title } ist vor einem Moment ausverkauft worden. Es wurde nichts abgebucht.
refusal-not_agreed = Dieser Kauf hat sich seit Ihrer Zustimmung geändert. Es wurde nichts abgebucht; bitte sehen Sie sich die neue Summe an.
