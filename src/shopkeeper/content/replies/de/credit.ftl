# Was über Geschenkkarten und Guthaben gesagt wird.

credit-applied = Auf { $title } sind noch { $amount }; damit wird bezahlt, so weit es reicht.
credit-already = Eine Geschenkkarte ist schon eingerechnet.
credit-ask_code = Schreiben Sie den Code Ihrer Geschenkkarte hier hinein; damit wird bezahlt, so weit sie reicht. Der Rest wird anders bezahlt.
credit-gift_card = Geschenkkarte
credit-store_credit = Guthaben
refusal-credit_over = Die Geschenkkarte { $label } ist am { $at } abgelaufen.
refusal-credit_spent = Auf der Geschenkkarte { $label } ist nichts mehr.
refusal-credit_gone = Das Guthaben Ihrer Geschenkkarte hat sich geändert. Es wurde nichts abgebucht; bitte sehen Sie sich die neue Summe an.
ask-consent_split = Die Summe ist { $total }: { $credit } von Ihrer Geschenkkarte und { $due } zu zahlen. Soll ich die Bestellung aufgeben?
