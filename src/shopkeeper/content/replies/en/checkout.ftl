# Carts, quotes and what the gate says. Amounts, counts and titles come from records.

totals-subtotal = Subtotal
totals-goods = Total without delivery
totals-goods_before_tax = Total before tax and delivery
totals-delivery = Delivery
totals-delivery_once = Delivery in { $count } parts, one fee
totals-delivery_each = Delivery, { $count } couriers at { $fee } each
totals-pickup = Pickup
totals-total = Total
totals-tax_included = incl. { $rate } % VAT
totals-tax_added = plus { $rate } % tax
totals-fees = Fees
totals-tip = Tip
totals-instead_of = better than { $title } ({ $amount } off)

cart-hint_free_delivery = { $missing } more makes delivery free (else { $fee }).
cart-hint_delivery_free = Delivery is free.
cart-note_gone = no longer sold
cart-note_short = { $available ->
    [0] sold out
   *[other] only { $available } left
}

delivery-standard = Standard delivery, { $days_min }–{ $days_max } working days
delivery-by_courier = By courier, at a time of your choice
delivery-pickup = Pickup at a store
delivery-pickup_at = Pickup at { $store }
delivery-pickup_ready = Pickup at { $store }, ready { $ready }

payment-method_card = Card
payment-method_saved_card = Saved card
payment-method_pay_on_pickup = Pay at pickup

discount-not_stackable = not together with the better offer
discount-not_eligible = your cart does not have what it asks for
discount-expired = it has ended
discount-not_started = it has not begun yet
discount-unknown_code = there is no such code

checkout-message_cart_empty = The cart is empty.
checkout-message_delivery_missing = Choose delivery or pickup.
checkout-message_address_missing = The delivery address is missing.
checkout-message_store_missing = Choose a store for pickup.
checkout-message_short_stock = There is not enough in stock for this order any more.
checkout-message_stock_gone = Something in this order sold out. Nothing was charged.
checkout-message_line_gone = Something in this order is no longer sold.
checkout-message_pickup_payment_conflict = Paying at pickup does not go with delivery.
checkout-message_price_changed = The price changed from { $old_total } to { $new_total }. Nothing was charged.
checkout-message_quote_changed = The order changed since you agreed: it was { $old_total } and is now { $new_total }. Nothing was charged.
checkout-message_price_checked = The price was checked again and is still { $new_total }.
checkout-message_quote_expired = This price has run out. Check it again to go on.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = plus { $label } % tax
explain-tip = Tip
explain-step = { $label }: { $amount } (so far { $running }).
explain-inside = { $tax } of it is tax at { $rate } % (on { $base }).
explain-total = That makes { $total }.

confirm-age_check = { $title } may only be sold from { $age } years of age. Are you { $age } or older? Your age is checked again at handover.

refusal-rule_unclear = I cannot check whether that is allowed, so I must not do it. A colleague can help.
refusal-age_minor = I cannot sell { $title } to anyone under { $age }. Everything else stays as it is.
refusal-variant_unknown = That is not in our catalog.
refusal-line_unknown = That is not in your cart.
refusal-quantity_not_positive = The number of { $title } needs to be at least one.
refusal-quantity_absurd = That is more { $title } than I can note. Up to { $max } of one thing can be ordered here; for more, a colleague makes you an offer.
refusal-sold_out = { $title } is sold out.
refusal-more_than_available = { $have ->
    [0] Only { $available } × { $title } can be had right now.
    [one] Only { $available } × { $title } can be had right now, and one of them is in your cart already.
   *[other] Only { $available } × { $title } can be had right now, and { $have } of them are in your cart already.
}
refusal-bulk = Up to { $max } × { $title } can be ordered here at once. For { $wanted }, a colleague can make you an offer; say the word and I ask one.
refusal-modifier_unknown = { $title } cannot be made that way.
refusal-cart_full = A cart holds up to { $max } different things, and yours is full.
refusal-too_many_codes = Up to { $max } codes fit one cart.
refusal-code_unreadable = I cannot read that as a code.
refusal-too_many_commands = That was more than { $max } changes in a minute. Your cart is safe; please wait a moment and go on.
refusal-cart_empty = Your cart is empty.
refusal-checkout_closed = This checkout is closed. Start a new one from your cart.
refusal-checkout_unknown = I do not know this checkout.
refusal-checkout_incomplete = { $missing ->
    [delivery] Before you can pay, delivery or pickup has to be chosen.
    [address] Before you can pay, I need the delivery address.
    [store] Before you can pay, a store for pickup has to be chosen.
   *[other] Your cart is empty, so there is nothing to pay.
}
refusal-quote_changed_since = The order changed since you saw that price. It is { $total } now; nothing was charged.
refusal-quote_lapsed = That price is too old to agree to. Check out again and I make a new one; nothing was charged.
refusal-quote_unknown = I have not offered that price. Nothing was charged.
refusal-store_unknown = I do not know that store.
refusal-country_not_served = We do not deliver to { COUNTRY($country) }. We deliver to: { COUNTRY($countries) }.
refusal-email_invalid = That does not look like an e-mail address.
refusal-payment_cap = Orders above { $max } are confirmed by a colleague first; this one is { $total }. Say the word and I ask one; nothing was charged.
refusal-short_stock = { $at_store ->
    [0] Only { $available } of { $wanted } × { $title } can be had.
   *[other] { $store } has only { $available } of { $wanted } × { $title }. { $others ->
        [0] No other store has it either.
       *[other] It can be had at: { $elsewhere }.
    }
}
refusal-line_gone = { $title } is no longer sold. Take it out of the cart and the rest can be ordered.
refusal-pickup_payment_conflict = Paying at pickup needs a pickup, and you asked for delivery. Deliver it and pay now, or pick it up and pay there?
refusal-payment_under_way = A payment of { $amount } is just being made, so nothing can be changed right now. You will not be charged twice.
refusal-already_ordered = That is ordered already: order { $number }.
refusal-code_unknown_code = There is no code “{ $code }”.
refusal-code_expired = The code “{ $code }” has ended.
refusal-code_not_started = The code “{ $code }” does not count yet.
refusal-code_not_eligible = Your cart does not have what the code “{ $code }” asks for.

refusal-needs_booking = { $title } is an appointment, and appointments cannot be booked here yet. Shall I bring in a person?
refusal-outside_area = Our couriers do not go there, and this goes by courier only: { $titles }. It can be picked up at a store, or left out.
refusal-no_kitchen = This is made fresh and cannot be made there: { $titles }. It can be had at: { $stores }.
refusal-no_window = There is no free delivery time in the coming days. Picking it up at a store is possible.
delivery-courier = Courier from { $store }, { $starts }–{ $ends }
route-courier = A courier from { $store } brings it { $starts }–{ $ends }.
route-courier_part = By courier from { $store }, { $starts }–{ $ends }: { $titles }.
route-parcel_part = As a parcel: { $titles }.
route-split = No one store has all of it, so it comes in { $count } parts for one delivery fee.
route-split_each = No one store has all of it, so it comes in { $count } parts; each of the { $rides } couriers has a delivery fee.
route-waits = The kitchen is busy right now: about { $minutes } minutes longer than usual.
route-late = { $wanted } cannot be kept.
ask-time = Which of these suits you?
ask-top_up_delivery = { $missing } more and we can deliver. { $goods ->
    [0] {""}
   *[other] These go with it: { $titles }.
} Or pick it up at a store?
ask-top_up_pickup = { $missing } more and it can be picked up. { $goods ->
    [0] {""}
   *[other] These go with it: { $titles }.
} Or shall we deliver it?
choice-price = { $price }
checkout-message_below_minimum = For this way { $missing } more is needed. Add something, or choose another way.
refusal-below_minimum = For this way the order needs { $missing } more. Nothing was charged.
refusal-postal_code = “{ $code }” does not look like a postal code of { COUNTRY($country) }, such as { $example }.
