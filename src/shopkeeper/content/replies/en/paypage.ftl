# What the page with the provider's card field says.

paypage-title = Pay { $shop }
paypage-card = Card
paypage-pay = Pay { $amount }
paypage-back = Back to the shop without paying
paypage-private = Your card number goes straight to the payment provider. { $shop } never sees it.
paypage-paid = Payment approved
paypage-paid_text = The shop has been told. You can close this page.
paypage-over = This payment is closed
paypage-over_text = Nothing is open to pay here. In the shop you can see how things stand.
paypage-trouble = That did not go through, and nothing was charged. Please try again or use another card.
paypage-to_shop = Back to the shop
paypage-total = Total
paypage-rest = Delivery and discounts
paypage-waiting = One moment, please
paypage-keep = Save this card for next time at { $shop }. You can remove it whenever you like.
