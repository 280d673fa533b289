# What a language model brings with it: it is never named, and never the reason for a promise.

model-reduced = I am in a simpler mode right now, so plain and short sentences work best. Your cart, payment and orders work as always.

propose-clear_cart = Do you want me to empty your cart?
propose-cancel = Do you want me to stop what we were doing?
propose-start_over = Do you want to start afresh, with an empty cart?
propose-ask_person = Do you want me to bring in a person?
