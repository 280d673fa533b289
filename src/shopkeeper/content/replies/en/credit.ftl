# What is said about gift cards and store credit.

credit-applied = { $title } has { $amount } left and pays what it can.
credit-already = A gift card is counted in already.
credit-ask_code = Type the code of your gift card here, and it pays as much of your order as it can. The rest is paid another way.
credit-gift_card = Gift card
credit-store_credit = Store credit
refusal-credit_over = Gift card { $label } ran out on { $at }.
refusal-credit_spent = Nothing is left on gift card { $label }.
refusal-credit_gone = The balance of your gift card has changed. Nothing was charged; please look at the new total.
ask-consent_split = The total is { $total }: { $credit } from your gift card and { $due } to pay. Shall I place the order?
