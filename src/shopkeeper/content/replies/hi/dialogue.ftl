# ख़रीदारी के दौरान सहायक जो कहता है। तथ्य रिकॉर्ड से आते हैं; जो रिकॉर्ड में नहीं, उसका कोई वादा यहाँ नहीं।

sentence-space = { " " }

talk-greet = नमस्ते! बताइए, आप क्या ढूँढ रहे हैं, या कोई फ़ोटो या आवाज़ वाला संदेश भेजिए।
talk-thank = आपका स्वागत है।
talk-help = मैं उत्पाद ढूँढ सकता हूँ, उनके बारे में सवालों के जवाब दे सकता हूँ, आपकी कार्ट भर सकता हूँ, भुगतान तक साथ चल सकता हूँ, बता सकता हूँ कि ऑर्डर कहाँ है, और किसी सहकर्मी को बुला सकता हूँ। जैसे: “एक दर्जन अंडे और दो दूध”, “क्या इसमें मेवे हैं”, “मेरा ऑर्डर कहाँ है”. आप किसी उत्पाद या उसके बारकोड की फ़ोटो भी भेज सकते हैं, या बस बोल सकते हैं।

find-what = आप क्या ढूँढ रहे हैं?
find-none = हमारे कैटलॉग में “{ $text }” के लिए कुछ नहीं मिला।
find-nearest = “{ $text }” नाम से कुछ नहीं मिला। सबसे नज़दीकी:
find-none_fit = “{ $text }” के लिए ऐसा कुछ नहीं है जो आपकी हर बात पर खरा उतरे। ये सबसे क़रीब हैं:
find-one = { $title }: { $price }, { $stock }।
find-one_plain = { $title }: { $price }। { $count ->
    [one] अभी { $count } विकल्प उपलब्ध है।
   *[other] अभी { $count } विकल्प उपलब्ध हैं।
}
find-one_from = { $title }: { $price } से शुरू। { $count ->
    [one] अभी { $count } विकल्प उपलब्ध है।
   *[other] अभी { $count } विकल्प उपलब्ध हैं।
}
find-several = { $count ->
    [one] मुझे यह मिला:
   *[other] मुझे ये { $count } मिले:
}
find-sold_out = स्टॉक ख़त्म: { $title }।
find-instead = इनकी जगह ये उपलब्ध हैं:
find-no_such_variant = { $title } इस विकल्प में नहीं आता: { $wanted }।

stock-in_stock = स्टॉक में { $count }
stock-low = { $count ->
    [one] सिर्फ़ { $count } बचा है
   *[other] सिर्फ़ { $count } बचे हैं
}
stock-sold_out = स्टॉक ख़त्म
stock-made_to_order = ऑर्डर पर ताज़ा बनता है
stock-unknown = स्टॉक की जानकारी नहीं
stock-some_variants = { $count ->
    [one] { $count } विकल्प उपलब्ध
   *[other] { $count } विकल्प उपलब्ध
}

ask-which_product = इनमें से आपका मतलब किससे है?
ask-which_line = आपकी कार्ट में से आपका मतलब किससे है?
ask-variant = { $title }: आपको कौन-सा विकल्प चाहिए?
ask-variant_instead = { $title } इस विकल्प में नहीं आता: { $wanted }। इनमें से आपको कौन-सा चाहिए?
ask-quantity = { $title }: आपको कितने चाहिए?

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = डिलीवरी
choice-delivery_detail = { $fee }, { $days_min }–{ $days_max } कार्य दिवस
choice-pickup = दुकान से लेना
choice-pickup_detail = कोई शुल्क नहीं
choice-deliver_and_pay_now = डिलीवरी, भुगतान अभी
choice-pickup_and_pay_there = दुकान से लेना, भुगतान वहीं
choose-what = मैं पक्का नहीं समझ पाया कि आपका मतलब किससे है। किसी एक पर टैप करें या उसका नाम बताएँ।

policy-no_notice = कोई चीज़ दोबारा आने पर मैं आपको संदेश नहीं भेज सकता। आप कभी भी फिर पूछ सकते हैं, या मुझे कह सकते हैं कि आने पर आपकी तय सीमाओं में उसे मँगा दूँ।
answer-price = { $title } की क़ीमत { $price } है।
answer-price_from = { $title } की क़ीमत { $price } से शुरू होती है, विकल्प के अनुसार।
answer-stock = { $title }: { $stock }।
answer-stock_variants = अभी स्टॉक में: { $variants }।
answer-allergens_unknown = { $title } के लिए निर्माता ने एलर्जन घोषित नहीं किए हैं, इसलिए मैं नहीं बता सकता। अगर आपको एलर्जी है तो कृपया इस पर भरोसा न करें।
answer-allergens_contains = निर्माता की घोषणा के अनुसार { $title } में ये हैं: { $list }।
answer-allergens_none = निर्माता के अनुसार { $title } में कोई एलर्जन नहीं है।
answer-allergens_may_contain = इनके अंश हो सकते हैं: { $list }।
answer-allergens_free_from = घोषणा के अनुसार इनसे मुक्त: { $list }।
answer-source = स्रोत: { $source }। कृपया लेबल भी पढ़ें।
answer-diet = { $title } की घोषणा: { $list }।
answer-diet_unknown = { $title } किस आहार के लिए उपयुक्त है, इसकी कोई घोषणा नहीं है।
answer-options = { $title } इन विकल्पों में उपलब्ध है: { $list }।
answer-reviews = { $count ->
    [one] { $title } की { $count } समीक्षा: 5 में से { $rating }।
   *[other] { $title } की { $count } समीक्षाएँ: औसतन 5 में से { $rating }।
}
answer-reviews_none = { $title } की अभी कोई समीक्षा नहीं है।
answer-delivery = सामान्य डिलीवरी का शुल्क { $fee } है और इसमें { $days_min } से { $days_max } कार्य दिवस लगते हैं।
answer-details = { $title }: { $text } { $price }।
answer-details_from = { $title }: { $text } { $price } से शुरू।
answer-attribute = { $title }, { $name }: { $value }।
answer-attribute_yes = { $title }, { $name }: हाँ।
answer-attribute_no = { $title }, { $name }: नहीं।
answer-property_unknown = { $title } के हमारे विवरण में “{ $text }” के बारे में कुछ नहीं है।
answer-attribute_unknown = { $title }, { $name }: हमारे रिकॉर्ड में इसके बारे में कुछ नहीं है।

compare-what = मैं किन उत्पादों की तुलना करूँ?
compare-by = { $name }: { $list }।
compare-no_record = हमारे रिकॉर्ड में यह नहीं लिखा है। ये साथ-साथ हैं।
compare-done = इन { $count } की तुलना यह है। सबसे सस्ता { $title } है, { $price } में।

add-what = मैं क्या जोड़ूँ?
add-not_found = “{ $text }” नाम का कुछ नहीं मिला, इसलिए मैंने कुछ नहीं जोड़ा।
add-gone = यह अब नहीं मिलता।

cart-not_made_so = “{ $text }” नोट नहीं कर सकता: { $title } में केवल { $list } चुना जा सकता है।
cart-added = { $quantity } × { $title } जोड़ दिया, हर एक { $price }।
cart-packs = { $pieces ->
    [one] { $pieces } नग यानी
   *[other] { $pieces } नग यानी
} { $packs ->
    [one] { $packs } पैक
   *[other] { $packs } पैक
}, हर पैक में { $per_pack }।
cart-quantity = { $title }: अब { $quantity }।
cart-variant = बदलकर { $title } कर दिया, { $price }।
cart-swapped = { $before } की जगह { $quantity } × { $title }, हर एक { $price }।
cart-removed = { $title } हटा दिया।
cart-cleared = आपकी कार्ट अब ख़ाली है।
cart-empty = आपकी कार्ट ख़ाली है।
cart-kept = ठीक है, आपकी कार्ट वैसी ही रहेगी।
cart-kept_count = { $count ->
    [one] आपकी कार्ट { $count } चीज़ के साथ यहीं है।
   *[other] आपकी कार्ट { $count } चीज़ों के साथ यहीं है।
}
cart-not_in_cart = यह आपकी कार्ट में नहीं है। इनमें से आपका मतलब किससे है?
cart-code = कोड { $code } दर्ज कर लिया।

ask-delivery = क्या हम इसे पहुँचा दें, या आप दुकान से लेना चाहेंगे?
ask-address = कहाँ पहुँचाना है? कृपया सड़क, मकान नंबर, पिन कोड और शहर बताएँ।
ask-address_of = मेरे पास “{ $label }” नाम का कोई पता नहीं है। कृपया सड़क, मकान नंबर, पिन कोड और शहर बताएँ।
ask-store = आप किस दुकान से लेना चाहेंगे?
ask-consent = कुल { $total } है। क्या मैं ऑर्डर कर दूँ?
ask-pickup_conflict = लेते समय भुगतान के लिए दुकान से लेना ज़रूरी है, पर आपने डिलीवरी चुनी है। आप क्या चाहेंगे?

checkout-address = डिलीवरी का पता: { $address }।
checkout-pickup = { $store } से लेना है, तैयार: { $ready }।
checkout-pickup_closed = { $store } से लेना है। इस हफ़्ते दुकान के खुलने का समय नहीं है, इसलिए मैं समय नहीं बता सकता।
checkout-empty_later = आपकी कार्ट ख़ाली है, इसलिए अभी भुगतान के लिए कुछ नहीं है।
checkout-payment_card = भुगतान कार्ड से।
checkout-payment_saved_card = भुगतान आपके सहेजे हुए कार्ड से।
checkout-payment_pay_on_pickup = आप लेते समय भुगतान करेंगे।
checkout-email = धन्यवाद, मैंने इस ऑर्डर के लिए { $email } लिख लिया है।
checkout-canceled = मैंने चेकआउट रोक दिया और जो आपके लिए रखा गया था उसे छोड़ दिया। कोई पैसा नहीं कटा।

confirm-nothing = अभी आपकी हाँ का कुछ इंतज़ार नहीं है।
decline-fine = ठीक है।
decline-quote = ठीक है, कुछ ऑर्डर नहीं हुआ। आपकी कार्ट वैसी ही रहेगी।
start_over-done = हम फिर से शुरू करते हैं। आप क्या ढूँढ रहे हैं?

order-none = इस बातचीत में मुझे कोई ऑर्डर नहीं दिखता। अगर आपने पहले ऑर्डर किया था, तो कृपया साइन इन करें या रसीद से ऑर्डर नंबर बताएँ।
order-not_found = मुझे यहाँ आपका ऑर्डर { $number } नहीं मिला।
order-already = आपका ऑर्डर { $number } हो गया है, एक ही बार। पैसा दो बार नहीं कटेगा।
order-status_confirmed = { $placed_at } का ऑर्डर { $number } पक्का है और तैयार हो रहा है।
order-status_ready_for_pickup = ऑर्डर { $number } लेने के लिए तैयार है।
order-status_dispatched = ऑर्डर { $number } रास्ते में है।
order-status_delivered = ऑर्डर { $number } पहुँचा दिया गया।
order-status_canceled = ऑर्डर { $number } रद्द किया गया।

policy-says = हमारी शर्तों में लिखा है:
policy-unknown = हमारी प्रकाशित शर्तों में इसके बारे में कुछ नहीं मिला। कोई सहकर्मी आपकी आगे मदद कर सकता है।
policy-delivery = सामान्य डिलीवरी का शुल्क { $fee } है और इसमें { $days_min } से { $days_max } कार्य दिवस लगते हैं।
policy-delivery_free = सामान्य डिलीवरी का शुल्क { $fee } है, { $free_from } से मुफ़्त है, और इसमें { $days_min } से { $days_max } कार्य दिवस लगते हैं।

handoff-queued = मैंने एक सहकर्मी से बात सँभालने को कहा है। वे हमारी बातचीत देख सकते हैं, इसलिए आपको कुछ दोहराना नहीं पड़ेगा।
handoff-waiting = आपका अनुरोध हमारी टीम के पास है। वे यहीं जवाब देंगे।
handoff-hours = हमारी टीम का समय: { HOURS($hours) }।

unknown-plain = मैं यह समझ नहीं पाया। मैं चीज़ें ढूँढने, तुलना करने और ख़रीदने में मदद कर सकता हूँ, या किसी सहकर्मी को बुला सकता हूँ।
unknown-with_question = मैं यह समझ नहीं पाया। मेरा सवाल अभी बाक़ी है; आप कुछ और भी पूछ सकते हैं।

perception-image = मैं अभी तस्वीरें नहीं देख सकता, इसलिए मैंने सिर्फ़ आपके शब्द लिए।
perception-audio = मैं अभी आवाज़ वाले संदेश नहीं सुन सकता, इसलिए मैंने सिर्फ़ आपके शब्द लिए।
perception-unreadable = एक अटैचमेंट पढ़ा नहीं जा सका, इसलिए मैं उसके बिना आगे बढ़ा।

action-add = कार्ट में डालें
action-choose = चुनें
option-color = रंग
option-size = साइज़
option-pack = पैक
option-flavor = स्वाद
option-value = मूल्य
row-price = क़ीमत
row-stock = स्टॉक

quick-show_cart = मेरी कार्ट दिखाएँ
quick-check_out = चेकआउट करें
quick-help = आप क्या कर सकते हैं?
quick-ask_person = किसी व्यक्ति से बात करें

allergen-milk = दूध
allergen-egg = अंडा
allergen-eggs = अंडे
allergen-nuts = मेवे
allergen-hazelnut = हेज़लनट
allergen-almond = बादाम
allergen-walnut = अख़रोट
allergen-cashew = काजू
allergen-peanut = मूँगफली
allergen-peanuts = मूँगफली
allergen-soy = सोया
allergen-gluten = ग्लूटेन
allergen-wheat = गेहूँ
allergen-sesame = तिल
allergen-fish = मछली
allergen-crustaceans = झींगा-केकड़ा वर्ग
allergen-molluscs = सीप-घोंघा वर्ग
allergen-celery = सेलेरी
allergen-mustard = सरसों
allergen-sulphites = सल्फाइट
allergen-lupin = ल्यूपिन

diet-vegan = वीगन
diet-vegetarian = शाकाहारी
diet-gluten_free = ग्लूटेन-मुक्त
diet-lactose_free = लैक्टोज़-मुक्त
diet-halal = हलाल
diet-kosher = कोशर
diet-organic = जैविक

order-label_confirmed = पक्का
order-label_ready_for_pickup = लेने के लिए तैयार
order-label_dispatched = रास्ते में
order-label_delivered = पहुँचा दिया गया
order-label_canceled = रद्द

timeline-placed = ऑर्डर हुआ
timeline-dispatched = कूरियर को सौंपा गया
timeline-delivered = पहुँचा दिया गया
timeline-ready = लेने के लिए तैयार
timeline-handed_over = सौंप दिया गया
timeline-canceled = रद्द

complete-price_changed = भुगतान से पहले: क़ीमत { $old_total } से { $new_total } हो गई है। कोई पैसा नहीं कटा।
complete-quote_changed = आपकी सहमति के बाद ऑर्डर बदल गया: पहले { $old_total } था, अब { $new_total } है। कोई पैसा नहीं कटा।
complete-quote_expired = वह प्रस्ताव समाप्त हो गया था, इसलिए मैंने नया बनाया: { $new_total }। कोई पैसा नहीं कटा।
complete-price_fell = अच्छी ख़बर: क़ीमत { $old_total } से घटकर { $new_total } हो गई। आप कम वाली क़ीमत देंगे।
complete-order_placed = आपका ऑर्डर { $number } हो गया है।
complete-payment_created = आपका { $total } का भुगतान पहले से चल रहा है। पैसा दो बार नहीं कटेगा।
complete-payment_requires_action = आपका { $total } का भुगतान भुगतान पेज पर आपका इंतज़ार कर रहा है। पैसा दो बार नहीं कटेगा।
complete-payment_unknown = मैं आपका { $total } का भुगतान अभी जाँच रहा हूँ। पैसा दो बार नहीं कटेगा।
complete-payment_authorized = आपका { $total } का भुगतान हो गया। पैसा एक ही बार कटा है।
complete-payment_captured = आपका { $total } का भुगतान हो गया। पैसा एक ही बार कटा है।
complete-payment_declined = आपका { $total } का भुगतान नहीं हो पाया। कोई पैसा नहीं कटा।
complete-payment_canceled = आपका { $total } का भुगतान रद्द किया गया। कोई पैसा नहीं कटा।
complete-payment_refunded = आपका { $total } का भुगतान लौटा दिया गया।

allergens-unknown = निर्माता ने एलर्जन घोषित नहीं किए हैं। अज्ञात का मतलब ‘कोई नहीं’ नहीं है।
allergens-not_food = खाद्य पदार्थ नहीं है।
allergens-contains = इसमें हैं: { $list }।
allergens-none = निर्माता के अनुसार इसमें कोई नहीं है।

permission-done = धन्यवाद। यह आपकी कार्ट में है।

find-none_declared_free = ऐसा कुछ नहीं मिला जिसे निर्माता इनसे मुक्त घोषित करता हो: { $list }।
find-declared_free_source = इनसे मुक्त घोषित: { $list } ({ $source })।
find-left_out_unknown = ये छोड़ दिए गए, क्योंकि इनके बारे में कोई घोषणा नहीं है और अज्ञात सुरक्षित नहीं है: { $titles }।
find-read_the_label = कृपया लेबल भी पढ़ें; मैं चिकित्सीय सलाह नहीं दे सकता।
cart-remade = { $title } अब ऐसे बनेगा: { $wishes }।
others-none = इस तरह का मेरे पास इतना ही है।
others-none_cheaper = इस तरह का इससे सस्ता मेरे पास कुछ नहीं है।
others-none_dearer = इस तरह का इससे महँगा मेरे पास कुछ नहीं है।
why-one = { $title }, { $price } के बारे में रिकॉर्ड कहता है: { $list }।
why-cheapest = जो मैंने दिखाया उसमें { $title } सबसे सस्ता है।
answer-one_version = { $title } अलग-अलग रंगों में नहीं आता।
