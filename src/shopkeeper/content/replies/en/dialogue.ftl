# What the assistant says while shopping. Facts come from records; nothing here may promise what a record does not say.

# What stands between two sentences.
sentence-space = { " " }

talk-greet = Hello! Tell me what you are looking for, or send a photo or a voice note.
talk-thank = You are welcome.
talk-help = I can find products, answer questions about them, fill your cart, take you through checkout, tell you where an order is, and bring in a person. For example: “a dozen eggs and two milks”, “are there nuts in it”, “where is my order”. You can also send a photo of a product or its barcode, or just speak.

find-what = What are you looking for?
find-none = I found nothing for “{ $text }” in our catalog.
find-nearest = I find nothing called “{ $text }”. The nearest I have:
find-none_fit = Nothing for “{ $text }” fits everything you asked for. These come closest:
find-one = { $title }: { $price }, { $stock }.
find-one_plain = { $title }: { $price }. { $count ->
    [one] One version can be had now.
   *[other] { $count } versions can be had now.
}
find-one_from = { $title }: from { $price }. { $count ->
    [one] One version can be had now.
   *[other] { $count } versions can be had now.
}
find-several = { $count ->
    [one] I found this:
   *[other] I found these { $count }:
}
find-sold_out = { $title } is sold out.
find-instead = These can be had instead:
find-no_such_variant = { $title } does not come in { $wanted }.

stock-in_stock = { $count } in stock
stock-low = { $count ->
    [one] only one left
   *[other] only { $count } left
}
stock-sold_out = sold out
stock-made_to_order = made fresh to order
stock-unknown = stock not known
stock-some_variants = { $count ->
    [one] one version available
   *[other] { $count } versions available
}

ask-which_product = Which of these do you mean?
ask-which_line = Which one in your cart do you mean?
ask-variant = Which { $title } would you like?
ask-variant_instead = { $title } does not come in { $wanted }. Which of these would you like?
ask-quantity = How many { $title } would you like?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = Delivery
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max } working days
choice-pickup = Pick up at a store
choice-pickup_detail = no fee
choice-deliver_and_pay_now = Deliver it, pay now
choice-pickup_and_pay_there = Pick it up, pay there
choose-what = I am not sure which one you mean. Tap one, or tell me its name.

policy-no_notice = I cannot write to you when something is back in stock. You can ask me again any time, or tell me to order it for you when it is back, within limits you set.
answer-price = { $title } costs { $price }.
answer-price_from = { $title } starts at { $price }, depending on the version.
answer-stock = { $title }: { $stock }.
answer-stock_variants = In stock now: { $variants }.
answer-allergens_unknown = The maker has not declared allergens for { $title }, so I cannot tell. Please do not rely on it if you have an allergy.
answer-allergens_contains = { $title } contains { $list }, as declared by the maker.
answer-allergens_none = The maker declares no allergens contained in { $title }.
answer-allergens_may_contain = It may contain traces of { $list }.
answer-allergens_free_from = It is declared free from { $list }.
answer-source = Source: { $source }. Please read the label too.
answer-diet = { $title } is declared { $list }.
answer-diet_unknown = Nothing is declared about the diet { $title } suits.
answer-options = { $title } can be had in { $list }.
answer-reviews = { $count ->
    [one] One customer rated { $title }: { $rating } of 5.
   *[other] { $count } customers rated { $title }: { $rating } of 5 on average.
}
answer-reviews_none = There are no reviews of { $title } yet.
answer-delivery = Standard delivery costs { $fee } and takes { $days_min } to { $days_max } working days.
answer-details = { $title }: { $text } { $price }.
answer-details_from = { $title }: { $text } From { $price }.
answer-attribute = { $title }, { $name }: { $value }.
answer-attribute_yes = { $title }, { $name }: yes.
answer-attribute_no = { $title }, { $name }: no.
answer-property_unknown = Our records of { $title } say nothing about “{ $text }”.
answer-attribute_unknown = Our records do not say anything about the { $name } of { $title }.

compare-what = Which products shall I compare?
compare-by = { $name }: { $list }.
compare-no_record = Our records do not say that of these. Here they are side by side.
compare-done = Here are the { $count } side by side. The cheapest is { $title } at { $price }.

add-what = What shall I add?
add-not_found = I found nothing called “{ $text }”, so I added nothing.
add-gone = That one is no longer offered.

cart-not_made_so = I cannot note “{ $text }”: { $title } can only be had with a choice of { $list }.
cart-added = Added { $quantity } × { $title } at { $price } each.
cart-packs = { $pieces ->
    [one] One piece makes
   *[other] { $pieces } pieces make
} { $packs ->
    [one] one pack
   *[other] { $packs } packs
} of { $per_pack }.
cart-quantity = { $title }: now { $quantity }.
cart-variant = Changed to { $title }, { $price }.
cart-swapped = { $quantity } × { $title } instead of { $before }, { $price } each.
cart-removed = Removed { $title }.
cart-cleared = Your cart is empty now.
cart-empty = Your cart is empty.
cart-kept = All right, your cart stays as it is.
cart-kept_count = { $count ->
    [one] Your cart with one thing is still here.
   *[other] Your cart with { $count } things is still here.
}
cart-not_in_cart = That is not in your cart. Which of these do you mean?
cart-code = Code { $code } noted.

ask-delivery = Shall we deliver it, or would you like to pick it up?
ask-address = Where shall we deliver it? Please give street, number, postal code and city.
ask-address_of = I do not have an address called “{ $label }”. Please give street, number, postal code and city.
ask-store = At which store would you like to pick it up?
ask-consent = The total is { $total }. Shall I place the order?
ask-pickup_conflict = Paying at pickup needs a pickup, but you asked for delivery. Which shall it be?

checkout-address = Delivery to { $address }.
checkout-pickup = Pickup at { $store }, ready { $ready }.
checkout-pickup_closed = Pickup at { $store }. The store has no opening hours this week, so I cannot name a time.
checkout-empty_later = Your cart is empty, so there is nothing to check out yet.
checkout-payment_card = Payment by card.
checkout-payment_saved_card = Payment with your saved card.
checkout-payment_pay_on_pickup = You pay when you pick it up.
checkout-email = Thank you, I noted { $email } for this order.
checkout-canceled = I stopped the checkout and gave back what was held for you. Nothing was charged.

confirm-nothing = There is nothing waiting for your yes right now.
decline-fine = All right.
decline-quote = All right, nothing was ordered. Your cart stays as it is.
start_over-done = We start afresh. What are you looking for?

order-none = I see no order in this conversation. If you ordered before, please sign in or give me the order number from your receipt.
order-not_found = I find no order { $number } that belongs to you here.
order-already = Your order { $number } is placed, once. Nothing is charged twice.
order-status_confirmed = Order { $number } of { $placed_at } is confirmed and being prepared.
order-status_ready_for_pickup = Order { $number } is ready for pickup.
order-status_dispatched = Order { $number } is on its way.
order-status_delivered = Order { $number } was delivered.
order-status_canceled = Order { $number } was canceled.

policy-says = Our terms say:
policy-unknown = I find nothing about that in our published terms. A person can help you further.
policy-delivery = Standard delivery costs { $fee } and takes { $days_min } to { $days_max } working days.
policy-delivery_free = Standard delivery costs { $fee }, is free from { $free_from }, and takes { $days_min } to { $days_max } working days.

handoff-queued = I have asked a colleague to take over. They see our conversation, so you need not repeat anything.
handoff-waiting = Your request is with our team. They will answer here.
handoff-hours = Our team is here { HOURS($hours) }.

unknown-plain = I did not understand that. I can help you find, compare and buy things, or bring in a person.
unknown-with_question = I did not understand that. My question is still open; you can also ask me something else.

perception-image = I cannot look at photos yet, so I only used your words.
perception-audio = I cannot listen to voice notes yet, so I only used your words.
perception-unreadable = One attachment could not be read, so I went on without it.

action-add = Add to cart
action-choose = Choose
option-color = Color
option-size = Size
option-pack = Pack
option-flavor = Flavor
option-value = Value
row-price = Price
row-stock = Stock

quick-show_cart = Show my cart
quick-check_out = Check out
quick-help = What can you do?
quick-ask_person = Talk to a person

allergen-milk = milk
allergen-egg = egg
allergen-eggs = eggs
allergen-nuts = nuts
allergen-hazelnut = hazelnut
allergen-almond = almond
allergen-walnut = walnut
allergen-cashew = cashew
allergen-peanut = peanut
allergen-peanuts = peanuts
allergen-soy = soy
allergen-gluten = gluten
allergen-wheat = wheat
allergen-sesame = sesame
allergen-fish = fish
allergen-crustaceans = crustaceans
allergen-molluscs = molluscs
allergen-celery = celery
allergen-mustard = mustard
allergen-sulphites = sulphites
allergen-lupin = lupin

diet-vegan = vegan
diet-vegetarian = vegetarian
diet-gluten_free = gluten free
diet-lactose_free = lactose free
diet-halal = halal
diet-kosher = kosher
diet-organic = organic

order-label_confirmed = Confirmed
order-label_ready_for_pickup = Ready for pickup
order-label_dispatched = On its way
order-label_delivered = Delivered
order-label_canceled = Canceled

timeline-placed = Order placed
timeline-dispatched = Handed to the carrier
timeline-delivered = Delivered
timeline-ready = Ready for pickup
timeline-handed_over = Handed over
timeline-canceled = Canceled

complete-price_changed = Before paying: the price changed from { $old_total } to { $new_total }. Nothing was charged.
complete-quote_changed = Your order changed since you agreed: it was { $old_total } and is now { $new_total }. Nothing was charged.
complete-quote_expired = That offer had run out, so I made a new one: { $new_total }. Nothing was charged.
complete-price_fell = Good news: the price fell from { $old_total } to { $new_total }. You pay the lower one.
complete-order_placed = Your order { $number } is placed.
complete-payment_created = Your payment of { $total } is already under way. You will not be charged twice.
complete-payment_requires_action = Your payment of { $total } is waiting for you on the payment page. You will not be charged twice.
complete-payment_unknown = I am still checking your payment of { $total }. You will not be charged twice.
complete-payment_authorized = Your payment of { $total } went through. You were charged once.
complete-payment_captured = Your payment of { $total } went through. You were charged once.
complete-payment_declined = Your payment of { $total } did not go through. Nothing was charged.
complete-payment_canceled = Your payment of { $total } was canceled. Nothing was charged.
complete-payment_refunded = Your payment of { $total } was given back.

allergens-unknown = The maker has not declared allergens. Unknown does not mean none.
allergens-not_food = Not a food.
allergens-contains = Contains { $list }.
allergens-none = The maker declares none contained.

permission-done = Thank you. It is in your cart.

find-none_declared_free = I found nothing that its maker declares free from { $list }.
find-declared_free_source = Declared free from { $list } ({ $source }).
find-left_out_unknown = Left out because nothing is declared, and unknown is not safe: { $titles }.
find-read_the_label = Please read the label as well; I cannot give medical advice.
cart-remade = { $title } is made like this now: { $wishes }.
others-none = That is all I have of this kind.
others-none_cheaper = I have nothing cheaper of this kind.
others-none_dearer = I have nothing more expensive of this kind.
why-one = What the records say of { $title }, { $price }: { $list }.
why-cheapest = { $title } is the cheapest of those I showed.
answer-one_version = { $title } does not come in different colors.
