# Was ein Sprachmodell mit sich bringt: Es wird nie genannt und ist nie der Grund eines Versprechens.

model-reduced = Ich arbeite gerade in einem einfacheren Modus, klare und kurze Sätze helfen mir am meisten. Warenkorb, Zahlung und Bestellungen funktionieren wie immer.

propose-clear_cart = Möchten Sie, dass ich Ihren Warenkorb leere?
propose-cancel = Möchten Sie, dass ich beende, womit wir beschäftigt waren?
propose-start_over = Möchten Sie neu anfangen, mit leerem Warenkorb?
propose-ask_person = Möchten Sie, dass ich jemanden aus dem Team hole?
