# दुकान के बारे में: जवाब कौन देता है, क्या बिकता है, कहाँ और कब; और शर्तों में शब्दशः क्या लिखा है।

talk-identity = मैं { $shop } का स्वचालित सहायक हूँ, कोई व्यक्ति नहीं। मैं जो बताता हूँ वह दुकान के अपने रिकॉर्ड से आता है, और मैं कभी भी किसी व्यक्ति को बुला सकता हूँ।
talk-range = हमारे पास { $list } हैं। आप क्या ढूँढ रहे हैं?
policy-quote = { $title }: “{ $text }”
policy-open_today = { $store }, { $address }: आज { $opens } से { $closes } तक खुला है।
policy-opens_next = { $store }, { $address }: अभी बंद है, { $opens } को खुलेगा।
policy-closed = { $store }, { $address }: अगले दो हफ़्ते बंद है।
policy-open_then = { $store }, { $address }: { $day } को { $opens } से { $closes } तक खुला है।
policy-closed_then = { $store }, { $address }: { $day } को बंद है।
cart-here_total = { $count ->
    [one] आपकी कार्ट में { $count } चीज़ है, { $total }:
   *[other] आपकी कार्ट में { $count } चीज़ें हैं, कुल { $total }:
}
order-unpaid = अभी कुछ ऑर्डर नहीं हुआ है: भुगतान बाकी है। भुगतान होते ही आपके ऑर्डर को नंबर मिल जाएगा।
policy-delivery_to = हम यहाँ डिलीवर करते हैं: { COUNTRY($countries) }।
cart-code_removed = कोड हटा दिया गया है।
refusal-code_not_used = यहाँ ऐसा कोई कोड लगा नहीं है।
cart-allergen_contains = निर्माता के अनुसार इसमें { $list } है: { $titles }।
cart-allergen_may_contain = इसमें { $list } के अंश हो सकते हैं: { $titles }।
cart-allergen_unknown = { $list } के बारे में कुछ घोषित नहीं है, और अज्ञात सुरक्षित नहीं होता: { $titles }।
cart-allergen_free = { $list } से मुक्त घोषित: { $titles }।
ask-cancel_order = क्या मैं किसी सहकर्मी से ऑर्डर { $number } रद्द करने को कहूँ?
policy-offer = अभी का ऑफ़र: { $title }।
policy-no_offers = इस समय सबके लिए कोई ऑफ़र नहीं है।
policy-offer_codes = अगर आपके पास कोड है तो बताइए, मैं जाँच लेता हूँ।
policy-contact_mail = आप { $email } पर लिख सकते हैं।
policy-contact_here = यहाँ मैं किसी व्यक्ति को जोड़ सकता हूँ, वे आपको कॉल भी कर सकते हैं।
answer-measures = { $title }: { $list }।
answer-measure = { $name } { $value }
