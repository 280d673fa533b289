# कार्ट, प्रस्ताव और नियमों के जवाब। रकम, मात्रा और नाम रिकॉर्ड से आते हैं।

totals-subtotal = उप-योग
totals-goods = डिलीवरी के बिना कुल
totals-goods_before_tax = कर और डिलीवरी के बिना कुल
totals-delivery = डिलीवरी
totals-delivery_once = { $count } हिस्सों में डिलीवरी, शुल्क एक बार
totals-delivery_each = डिलीवरी, { $count } कूरियर, हर एक { $fee }
totals-pickup = दुकान से लेना
totals-total = कुल
totals-tax_included = { $rate }% वैट सहित
totals-tax_added = { $rate } % कर अतिरिक्त
totals-fees = शुल्क
totals-tip = टिप
totals-instead_of = { $title } से बेहतर ({ $amount } की छूट)

cart-hint_free_delivery = { $missing } और लेने पर डिलीवरी मुफ़्त (नहीं तो { $fee })।
cart-hint_delivery_free = डिलीवरी मुफ़्त है।
cart-note_gone = अब नहीं बिकता
cart-note_short = { $available ->
    [0] स्टॉक ख़त्म
   *[other] उपलब्ध: { $available }
}

delivery-standard = सामान्य डिलीवरी, { $days_min }–{ $days_max } कार्य दिवस
delivery-by_courier = कूरियर से, आपके चुने समय पर
delivery-pickup = दुकान से लेना
delivery-pickup_at = { $store } से लेना
delivery-pickup_ready = { $store } से लेना, तैयार: { $ready }

payment-method_card = कार्ड
payment-method_saved_card = सहेजा हुआ कार्ड
payment-method_pay_on_pickup = लेते समय भुगतान

discount-not_stackable = बेहतर ऑफ़र के साथ नहीं जुड़ता
discount-not_eligible = आपकी कार्ट में इसके लिए ज़रूरी चीज़ नहीं है
discount-expired = समाप्त हो चुका है
discount-not_started = अभी शुरू नहीं हुआ
discount-unknown_code = ऐसा कोई कोड नहीं है

checkout-message_cart_empty = कार्ट ख़ाली है।
checkout-message_delivery_missing = डिलीवरी या दुकान से लेना चुनें।
checkout-message_address_missing = डिलीवरी का पता नहीं दिया गया है।
checkout-message_store_missing = लेने के लिए दुकान चुनें।
checkout-message_short_stock = इस ऑर्डर के लिए अब पर्याप्त स्टॉक नहीं है।
checkout-message_stock_gone = इस ऑर्डर की कोई चीज़ ख़त्म हो गई। कोई पैसा नहीं कटा।
checkout-message_line_gone = इस ऑर्डर की कोई चीज़ अब नहीं बिकती।
checkout-message_pickup_payment_conflict = लेते समय भुगतान डिलीवरी के साथ नहीं हो सकता।
checkout-message_price_changed = क़ीमत { $old_total } से { $new_total } हो गई है। कोई पैसा नहीं कटा।
checkout-message_quote_changed = आपकी सहमति के बाद ऑर्डर बदल गया: पहले { $old_total } था, अब { $new_total } है। कोई पैसा नहीं कटा।
checkout-message_price_checked = क़ीमत फिर से जाँची गई और अब भी { $new_total } है।
checkout-message_quote_expired = यह क़ीमत समाप्त हो गई है। आगे बढ़ने के लिए इसे फिर से जाँचें।

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = { $label } % कर अतिरिक्त
explain-tip = टिप
explain-step = { $label }: { $amount } (अब तक { $running })।
explain-inside = इसमें { $tax } कर है, { $rate } % की दर से ({ $base } पर)।
explain-total = कुल { $total }।

confirm-age_check = { $title } सिर्फ़ { $age } साल या उससे बड़े लोगों को बेचा जा सकता है। क्या आपकी उम्र { $age } या उससे ज़्यादा है? सौंपते समय उम्र फिर से जाँची जाएगी।

refusal-rule_unclear = मैं जाँच नहीं सकता कि इसकी अनुमति है या नहीं, इसलिए मैं यह नहीं कर सकता। कोई सहकर्मी मदद कर सकता है।
refusal-age_minor = मैं { $title } को { $age } साल से कम उम्र के किसी को नहीं बेच सकता। बाक़ी सब वैसा ही रहेगा।
refusal-variant_unknown = यह हमारे कैटलॉग में नहीं है।
refusal-line_unknown = यह आपकी कार्ट में नहीं है।
refusal-quantity_not_positive = { $title } की संख्या कम से कम एक होनी चाहिए।
refusal-quantity_absurd = { $title } की इतनी मात्रा मैं दर्ज नहीं कर सकता। यहाँ एक चीज़ के { $max } तक ऑर्डर हो सकते हैं; ज़्यादा के लिए कोई सहकर्मी आपको प्रस्ताव देगा।
refusal-sold_out = स्टॉक ख़त्म: { $title }।
refusal-more_than_available = { $have ->
    [0] अभी सिर्फ़ { $available } × { $title } मिल सकते हैं।
    [one] अभी सिर्फ़ { $available } × { $title } मिल सकते हैं, जिनमें से एक आपकी कार्ट में पहले से है।
   *[other] अभी सिर्फ़ { $available } × { $title } मिल सकते हैं, और उनमें से { $have } आपकी कार्ट में पहले से हैं।
}
refusal-bulk = यहाँ एक बार में { $max } × { $title } तक ऑर्डर हो सकते हैं। { $wanted } के लिए कोई सहकर्मी आपको प्रस्ताव दे सकता है; कहिए तो मैं पूछ लूँ।
refusal-modifier_unknown = { $title } उस तरह नहीं बन सकता।
refusal-cart_full = एक कार्ट में { $max } अलग-अलग चीज़ें तक आ सकती हैं, और आपकी भर गई है।
refusal-too_many_codes = एक कार्ट में { $max } कोड तक लग सकते हैं।
refusal-code_unreadable = मैं इसे कोड के रूप में नहीं पढ़ पाया।
refusal-too_many_commands = एक मिनट में { $max } से ज़्यादा बदलाव हुए। आपकी कार्ट सुरक्षित है; कृपया थोड़ा रुककर आगे बढ़ें।
refusal-cart_empty = आपकी कार्ट ख़ाली है।
refusal-checkout_closed = यह चेकआउट बंद हो चुका है। अपनी कार्ट से नया शुरू करें।
refusal-checkout_unknown = मुझे इस चेकआउट की जानकारी नहीं है।
refusal-checkout_incomplete = { $missing ->
    [delivery] भुगतान से पहले डिलीवरी या दुकान से लेना चुनना होगा।
    [address] भुगतान से पहले मुझे डिलीवरी का पता चाहिए।
    [store] भुगतान से पहले लेने के लिए दुकान चुननी होगी।
   *[other] आपकी कार्ट ख़ाली है, इसलिए भुगतान के लिए कुछ नहीं है।
}
refusal-quote_changed_since = जब आपने वह क़ीमत देखी थी तब से ऑर्डर बदल गया है। अब { $total } है; कोई पैसा नहीं कटा।
refusal-quote_lapsed = वह क़ीमत इतनी पुरानी है कि उस पर सहमति नहीं ली जा सकती। फिर से चेकआउट करें, मैं नई बनाऊँगा; कोई पैसा नहीं कटा।
refusal-quote_unknown = मैंने वह क़ीमत नहीं दी थी। कोई पैसा नहीं कटा।
refusal-store_unknown = मुझे उस दुकान की जानकारी नहीं है।
refusal-country_not_served = हम इस देश में डिलीवरी नहीं करते: { COUNTRY($country) }। हम यहाँ डिलीवरी करते हैं: { COUNTRY($countries) }।
refusal-email_invalid = यह ई-मेल पता नहीं लगता।
refusal-payment_cap = { $max } से ऊपर के ऑर्डर पहले कोई सहकर्मी पक्का करता है; यह { $total } का है। कहिए तो मैं पूछ लूँ; कोई पैसा नहीं कटा।
refusal-short_stock = { $at_store ->
    [0] { $wanted } × { $title } में से सिर्फ़ { $available } मिल सकते हैं।
   *[other] { $store } में { $wanted } × { $title } में से सिर्फ़ { $available } हैं। { $others ->
        [0] किसी और दुकान में भी नहीं है।
       *[other] यहाँ मिल सकता है: { $elsewhere }।
    }
}
refusal-line_gone = { $title } अब नहीं बिकता। इसे कार्ट से हटा दें, बाक़ी ऑर्डर हो सकता है।
refusal-pickup_payment_conflict = लेते समय भुगतान के लिए दुकान से लेना ज़रूरी है, और आपने डिलीवरी चुनी है। डिलीवरी लेकर अभी भुगतान करें, या दुकान से लेकर वहीं भुगतान करें?
refusal-payment_under_way = अभी { $amount } का भुगतान हो रहा है, इसलिए फ़िलहाल कुछ बदला नहीं जा सकता। पैसा दो बार नहीं कटेगा।
refusal-already_ordered = यह पहले ही ऑर्डर हो चुका है: ऑर्डर { $number }।
refusal-code_unknown_code = “{ $code }” कोड नहीं है।
refusal-code_expired = “{ $code }” कोड समाप्त हो चुका है।
refusal-code_not_started = “{ $code }” कोड अभी लागू नहीं है।
refusal-code_not_eligible = “{ $code }” कोड के लिए जो चाहिए, वह आपकी कार्ट में नहीं है।
refusal-needs_booking = { $title } समय लेकर होता है, और यहाँ अभी समय बुक नहीं हो सकता। क्या मैं किसी सहकर्मी को बुलाऊँ?
refusal-outside_area = हमारे कूरियर वहाँ नहीं जाते, और यह केवल कूरियर से जाता है: { $titles }। इसे दुकान से लिया जा सकता है या छोड़ा जा सकता है।
refusal-no_kitchen = यह ताज़ा बनता है और वहाँ नहीं बन सकता: { $titles }। यहाँ मिल सकता है: { $stores }।
refusal-no_window = अगले दिनों में डिलीवरी का कोई समय खाली नहीं है। दुकान से लेना संभव है।
delivery-courier = { $store } से कूरियर, { $starts }–{ $ends }
route-courier = { $store } का कूरियर { $starts }–{ $ends } में पहुँचाएगा।
route-courier_part = { $store } से कूरियर द्वारा, { $starts }–{ $ends }: { $titles }।
route-parcel_part = पार्सल से: { $titles }।
route-split = किसी एक दुकान में सब कुछ नहीं है, इसलिए यह { $count } हिस्सों में आएगा, डिलीवरी शुल्क एक बार।
route-split_each = किसी एक दुकान में सब कुछ नहीं है, इसलिए यह { $count } हिस्सों में आएगा; { $rides } कूरियर में से हर एक का अलग शुल्क है।
route-waits = रसोई अभी व्यस्त है: सामान्य से लगभग { $minutes } मिनट अधिक।
route-late = { $wanted } तक संभव नहीं है।
ask-time = इनमें से कौन सा ठीक रहेगा?
ask-top_up_delivery = { $missing } और, फिर हम डिलीवर कर सकते हैं। { $goods ->
    [0] {""}
   *[other] इसके साथ ये ठीक रहेंगे: { $titles }।
} या दुकान से लेंगे?
ask-top_up_pickup = { $missing } और, फिर इसे दुकान से लिया जा सकता है। { $goods ->
    [0] {""}
   *[other] इसके साथ ये ठीक रहेंगे: { $titles }।
} या हम डिलीवर करें?
choice-price = { $price }
checkout-message_below_minimum = इस तरीके के लिए { $missing } और चाहिए। कुछ जोड़ें या दूसरा तरीका चुनें।
refusal-below_minimum = इस तरीके के लिए ऑर्डर में { $missing } और चाहिए। कोई पैसा नहीं लिया गया।
refusal-postal_code = “{ $code }” { COUNTRY($country) } का पिन कोड नहीं लगता, जैसे { $example }।
