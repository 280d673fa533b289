# खरीद के बाद: वापसी, अपॉइंटमेंट, फिट, उपहार, लोग, निजता।

return-none = मुझे यहाँ ऐसा कोई ऑर्डर नहीं दिख रहा जो लौटाया जा सके। खाते से ऑर्डर किया हो तो पहले साइन इन करें।
return-not_found = मुझे यहाँ आपका ऑर्डर { $number } नहीं मिला। अगर यह आपका है तो पहले साइन इन करें; केवल नंबर से कुछ सिद्ध नहीं होता।
return-no_such_line = ऑर्डर { $number } में वह नहीं है। उसमें यह है:
return-only_unopened = { $titles } स्वच्छता के कारण केवल बिना खोले लौटाए जा सकते हैं।
exchange-same = { $title } आपके पास पहले से है।
return-draft = ऑर्डर { $number } की वापसी तैयार है: { $refund } उसी भुगतान माध्यम से वापस आएँगे।
return-draft_withdrawal = ऑर्डर { $number } से अनुबंध-वापसी तैयार है: { $refund } उसी भुगतान माध्यम से वापस आते हैं।
return-draft_replacement = ऑर्डर { $number } से बदली तैयार है: आपको नया भेजा जाएगा और पुराना हमारे पास वापस आएगा।
return-draft_exchange = ऑर्डर { $number } से बदली तैयार है: { $old } हमारे पास वापस आएगा और बदले में आपको { $new } मिलेगा। { $balance ->
    [more] यह लौटाए जाने वाले के लिए चुकाई रकम से { $difference } महँगा है।
    [less] यह सस्ता है: { $difference } उसी भुगतान माध्यम से वापस आएँगे।
   *[even] दाम वही है।
}
return-order_of = ऑर्डर किया { $placed_at }
return-canceled = ठीक है, कुछ नहीं लौटाया जा रहा।
claim-sorry = इसके लिए खेद है।
claim-person_looks = धन्यवाद। टीम का एक व्यक्ति आपकी तस्वीरें देखकर निर्णय लेगा। तब तक आपके विरुद्ध कुछ तय नहीं है।
return-denied_not_delivered = ऑर्डर { $number } अभी पहुँचा नहीं है, इसलिए लौटाने को कुछ नहीं है। रद्द करना हो तो मैं किसी सहकर्मी को बुला सकता हूँ।
return-denied_canceled = ऑर्डर { $number } रद्द हो चुका है; लौटाने को कुछ नहीं है।
return-denied_returned_already = ऑर्डर { $number } की यह चीज़ पहले ही लौट रही है या लौट चुकी है।
return-denied_excluded = { $title } हमारे वापसी वादे में शामिल नहीं है।
return-denied_window_over = ऑर्डर { $number } का { $title } { $delivered } को पहुँचा था। हमारे { $days } दिन { $last_day } को समाप्त हुए, इसलिए वापसी वादा अब लागू नहीं है।
return-law_still = कानून के अनुसार आप { $last_day } तक इस खरीद से पीछे हट सकते हैं। चाहें तो लिखें “I withdraw from { $number }”।
return-law_over = { $days } दिन का कानूनी अधिकार भी { $last_day } को समाप्त हो गया।
return-case = आपके मामले का नंबर { $rma } है। अगर आप इससे सहमत नहीं हैं, तो दोबारा देखने के लिए कहें: इसे वह व्यक्ति देखेगा जिसने निर्णय नहीं लिया।
return-appealed = मैं मामला { $rma } ऐसे व्यक्ति को दे रहा हूँ जिसने निर्णय नहीं लिया।
return-return_already = वापसी { $rma } पहले से दर्ज है।
return-return_requested = वापसी { $rma } दर्ज है, { $at }। सहकर्मी एक कार्यदिवस में निर्णय लेंगे; { $refund } वापस आएँगे।
return-return_approved = वापसी { $rma } दर्ज है, { $at }, और स्वीकृत है। सामान पहुँचते ही { $refund } वापस आएँगे।
return-replacement_requested = बदली { $rma } दर्ज है, { $at }। टीम का एक व्यक्ति एक कार्यदिवस में देखकर यहीं बताएगा।
return-replacement_approved = बदली { $rma } दर्ज है, { $at }, और स्वीकृत है। पुराना पहुँचते ही नया भेजा जाएगा।
return-exchange_requested = बदली { $rma } दर्ज है, { $at }। { $new } आपके लिए { $until } तक रखा है। { $balance ->
    [more] { $difference } और देने हैं: टीम का एक व्यक्ति एक कार्यदिवस में यहीं बताएगा कैसे, उससे पहले कुछ नहीं काटा जाएगा।
   *[other] टीम का एक व्यक्ति एक कार्यदिवस में फ़ैसला करके यहीं बताएगा।
}
return-exchange_approved = बदली { $rma } दर्ज है, { $at }, और स्वीकृत है। { $new } आपके लिए { $until } तक रखा है। { $ships ->
    [at_once] इसे अभी भेजा जाता है; कृपया पहला वाला वापस भेजें।
   *[after_arrival] पहला वाला पहुँचते ही इसे भेजा जाएगा।
} { $balance ->
    [more] उससे पहले { $difference } देने हैं।
    [less] सामान पहुँचने पर { $difference } वापस आएँगे।
   *[even] कुछ देना नहीं है।
}
return-exchange_changed = दाम बदल गया है, इसलिए अभी कुछ दर्ज नहीं है। { $new } के लिए: { $balance ->
    [more] लौटाए जाने वाले के लिए चुकाई रकम से { $difference } ज़्यादा।
    [less] { $difference } वापस आएँगे।
   *[even] न कुछ देना है, न कुछ वापस आएगा।
}
return-return_rejected = वापसी { $rma } स्वीकृत नहीं हुई।
return-return_overturned = ग्राहक सेवा ने मामला { $rma } दोबारा देखा, { $at }, और सद्भावना में आपके पक्ष में निर्णय लिया। सामान पहुँचते ही { $refund } वापस आएँगे।
return-return_canceled = वापसी { $rma } रद्द की गई।
return-arrived = वापसी { $rma } पहुँच गई। ऑर्डर { $number } के { $refund } अब आपको वापस जा रहे हैं।
return-arrived_settled = वापसी { $rma } पहुँच गई और पूरी हुई: इसका पैसा पहले ही वापस जा चुका है।
return-arrived_exchange = बदली { $rma }: पुरानी चीज़ पहुँच गई, { $new } अब भेजी जा रही है।
return-arrived_replacement = बदली { $rma }: पुरानी चीज़ पहुँच गई, नई अब भेजी जा रही है।
return-arrived_refused = वापसी { $rma } पहुँच गई, पर स्वीकार नहीं की जा सकी। { $note }
return-status_draft = आपकी हाँ की प्रतीक्षा
return-status_requested = अनुरोध किया गया
return-status_approved = स्वीकृत
return-status_rejected = अस्वीकृत
return-status_received = प्राप्त
return-status_inspected = जाँचा गया
return-status_resolved = पैसे लौटाए गए
return-status_canceled = रद्द
return-reason_too_small = बहुत छोटा
return-reason_too_large = बहुत बड़ा
return-reason_not_as_expected = अपेक्षा के अनुरूप नहीं
return-reason_changed_mind = अब ज़रूरत नहीं
return-reason_damaged = टूटा-फूटा पहुँचा
return-reason_faulty = खराब
return-reason_wrong_item = गलत सामान
return-reason_not_stated = कारण नहीं बताया
return-goods = सामान, छूट घटाकर
return-refund = आपको वापस मिलेगा
return-instead = बदले में: { $title }
return-to_pay = देने हैं

withdrawal-denied_window_over = ऑर्डर { $number } से पीछे हटने का अधिकार { $last_day } को समाप्त हुआ, { $delivered } की डिलीवरी के { $days } दिन बाद।
withdrawal-denied_excluded = कानून { $title } को इस अधिकार से बाहर रखता है।

ask-return_order = किस ऑर्डर की बात है?
ask-return_line = ऑर्डर { $number } में से क्या लौटाना चाहते हैं?
ask-exchange_line = ऑर्डर { $number } में से आप क्या बदलना चाहते हैं?
ask-exchange_for = { $title } की जगह आपको क्या चाहिए?
ask-exchange_else = { $title } का कोई दूसरा विकल्प अभी नहीं भेज सकता। कौन-सा दूसरा सामान चाहिए, या पैसे वापस?
ask-return = क्या { $refund } की यह वापसी दर्ज करूँ? कारण बता सकते हैं, ज़रूरी नहीं है।
ask-replacement = क्या मैं यह बदली दर्ज कर दूँ?
ask-withdrawal = क्या { $refund } की यह अनुबंध-वापसी दर्ज करूँ?
ask-faulty = क्या { $title } खराब है? तब दूसरे अधिकार लागू होते हैं।
ask-appeal = क्या कोई ऐसा व्यक्ति, जिसने निर्णय नहीं लिया, मामला { $rma } दोबारा देखे?
ask-claim_photo = जल्दी निपटाने के लिए: कृपया { $title } की एक और तस्वीर भेजें जिसमें डिब्बे का लेबल पढ़ा जा सके।
ask-claim_wish = आपको नया { $title } चाहिए या पैसे वापस?
ask-window = { $title } के लिए कौन सा समय ठीक है?
ask-service = आप क्या बुक करना चाहेंगे?
ask-booking = क्या { $staff } के साथ { $title } बुक करूँ, { $starts_at }, { $price } दुकान पर देने हैं?
ask-add_it = क्या { $title } कार्ट में जोड़ूँ?
ask-erase = क्या अभी मिटा दूँ? यह वापस नहीं हो सकता।
ask-gift = उन्हें क्या पसंद है?
ask-callback = क्या आप फ़ोन पर बात चाहेंगे? हम खुले समय के { $hours } घंटों में कॉल करते हैं।
ask-phone = किस नंबर पर कॉल करें?

choice-everything = सब कुछ
choice-faulty_yes = हाँ, खराब है
choice-faulty_no = नहीं
choice-appeal = दोबारा देखें
choice-no_photo = मेरे पास और तस्वीर नहीं है
choice-replacement = नया चाहिए
choice-refund = पैसे वापस
choice-erase_yes = मिटाएँ
choice-erase_no = रखें
choice-chat = यहीं उत्तर दें
choice-call = मुझे कॉल करें

action-withdraw = पीछे हटें
action-send_back = लौटाएँ
action-exchange = बदलें
action-keep_it = रखें
action-book = बुक करें
action-cancel_booking = रद्द करें

booking-none = मुझे कोई उपयुक्त खाली समय नहीं मिला।
booking-free = { $title } के खाली समय, { $city } का समय:
booking-taken = { $starts_at } खाली नहीं है। सबसे पास के समय, { $city } का समय:
booking-window = { $starts_at }
booking-with = { $staff } के साथ
booking-price = { $price }
booking-held = मैंने { $staff } के साथ { $title } आपके लिए रखा है: { $starts_at }, { $city } का समय। यह { $expires_at } तक रखा है।
booking-held_also = मैंने { $staff } के साथ { $title } आपके लिए रखा है: { $starts_at }, { $city } का समय। यह { $expires_at } तक रखा है। ये भी खाली हैं: { $others }।
booking-no_services = यहाँ कुछ बुक नहीं हो सकता।
booking-moved = बदला गया: { $staff } के साथ { $title }, { $starts_at }, { $city } का समय।
return-stands = ऑर्डर { $number } की वापसी { $rma }: { $status }, { $refund }।
return-stands_exchange = ऑर्डर { $number } से बदली { $rma }, { $new } के लिए: { $status }।
return-none_of_yours = मुझे यहाँ आपकी कोई वापसी नहीं दिख रही।
time-no_such_day = उस महीने में { $day } तारीख नहीं होती: वह { $last_day } को ख़त्म होता है। कृपया कोई और दिन बताइए।
booking-no_such_staff = “{ $name }” यहाँ नहीं मिले। { $title }: { $people }।
ask-cancel_booking = क्या मैं अपॉइंटमेंट { $title }, { $starts_at } रद्द कर दूँ?
add-order_is_placed = ऑर्डर { $number } दिया जा चुका है और वैसा ही रहेगा; इससे नया कार्ट शुरू होता है।
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] , ऑर्डर की छूट ({ $offers }) में इसका हिस्सा { $discount } घटाकर
   *[no] {""}
}{ $taxed ->
    [yes] , और { $tax } कर
   *[no] {""}
}. यानी { $refund }।
refund-line_plain = { $title }: { $refund }।
refund-fees = लौटने वाली जमा राशि और शुल्क: { $fees }।
refund-delivery = डिलीवरी भी लौटाई जाती है: { $delivery }।
refund-no_delivery = डिलीवरी ({ $delivery }) इसमें नहीं है: वह पूरे ऑर्डर से हटने पर ही लौटती है।
refund-total = कुल { $refund }।
refund-exchange = चुकाए गए { $credit } में से { $new } में { $balance ->
    [more] सब लगता है और { $difference } और देने हैं।
    [less] कुछ लगता है और { $difference } वापस आते हैं।
   *[even] सब लगता है।
}
booking-none_of_yours = मुझे यहाँ आपकी कोई अपॉइंटमेंट नहीं दिख रही।
booking-confirmed = बुक हुआ: { $staff } के साथ { $title }, { $starts_at }, { $city } का समय। { $price } दुकान पर देने हैं।
booking-canceled = { $starts_at } की अपॉइंटमेंट रद्द है।
booking-here = { $count ->
    [one] आपकी अपॉइंटमेंट:
   *[other] आपकी { $count } अपॉइंटमेंट:
}
booking-add_on = { $title } ({ $price }) भी साथ हो सकता है।
booking-status_held = आपके लिए रखा है
booking-status_confirmed = बुक
booking-status_canceled = रद्द
booking-status_expired = अब नहीं रखा

fit-fits = हाँ, घोषित जानकारी के अनुसार: { $title } में { $name } { $declared } है, { $value } ठीक है।
fit-too_small = नहीं: { $title } { $name } { $declared } के लिए है, { $value } बहुत छोटा है। मैंने नहीं जोड़ा।
fit-too_large = नहीं: { $title } { $name } { $declared } के लिए है, { $value } बहुत बड़ा है। मैंने नहीं जोड़ा।
fit-other_size = नहीं: { $title } में { $name } { $declared } घोषित है, { $value } नहीं। मैंने नहीं जोड़ा।
fit-unknown = { $title } { $value } के लिए ठीक है या नहीं, यह घोषित नहीं है; मैं नहीं बता सकता।

gift-options = { $count ->
    [one] आपकी सीमाओं में एक सुझाव:
   *[other] आपकी सीमाओं में { $count } सुझाव:
}
gift-none = इन सीमाओं में मुझे कुछ नहीं मिला।
gift-total = डिलीवरी सहित { $total }
gift-total_because = { $name }: { $value } · डिलीवरी सहित { $total }
gift-within = हर एक { $limit } के भीतर है, { $fee } डिलीवरी सहित।
gift-arrives = अभी ऑर्डर करने पर मानक डिलीवरी { $earliest } और { $latest } के बीच पहुँचेगी।
gift-too_late = मानक डिलीवरी { $earliest } और { $latest } के बीच पहुँचेगी; आपके दिन का वादा नहीं कर सकता। दुकान से लेना जल्दी होगा।
gift-declared = निर्माता ने { $diet } घोषित किया है: { $titles }।
gift-not_declared = { $titles } के लिए { $diet } घोषित नहीं है, इसलिए मैं कोई दावा नहीं करता।

handoff-queued_open = मैंने सहकर्मी को बुलाया है। वे हमारी बातचीत देखते हैं, आपको दोहराना नहीं पड़ेगा।
handoff-closed_until = अभी कोई नहीं है। टीम { $opens } को लौटेगी और आपका संदेश सबसे पहले देखेगी।
handoff-position = { $position ->
    [1] अगली बारी आपकी है।
   *[other] आप कतार में { $position } नंबर पर हैं।
}
handoff-stays_here = ठीक है, उत्तर यहीं आएगा।
handoff-callback = दर्ज: सहकर्मी { $phone } पर कॉल करेंगे।
handoff-taken = सहकर्मी अब यहाँ हैं।
handoff-closed = सहकर्मी ने काम पूरा किया। ज़रूरत हो तो मैं फिर यहाँ हूँ।
mood-sorry = मुझे खेद है।

data-nothing = आप साइन इन नहीं हैं; इस बातचीत में लिखे के अलावा मैं आपके बारे में कुछ नहीं जानता।
data-known = { $name }, हम रखते हैं: { $addresses ->
    [one] एक पता
   *[other] { $addresses } पते
}, { $orders ->
    [one] एक ऑर्डर
   *[other] { $orders } ऑर्डर
}, { $cards ->
    [one] एक सहेजा कार्ड (केवल टोकन)
   *[other] { $cards } सहेजे कार्ड (केवल टोकन)
} और यहाँ की बातचीत।
data-rights = आप इसे सुधरवा, साथ ले जा या मिटवा सकते हैं।
data-guest_only = आप साइन इन नहीं हैं, इसलिए मैं यह बातचीत, फ़ोटो और आवाज़ संदेश मिटा सकता हूँ। खाते के लिए पहले साइन इन करें: वही प्रमाण है कि वह आपका है।
data-goes = तुरंत मिटेगा: आपका प्रोफ़ाइल, { $addresses ->
    [one] एक पता
   *[other] { $addresses } पते
}, सहेजे कार्ड, सारी बातचीत, फ़ोटो, आवाज़ संदेश और खुले कार्ट।
data-stays = कर कानून के कारण रहेगा: { $orders ->
    [one] एक ऑर्डर का बिल
   *[other] { $orders } ऑर्डर के बिल
}, और किसी उपयोग के लिए बंद, अधिकतम { $until } के अंत तक।
data-kept = ठीक है, कुछ नहीं मिटाया।
data-erased = हो गया। आपका डेटा मिटा दिया गया। प्रमाणपत्र: { $certificate }

refusal-return_unknown_order = मुझे यहाँ आपका ऑर्डर { $number } नहीं मिला।
refusal-return_unknown = यहाँ ऐसी कोई वापसी नहीं है।
refusal-return_canceled_order = ऑर्डर { $number } रद्द हो चुका है; लौटाने को कुछ नहीं है।
refusal-return_nothing_left = ऑर्डर { $number } में लौटाने को कुछ नहीं बचा।
refusal-return_not_delivered = ऑर्डर { $number } अभी पहुँचा नहीं है।
refusal-return_window_over = ऑर्डर { $number } { $delivered } को पहुँचा था; हमारे { $days } दिन { $last_day } को समाप्त हुए।
refusal-return_excluded = { $title } हमारे वापसी वादे में शामिल नहीं है।
refusal-return_too_late = वापसी { $rma } के लिए अब यह संभव नहीं है।
refusal-exchange_sold_out = { $title } अभी-अभी ख़त्म हो गया, इसलिए बदली दर्ज नहीं की।
refusal-exchange_not_paid = इस बदली के लिए अभी { $amount } देना बाकी है।
refusal-withdrawal_over = ऑर्डर { $number } से पीछे हटने का अधिकार { $last_day } को समाप्त हुआ।
refusal-withdrawal_excluded = कानून { $title } को इस अधिकार से बाहर रखता है।
refusal-service_unknown = यह यहाँ बुक नहीं हो सकता।
refusal-booking_unknown = मुझे आपकी ऐसी अपॉइंटमेंट नहीं दिख रही।
refusal-booking_fixed = { $starts_at } की अपॉइंटमेंट अब बदली नहीं जा सकती।
refusal-window_taken = { $starts_at } अभी-अभी ले लिया गया।
refusal-hold_expired = समय अब रखा नहीं है और बीत चुका है।
refusal-callback_no_ticket = अभी किसी को कॉल करने को नहीं कहा गया।
refusal-handoff_unknown = ऐसी कोई बातचीत नहीं है।
refusal-handoff_not_taken = यह बातचीत किसी ने नहीं ली।
refusal-staff_only = यह केवल कर्मचारी कर सकते हैं।
refusal-message_unusable = संदेश खाली या बहुत लंबा है।
refusal-erasure_unproven = आपकी सुरक्षा के लिए प्रमाण चाहिए कि खाता आपका है। कृपया सत्यापित खाते से साइन इन करें।
refusal-erasure_unknown = मिटाने को कुछ नहीं है।
refusal-erasure_payment_open = एक भुगतान चल रहा है। उसे पूरा या रद्द करें, फिर कहें।

confirm-booking_fee = { $starts_at } में एक दिन से कम है, इसलिए रद्द करने पर { $fee } लगेंगे। फिर भी रद्द करें?
