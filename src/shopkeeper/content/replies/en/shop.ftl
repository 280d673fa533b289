# About the shop itself: who answers, what it sells, where and when; and what its terms say word for word.

talk-identity = I am the automatic assistant of { $shop }, not a person. What I tell you comes from the shop's own records, and I can bring in a person at any time.
talk-range = We have { $list }. What are you looking for?
policy-quote = { $title }: “{ $text }”
policy-open_today = { $store }, { $address }: open today from { $opens } to { $closes }.
policy-opens_next = { $store }, { $address }: closed now, opens { $opens }.
policy-closed = { $store }, { $address }: closed for the next two weeks.
cart-here_total = { $count ->
    [one] There is one thing in your cart, { $total }:
   *[other] There are { $count } things in your cart, { $total } in all:
}
order-unpaid = Nothing is ordered yet: the payment is still open. As soon as it is done, your order gets its number.
policy-delivery_to = We deliver to: { COUNTRY($countries) }.
cart-code_removed = The code is taken out again.
refusal-code_not_used = No such code is in use here.
cart-allergen_contains = Declared to contain { $list }: { $titles }.
cart-allergen_may_contain = May contain traces of { $list }: { $titles }.
cart-allergen_unknown = Nothing is declared about { $list }, and unknown is not safe: { $titles }.
cart-allergen_free = Declared free from { $list }: { $titles }.
ask-cancel_order = Shall I ask a colleague to cancel order { $number }?
