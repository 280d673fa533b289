# ऐसी टोकरी का क्या हो जो किसी एक दुकान में पूरी नहीं है, और ऑर्डर के हिस्सों का क्या होता है।
ask-ways = आप क्या चाहेंगे?
choice-way_whole_pickup = सब कुछ { $store } से
choice-way_split_pickup = बाँटें: { $count } दुकानों से लेना
choice-way_split_delivery = बाँटें: { $count } डिलीवरी
choice-way_part_pickup = केवल जो { $store } में है
choice-way_part_delivery = केवल जो पहुँच सकता है
ways-whole_pickup = सब कुछ { $store } से, { $total }।
ways-split_pickup = बँटा हुआ: सब कुछ, { $count } दुकानों से लेना होगा, कुल { $total }।
ways-split_delivery = बँटा हुआ: सब कुछ, { $count } हिस्सों में आएगा, डिलीवरी शुल्क एक बार { $fee }, कुल { $total }।
ways-split_delivery_each = बँटा हुआ: सब कुछ, { $count } हिस्सों में आएगा, हर हिस्से की डिलीवरी { $fee }, कुल { $total }।
ways-part_pickup = केवल जो { $store } में है, { $left_out } के बिना: { $total }।
ways-part_delivery = केवल जो पहुँच सकता है, { $left_out } के बिना: { $total }।
ways-left_out = इस ऑर्डर में शामिल नहीं: { $titles }।
route-pickup_part = { $store } से लेना, तैयार: { $ready }: { $titles }।
route-split_pickup = आप इसे { $count } दुकानों से लेंगे; कोड हर दुकान पर उसके हिस्से के लिए चलेगा।
refusal-scattered = वहाँ पहुँचाने वाली किसी एक दुकान में सब कुछ नहीं है। सबसे अच्छी दुकान में यह नहीं है: { $titles }।
checkout-message_not_at_one_store = इस तरह सब कुछ नहीं मिल सकता। नीचे चुनें कि आप क्या चाहते हैं।
order-part_refused_sold_out = ऑर्डर { $number }: { $store } अपना हिस्सा नहीं दे सकता, बिक गया: { $titles }।
order-part_refused_too_busy = ऑर्डर { $number }: { $store } अपना हिस्सा नहीं बना सकता, काम बहुत है: { $titles }।
order-part_refused_other = ऑर्डर { $number }: { $store } अपना हिस्सा नहीं दे सकता: { $titles }।
order-part_rest = बाक़ी ऑर्डर तय बात के अनुसार चलेगा।
refusal-address_field = { COUNTRY($country) } के लिए पता अभी पूरा नहीं है।
ask-address_field = { $field ->
    [postal_code] पिन कोड क्या है?
    [city] कौन सा शहर?
    [region] कौन सा राज्य?
   *[line1] कौन सी गली और मकान नंबर?
}

substitute-noted_named = अगर { $titles } न हो तो उसकी जगह { $to } आ सकता है, कभी महँगा नहीं।
substitute-noted_none = { $titles }: कोई विकल्प नहीं। जो न हो वह छोड़ दिया जाएगा और उसका पैसा नहीं लिया जाएगा।
substitute-noted_similar = { $titles }: न होने पर दुकान मिलती-जुलती चीज़ दे सकती है, कभी महँगी नहीं।
substitute-noted_ask = { $titles }: न होने पर हम पहले आपसे पूछेंगे।
substitute-not_in_cart = “{ $text }” आपकी टोकरी में नहीं है, इसलिए कुछ दर्ज नहीं किया।
substitute-unknown = “{ $text }” नाम की कोई चीज़ नहीं मिली जो उसकी जगह आ सके। क्या ठीक रहेगा?
substitute-label_named = न होने पर: { $to }
substitute-label_none = कोई विकल्प नहीं
substitute-label_similar = मिलती-जुलती चीज़ ठीक है
substitute-label_ask = पहले पूछें
order-substituted = ऑर्डर { $number }: { $store } में { $title } नहीं था, आपकी इच्छा के अनुसार { $instead } आएगा।
order-substituted_back = यह सस्ता है, इसलिए { $back } आपको वापस मिलेंगे।
order-substituted_same = क़ीमत वही रहेगी।

when-yes = हाँ, हो सकता है।
when-no = नहीं, यह संभव नहीं है। यह हो सकता है:
when-parcel = पार्सल से { $earliest } और { $latest } के बीच पहुँचेगा।
