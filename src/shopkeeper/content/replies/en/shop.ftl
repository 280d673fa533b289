# About the shop itself: who answers, what it sells, where and when; and what its terms say word for word.

talk-identity = I am the automatic assistant of { $shop }, not a person. What I tell you comes from the shop's own records, and I can bring in a person at any time.
talk-range = We have { $list }. What are you looking for?
policy-quote = { $title }: “{ $text }”
policy-open_today = { $store }, { $address }: open today from { $opens } to { $closes }.
policy-opens_next = { $store }, { $address }: closed now, opens { $opens }.
policy-closed = { $store }, { $address }: closed for the next two weeks.
policy-open_then = { $store }, { $address }: open on { $day } from { $opens } to { $closes }.
policy-closed_then = { $store }, { $address }: closed on { $day }.
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
policy-offer = Offer now: { $title }.
policy-no_offers = There is no offer for everybody right now.
policy-offer_codes = If you have a code, tell me and I check it.
policy-contact_mail = You can write to { $email }.
policy-contact_here = Here I can bring in a person, who can also call you back.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
