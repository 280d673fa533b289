# What is said about payments. Never blames, never jokes about money, and says what happens to it.

payment-order_placed = Thank you. { $amount } is approved and your order { $number } is placed.
payment-pickup_code = Your pickup code is { $code }.
payment-page = Please finish the payment of { $amount } on the secure payment page. I will go on here as soon as it is done.
payment-checking = The payment provider has not answered yet. I am checking, you will not be charged twice.
payment-declined_bank = The payment was not approved, and nothing was charged. The bank gave no reason.
payment-declined_limit = The payment was not approved because of a limit on this payment method. Nothing was charged.
payment-declined_card_details = The payment was not approved because some card details did not match. Nothing was charged.
payment-declined_verification = The extra check with the bank was not completed. Nothing was charged.
payment-declined_unavailable = The payment provider cannot be reached right now. Nothing was charged.
payment-kept_until = I keep your items for you until { $until }.
payment-other_ways = Would you like to try again or use another card?
payment-other_ways_pickup = Would you like to try again, use another card, or pay when you pick it up?
payment-not_charged = The payment was not completed. Nothing was charged.
payment-returned = A payment of { $amount } came in for a purchase that is no longer open. I am giving it back in full; you do not need to do anything.
payment-returned_stock_gone = { $title } sold out while the payment was being checked. I am giving the { $amount } back in full; you do not need to do anything.
refusal-stock_gone = { $title } sold out a moment ago. Nothing was charged.
refusal-not_agreed = This purchase has changed since you agreed to it. Nothing was charged; please look at the new total.
