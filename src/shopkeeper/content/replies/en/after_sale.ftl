# After the sale and around it: returns, appointments, what fits, presents, people, privacy.

return-none = I see no order here that could be returned. If you ordered with an account, please sign in first.
return-not_found = I find no order { $number } that belongs to you here. If it is yours, please sign in first; a number alone proves nothing.
return-no_such_line = Order { $number } does not hold that. This is what is in it:
return-only_unopened = { $titles } can only come back unopened, for hygiene.
exchange-same = { $title } is what you have already.
return-draft = Return from order { $number } prepared: { $refund } would come back to you, on the way you paid.
return-draft_withdrawal = Withdrawal from order { $number } prepared: { $refund } comes back to you, on the way you paid.
return-draft_replacement = Replacement from order { $number } prepared: a new one is sent to you, and the old one comes back to us.
return-draft_exchange = Exchange from order { $number } prepared: { $old } comes back to us, and you get { $new } instead. { $balance ->
    [more] It costs { $difference } more than you paid for what goes back.
    [less] It costs less: { $difference } comes back to you, on the way you paid.
   *[even] The price is the same.
}
return-order_of = ordered { $placed_at }
return-canceled = All right, nothing is returned.
claim-sorry = I am sorry about that.
claim-person_looks = Thank you. A colleague looks at your photos and decides. Until then nothing is decided against you.
return-denied_not_delivered = Order { $number } has not been delivered yet, so there is nothing to send back. I can bring in a person if you want to cancel it.
return-denied_canceled = Order { $number } was canceled; there is nothing to return.
return-denied_returned_already = That from order { $number } is on its way back already, or was taken back.
return-denied_excluded = { $title } is not covered by our return promise.
return-denied_window_over = { $title } from order { $number } was delivered on { $delivered }. Our { $days } days ended on { $last_day }, so our return promise no longer covers it.
return-law_still = By law you can still withdraw from this purchase until { $last_day }. If you want that, just write “I withdraw from { $number }”.
return-law_over = The legal right to withdraw within { $days } days ended on { $last_day } as well.
return-case = Your case has the number { $rma }. If you see it differently, ask for it to be looked at again: a person who did not decide it will.
return-appealed = I pass case { $rma } on to a person who did not decide it.
return-return_already = Return { $rma } is registered already.
return-return_requested = Return { $rma } is registered, { $at }. A colleague decides on it within one working day; { $refund } would come back to you.
return-return_approved = Return { $rma } is registered, { $at }, and approved. { $refund } comes back to you once the goods have arrived.
return-replacement_requested = Exchange { $rma } is registered, { $at }. A colleague looks at it within one working day and tells you here.
return-replacement_approved = Exchange { $rma } is registered, { $at }, and approved. The new one is sent once the old one has arrived.
return-exchange_requested = Exchange { $rma } is registered, { $at }. { $new } is kept for you until { $until }. { $balance ->
    [more] There is { $difference } to pay: a colleague tells you here within one working day how, and nothing is charged before.
   *[other] A colleague decides on it within one working day and tells you here.
}
return-exchange_approved = Exchange { $rma } is registered, { $at }, and approved. { $new } is kept for you until { $until }. { $ships ->
    [at_once] It is sent now; please send the other one back.
   *[after_arrival] It is sent once the other one has arrived.
} { $balance ->
    [more] { $difference } is to be paid before.
    [less] { $difference } comes back to you once the goods have arrived.
   *[even] There is nothing to pay.
}
return-exchange_changed = The price has changed, so nothing is registered yet. For { $new }: { $balance ->
    [more] { $difference } more than you paid for what goes back.
    [less] { $difference } would come back to you.
   *[even] nothing to pay and nothing back.
}
return-return_rejected = Return { $rma } was not approved.
return-return_overturned = A colleague from customer care looked at case { $rma } again, { $at }, and decided for you, as goodwill. { $refund } comes back to you once the goods have arrived.
return-return_canceled = Return { $rma } was called off.
return-arrived = Return { $rma } has arrived. { $refund } of order { $number } goes back to you now.
return-arrived_settled = Return { $rma } has arrived and is settled: what was paid for it has gone back already.
return-arrived_exchange = Exchange { $rma }: the old one has arrived, and { $new } is sent now.
return-arrived_replacement = Exchange { $rma }: the old one has arrived, and the new one is sent now.
return-arrived_refused = Return { $rma } has arrived, but it could not be accepted. { $note }
return-status_draft = Waiting for your yes
return-status_requested = Requested
return-status_approved = Approved
return-status_rejected = Not approved
return-status_received = Received
return-status_inspected = Inspected
return-status_resolved = Refunded
return-status_canceled = Called off
return-reason_too_small = too small
return-reason_too_large = too large
return-reason_not_as_expected = not as expected
return-reason_changed_mind = no longer needed
return-reason_damaged = arrived damaged
return-reason_faulty = faulty
return-reason_wrong_item = wrong item
return-reason_not_stated = no reason given
return-goods = Goods, discounts taken off
return-refund = You get back
return-instead = Instead: { $title }
return-to_pay = To pay

withdrawal-denied_window_over = The right to withdraw from order { $number } ended on { $last_day }, { $days } days after its delivery on { $delivered }.
withdrawal-denied_excluded = The law excludes { $title } from the right of withdrawal.

ask-return_order = Which order is it about?
ask-return_line = What from order { $number } would you like to send back?
ask-exchange_line = What from order { $number } would you like to exchange?
ask-exchange_for = What would you like instead of { $title }?
ask-exchange_else = There is no other version of { $title } I can send now. Which other goods would you like, or your money back?
ask-return = Shall I register this return over { $refund }? You may tell me why, but need not.
ask-replacement = Shall I register this exchange?
ask-withdrawal = Shall I register this withdrawal over { $refund }?
ask-faulty = Is { $title } faulty? Then other rights apply.
ask-appeal = Would you like a person who did not decide it to look at case { $rma } again?
ask-claim_photo = So that this is settled quickly: please send one more photo of { $title } on which the label of its box can be read.
ask-claim_wish = Would you like a new { $title }, or your money back?
ask-window = Which time for { $title } suits you?
ask-service = What would you like to book?
ask-booking = Shall I book { $title } with { $staff }, { $starts_at }, { $price } paid at the store?
ask-add_it = Shall I add { $title } to your cart?
ask-erase = Shall I delete it now? This cannot be undone.
ask-gift = What do they like?
ask-callback = Would you rather be called? We call back within { $hours } hours of our opening times.
ask-phone = At which number can we reach you?

choice-everything = All of it
choice-faulty_yes = Yes, it is faulty
choice-faulty_no = No
choice-appeal = Look at it again
choice-no_photo = I have no more photo
choice-replacement = A new one
choice-refund = Money back
choice-erase_yes = Delete it
choice-erase_no = Keep it
choice-chat = Answer here
choice-call = Call me

action-withdraw = Withdraw
action-send_back = Send it back
action-exchange = Exchange it
action-keep_it = Keep it
action-book = Book it
action-cancel_booking = Cancel

booking-none = I find no free time that fits.
booking-free = Free times for { $title }, { $city } time:
booking-taken = { $starts_at } is not free. The nearest times, { $city } time:
booking-window = { $starts_at }
booking-with = with { $staff }
booking-price = { $price }
booking-held = I hold { $title } with { $staff } for you: { $starts_at }, { $city } time. The hold ends { $expires_at }.
booking-held_also = I hold { $title } with { $staff } for you: { $starts_at }, { $city } time. The hold ends { $expires_at }. Also free: { $others }.
booking-no_services = Nothing can be booked here.
booking-moved = Moved: { $title } with { $staff }, { $starts_at }, { $city } time.
return-stands = Return { $rma } from order { $number }: { $status }, { $refund }.
return-stands_exchange = Exchange { $rma } from order { $number } for { $new }: { $status }.
return-none_of_yours = I see no return of yours here.
time-no_such_day = There is no { $day } in that month: it ends on { $last_day }. Please name another day.
booking-no_such_staff = I find no “{ $name }” here. { $title } is done by { $people }.
ask-cancel_booking = Shall I cancel the appointment { $title }, { $starts_at }?
add-order_is_placed = Order { $number } is placed and stays as it is, so this begins a new cart.
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , less its share of the order's discount ({ $offers }), { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] , plus { $tax } tax
   *[no] {""}
}. That is { $refund }.
refund-line_plain = { $title }: { $refund }.
refund-fees = Deposits and fees that go back: { $fees }.
refund-delivery = Delivery goes back as well: { $delivery }.
refund-no_delivery = Delivery ({ $delivery }) is not part of it: it goes back only with a withdrawal from the whole order.
refund-total = Together { $refund }.
refund-exchange = Of { $credit } that was paid, { $new } takes { $balance ->
    [more] all, and { $difference } more is to be paid.
    [less] a part, and { $difference } comes back.
   *[even] all of it.
}
booking-none_of_yours = I see no appointment of yours here.
booking-confirmed = Booked: { $title } with { $staff }, { $starts_at }, { $city } time. You pay { $price } at the store.
booking-canceled = The appointment { $starts_at } is canceled.
booking-here = { $count ->
    [one] Your appointment:
   *[other] Your { $count } appointments:
}
booking-add_on = { $title } ({ $price }) would still fit in.
booking-status_held = Held for you
booking-status_confirmed = Booked
booking-status_canceled = Canceled
booking-status_expired = Hold ended

fit-fits = Yes, by what is declared: { $title } has { $name } { $declared }, and { $value } fits.
fit-too_small = No: { $title } is made for { $name } { $declared }, so { $value } is too small. I have not added it.
fit-too_large = No: { $title } is made for { $name } { $declared }, so { $value } is too large. I have not added it.
fit-other_size = No: { $title } is declared with { $name } { $declared }, not { $value }. I have not added it.
fit-unknown = Nothing is declared about whether { $title } suits { $value }, so I cannot tell.

gift-options = { $count ->
    [one] One idea that keeps to your limits:
   *[other] { $count } ideas that keep to your limits:
}
gift-none = I find nothing that fits within your limits.
gift-total = { $total } with delivery
gift-total_because = { $name }: { $value } · { $total } with delivery
gift-within = Each stays within { $limit }, delivery of { $fee } included.
gift-arrives = Ordered now, standard delivery comes between { $earliest } and { $latest }.
gift-too_late = Standard delivery would come between { $earliest } and { $latest }; I cannot promise the day you need. Picking it up at a store would be quicker.
gift-declared = Declared { $diet } by the maker: { $titles }.
gift-not_declared = Nothing is declared about { $diet } for { $titles }, so I make no claim there.

handoff-queued_open = I have asked a colleague to take over. They see our conversation, so you need not repeat anything.
handoff-closed_until = Nobody is here right now. The team is back { $opens } and finds your message first.
handoff-position = { $position ->
    [1] You are next in line.
   *[other] You are number { $position } in line.
}
handoff-stays_here = All right, the answer comes here.
handoff-callback = Noted: a colleague calls you at { $phone }.
handoff-taken = A colleague is here now.
handoff-closed = My colleague has closed this. I am here again if you need anything.
mood-sorry = I am sorry about this.

data-nothing = You are not signed in, and I know nothing about you but what you wrote in this conversation.
data-known = { $name }, we keep: { $addresses ->
    [one] one address
   *[other] { $addresses } addresses
}, { $orders ->
    [one] one order
   *[other] { $orders } orders
}, { $cards ->
    [0] no saved card
    [one] one saved card (a token only)
   *[other] { $cards } saved cards (tokens only)
} and your conversations here.
data-rights = You can have it corrected, taken along or deleted.
data-guest_only = You are not signed in, so I can delete this conversation with its photos and voice notes. For an account, please sign in first: that is the proof that it is yours.
data-goes = Deleted at once: your profile, { $addresses ->
    [one] one address
   *[other] { $addresses } addresses
}, saved cards, all conversations, photos, voice notes and open carts.
data-stays = Kept, because tax law demands it: { $orders ->
    [one] the invoice of one order
   *[other] the invoices of { $orders } orders
}, blocked for any other use, at the latest until the end of { $until }.
data-kept = All right, nothing was deleted.
data-erased = Done. Your data is deleted. Certificate: { $certificate }

refusal-return_unknown_order = I find no order { $number } that belongs to you here.
refusal-return_unknown = There is no such return here.
refusal-return_canceled_order = Order { $number } was canceled; there is nothing to return.
refusal-return_nothing_left = Nothing from order { $number } is left to return.
refusal-return_not_delivered = Order { $number } has not been delivered yet.
refusal-return_window_over = Order { $number } was delivered on { $delivered }; our { $days } days ended on { $last_day }.
refusal-return_excluded = { $title } is not covered by our return promise.
refusal-return_too_late = Return { $rma } is past the point where that is possible.
refusal-exchange_sold_out = { $title } has just sold out, so I have not registered the exchange.
refusal-exchange_not_paid = { $amount } is still to be paid for this exchange.
refusal-withdrawal_over = The right to withdraw from order { $number } ended on { $last_day }.
refusal-withdrawal_excluded = The law excludes { $title } from the right of withdrawal.
refusal-service_unknown = That cannot be booked here.
refusal-booking_unknown = I see no such appointment of yours.
refusal-booking_fixed = The appointment { $starts_at } can no longer be moved.
refusal-window_taken = { $starts_at } has just been taken.
refusal-hold_expired = The hold has ended, and its time is over.
refusal-callback_no_ticket = Nobody has been asked to call yet.
refusal-handoff_unknown = There is no such conversation.
refusal-handoff_not_taken = Nobody has taken this conversation.
refusal-staff_only = Only staff can do that.
refusal-message_unusable = That message is empty or too long.
refusal-erasure_unproven = For your protection I need proof that this account is yours. Please sign in with a verified account.
refusal-erasure_unknown = There is nothing to delete.
refusal-erasure_payment_open = A payment is still under way. Finish or cancel it, then ask again.

confirm-booking_fee = It is less than a day until { $starts_at }, so canceling costs { $fee }. Cancel it all the same?
