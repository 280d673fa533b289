# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Noted for the people who pack your order: “{ $text }”. I pass it on, but cannot promise it.
wish-gift_noted = Your gift note goes with the order, word for word: “{ $text }”
wish-gift_changed = Changed. The gift note now says: “{ $text }”
wish-gift_off = The gift note is taken off.
wish-gift_none = There is no gift note on this order yet.
wish-gift_ask = What should the gift note say? Write “gift note:” and then the words, up to { $most } characters.
refusal-gift_note_too_long = The gift note has { $length } characters, and { $most } fit on the card. Please send a shorter one; nothing is changed.
when-pickup = On { $day } you can pick up: { $list }.
when-store = { $store } until { $closes }
when-no_pickup = On { $day } nothing can be picked up at our stores in time.
again-order = From your order { $number }, at today's prices:
answer-elsewhere = I only know our own prices, so I cannot tell what other shops charge.
answer-elsewhere_tax = The price includes tax.
answer-elsewhere_tax_added = Tax is added to that.
tip-given = { $tip } as a tip, thank you. It can be changed until you pay.
tip-off = No tip.
tip-none = There is no tip on this order.
ask-tip = How much would you like to give? Say a percentage or an amount, or choose.
choice-tip = { $percent } %
choice-no_tip = No tip
refusal-tips_not_taken = This shop takes no tips.
refusal-tip_too_large = { $tip } is more than the { $most } that can be given as a tip here. Nothing is changed.
