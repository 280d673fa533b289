# What a basket does that no one store has, and what becomes of the parts of an order.
ask-ways = Which shall it be?
choice-way_whole_pickup = All of it at { $store }
choice-way_split_pickup = Split: pick up at { $count } stores
choice-way_split_delivery = Split: { $count } deliveries
choice-way_part_pickup = Only what { $store } has
choice-way_part_delivery = Only what can be brought
ways-whole_pickup = All of it at { $store } for { $total }.
ways-split_pickup = Split: all of it, fetched at { $count } stores, { $total } altogether.
ways-split_delivery = Split: all of it, brought in { $count } parts for one delivery fee of { $fee }, { $total } altogether.
ways-split_delivery_each = Split: all of it, brought in { $count } parts at a delivery fee of { $fee } each, { $total } altogether.
ways-part_pickup = Only what { $store } has, without { $left_out }: { $total }.
ways-part_delivery = Only what can be brought, without { $left_out }: { $total }.
ways-left_out = Left out of this order: { $titles }.
route-pickup_part = Pickup at { $store }, ready { $ready }: { $titles }.
route-split_pickup = You pick it up at { $count } stores; the code you get is good at each of them for its part.
refusal-scattered = None of the stores that deliver there has all of it. At the best of them this is missing: { $titles }.
checkout-message_not_at_one_store = This cannot all be had that way. Choose below how you want it.
order-part_refused_sold_out = Order { $number }: { $store } cannot give its part after all, it is sold out: { $titles }.
order-part_refused_too_busy = Order { $number }: { $store } cannot make its part, there is too much to do: { $titles }.
order-part_refused_other = Order { $number }: { $store } cannot give its part: { $titles }.
order-part_rest = The rest of the order goes on as agreed.
refusal-address_field = The address is not complete for { COUNTRY($country) } yet.
ask-address_field = { $field ->
    [postal_code] What is the postal code?
    [city] Which city?
    [region] Which state or province?
   *[line1] Which street and number?
}

substitute-noted_named = If { $titles } is missing, { $to } may come instead, never at a higher price.
substitute-noted_none = { $titles }: nothing comes instead. What is missing is left out and not charged.
substitute-noted_similar = { $titles }: where it is missing the store may give something similar, never at a higher price.
substitute-noted_ask = { $titles }: where it is missing we ask you first.
substitute-not_in_cart = “{ $text }” is not in your cart, so I have noted nothing for it.
substitute-unknown = I found nothing called “{ $text }” that could come instead. What would be all right?
substitute-label_named = If missing: { $to }
substitute-label_none = No substitute
substitute-label_similar = Something similar is fine
substitute-label_ask = Ask me first
order-substituted = Order { $number }: { $store } had no { $title }, so { $instead } comes instead, as you wished.
order-substituted_back = It costs less, so { $back } goes back to you.
order-substituted_same = The price stays the same.

when-yes = Yes, that works.
when-no = No, that cannot be kept. This is what can be had:
when-parcel = As a parcel it arrives between { $earliest } and { $latest }.
