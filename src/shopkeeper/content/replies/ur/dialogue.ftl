# خریداری کے دوران معاون جو کہتا ہے۔ حقائق ریکارڈ سے آتے ہیں؛ جو ریکارڈ میں نہیں، اس کا کوئی وعدہ یہاں نہیں۔

sentence-space = { " " }

talk-greet = السلام علیکم! بتائیے، آپ کیا تلاش کر رہے ہیں، یا کوئی تصویر یا صوتی پیغام بھیجیے۔
talk-thank = کوئی بات نہیں۔
talk-help = میں مصنوعات تلاش کر سکتا ہوں، ان کے بارے میں سوالوں کے جواب دے سکتا ہوں، آپ کی ٹوکری بھر سکتا ہوں، ادائیگی تک ساتھ چل سکتا ہوں، بتا سکتا ہوں کہ آرڈر کہاں ہے، اور کسی ساتھی کو بلا سکتا ہوں۔ مثلاً: ”ایک درجن انڈے اور دو دودھ“، ”کیا اس میں میوے ہیں“، ”میرا آرڈر کہاں ہے“۔ آپ کسی چیز یا اس کے بارکوڈ کی تصویر بھی بھیج سکتے ہیں، یا بس بول سکتے ہیں۔

find-what = آپ کیا تلاش کر رہے ہیں؟
find-none = ہماری مصنوعات میں ”{ $text }“ کے لیے کچھ نہیں ملا۔
find-nearest = “{ $text }” کے نام سے کچھ نہیں ملا۔ سب سے قریب یہ ہے:
find-none_fit = ”{ $text }“ کے لیے ایسا کچھ نہیں جو آپ کی ہر بات پر پورا اترے۔ یہ سب سے قریب ہیں:
find-one = { $title }: { $price }، { $stock }۔
find-one_plain = { $title }: { $price }۔ { $count ->
    [one] ابھی ایک قسم دستیاب ہے۔
   *[other] ابھی { $count } اقسام دستیاب ہیں۔
}
find-one_from = { $title }: { $price } سے شروع۔ { $count ->
    [one] ابھی ایک قسم دستیاب ہے۔
   *[other] ابھی { $count } اقسام دستیاب ہیں۔
}
find-several = { $count ->
    [one] مجھے یہ ملا:
   *[other] مجھے یہ { $count } ملے:
}
find-sold_out = ختم ہو چکا ہے: { $title }۔
find-instead = اس کی جگہ یہ دستیاب ہیں:
find-no_such_variant = { $title } اس صورت میں نہیں آتا: { $wanted }۔

stock-in_stock = { $count } دستیاب
stock-low = { $count ->
    [one] صرف ایک باقی
   *[other] صرف { $count } باقی
}
stock-sold_out = ختم ہو چکا ہے
stock-made_to_order = آرڈر پر تازہ بنتا ہے
stock-unknown = دستیابی معلوم نہیں
stock-some_variants = { $count ->
    [one] ایک قسم دستیاب
   *[other] { $count } اقسام دستیاب
}

ask-which_product = ان میں سے آپ کی مراد کون سا ہے؟
ask-which_line = آپ کی ٹوکری میں سے آپ کی مراد کون سا ہے؟
ask-variant = { $title }: آپ کو کون سی قسم چاہیے؟
ask-variant_instead = { $title } اس صورت میں نہیں آتا: { $wanted }۔ ان میں سے آپ کو کون سا چاہیے؟
ask-quantity = { $title }: آپ کو کتنے چاہییں؟

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = گھر پر ترسیل
choice-delivery_detail = { $fee }، { $days_min }–{ $days_max } کام کے دن
choice-pickup = دکان سے لینا
choice-pickup_detail = کوئی فیس نہیں
choice-deliver_and_pay_now = ترسیل، ادائیگی ابھی
choice-pickup_and_pay_there = دکان سے لینا، ادائیگی وہیں
choose-what = مجھے یقین نہیں کہ آپ کی مراد کون سا ہے۔ کسی ایک پر ٹیپ کریں یا اس کا نام بتائیں۔

policy-no_notice = کوئی چیز دوبارہ آنے پر میں آپ کو پیغام نہیں بھیج سکتا۔ آپ کبھی بھی دوبارہ پوچھ سکتے ہیں، یا مجھے کہہ سکتے ہیں کہ آنے پر آپ کی مقرر کردہ حدود میں اسے منگوا دوں۔
answer-price = { $title } کی قیمت { $price } ہے۔
answer-price_from = { $title } کی قیمت { $price } سے شروع ہوتی ہے، قسم کے مطابق۔
answer-stock = { $title }: { $stock }۔
answer-stock_variants = ابھی دستیاب: { $variants }۔
answer-allergens_unknown = { $title } کے لیے بنانے والے نے الرجی والے اجزا نہیں بتائے، اس لیے میں کچھ نہیں کہہ سکتا۔ اگر آپ کو الرجی ہے تو براہ کرم اس پر بھروسا نہ کریں۔
answer-allergens_contains = بنانے والے کے مطابق { $title } میں یہ شامل ہیں: { $list }۔
answer-allergens_none = بنانے والے کے مطابق { $title } میں الرجی والا کوئی جز شامل نہیں۔
answer-allergens_may_contain = ان کے ذرات ہو سکتے ہیں: { $list }۔
answer-allergens_free_from = اعلان کے مطابق ان سے پاک: { $list }۔
answer-source = ماخذ: { $source }۔ براہ کرم لیبل بھی پڑھیں۔
answer-diet = { $title } کے بارے میں اعلان: { $list }۔
answer-diet_unknown = { $title } کس غذا کے لیے موزوں ہے، اس کا کوئی اعلان نہیں۔
answer-options = { $title } ان صورتوں میں دستیاب ہے: { $list }۔
answer-reviews = { $count ->
    [one] { $title } پر ایک رائے: 5 میں سے { $rating }۔
   *[other] { $title } پر { $count } آرا: اوسطاً 5 میں سے { $rating }۔
}
answer-reviews_none = { $title } پر ابھی کوئی رائے نہیں۔
answer-delivery = عام ترسیل کی فیس { $fee } ہے اور اس میں { $days_min } سے { $days_max } کام کے دن لگتے ہیں۔
answer-details = { $title }: { $text } { $price }۔
answer-details_from = { $title }: { $text } { $price } سے شروع۔
answer-attribute = { $title }، { $name }: { $value }۔
answer-attribute_yes = { $title }، { $name }: ہاں۔
answer-attribute_no = { $title }، { $name }: نہیں۔
answer-property_unknown = { $title } کے ہمارے ریکارڈ میں "{ $text }" کے بارے میں کچھ نہیں۔
answer-attribute_unknown = { $title }، { $name }: ہمارے ریکارڈ میں اس بارے میں کچھ نہیں۔

compare-what = میں کن مصنوعات کا موازنہ کروں؟
compare-by = { $name }: { $list }۔
compare-no_record = ہمارے ریکارڈ میں یہ نہیں لکھا۔ یہ ساتھ ساتھ ہیں۔
compare-done = ان { $count } کا موازنہ یہ ہے۔ سب سے سستا { $title } ہے، { $price } میں۔

add-what = میں کیا شامل کروں؟
add-not_found = ”{ $text }“ نام کا کچھ نہیں ملا، اس لیے میں نے کچھ شامل نہیں کیا۔
add-gone = یہ اب پیش نہیں کیا جاتا۔

cart-not_made_so = “{ $text }” نوٹ نہیں کر سکتا: { $title } میں صرف { $list } چنا جا سکتا ہے۔
cart-added = { $quantity } × { $title } شامل کر دیا، فی عدد { $price }۔
cart-packs = { $pieces ->
    [one] ایک عدد کا مطلب ہے
   *[other] { $pieces } عدد کا مطلب ہے
} { $packs ->
    [one] ایک پیک
   *[other] { $packs } پیک
}، ہر پیک میں { $per_pack }۔
cart-quantity = { $title }: اب { $quantity }۔
cart-variant = بدل کر { $title } کر دیا، { $price }۔
cart-swapped = { $before } کی جگہ { $quantity } × { $title }، فی عدد { $price }۔
cart-removed = { $title } نکال دیا۔
cart-cleared = آپ کی ٹوکری اب خالی ہے۔
cart-empty = آپ کی ٹوکری خالی ہے۔
cart-kept = ٹھیک ہے، آپ کی ٹوکری ویسی ہی رہے گی۔
cart-kept_count = { $count ->
    [one] آپ کی ٹوکری ایک چیز کے ساتھ یہیں ہے۔
   *[other] آپ کی ٹوکری { $count } چیزوں کے ساتھ یہیں ہے۔
}
cart-not_in_cart = یہ آپ کی ٹوکری میں نہیں۔ ان میں سے آپ کی مراد کون سا ہے؟
cart-code = کوڈ { $code } درج کر لیا۔

ask-delivery = کیا ہم پہنچا دیں، یا آپ دکان سے لینا چاہیں گے؟
ask-address = کہاں پہنچانا ہے؟ براہ کرم سڑک، مکان نمبر، پوسٹ کوڈ اور شہر بتائیں۔
ask-address_of = میرے پاس ”{ $label }“ نام کا کوئی پتہ نہیں۔ براہ کرم سڑک، مکان نمبر، پوسٹ کوڈ اور شہر بتائیں۔
ask-store = آپ کس دکان سے لینا چاہیں گے؟
ask-consent = کل رقم { $total } ہے۔ کیا میں آرڈر کر دوں؟
ask-pickup_conflict = لیتے وقت ادائیگی کے لیے دکان سے لینا ضروری ہے، لیکن آپ نے ترسیل چنی ہے۔ آپ کیا چاہیں گے؟

checkout-address = ترسیل کا پتہ: { $address }۔
checkout-pickup = { $store } سے لینا ہے، تیار: { $ready }۔
checkout-pickup_closed = { $store } سے لینا ہے۔ اس ہفتے دکان کے اوقات نہیں ہیں، اس لیے میں وقت نہیں بتا سکتا۔
checkout-empty_later = آپ کی ٹوکری خالی ہے، اس لیے ابھی ادائیگی کے لیے کچھ نہیں۔
checkout-payment_card = ادائیگی کارڈ سے۔
checkout-payment_saved_card = ادائیگی آپ کے محفوظ کارڈ سے۔
checkout-payment_pay_on_pickup = آپ لیتے وقت ادائیگی کریں گے۔
checkout-email = شکریہ، میں نے اس آرڈر کے لیے { $email } لکھ لیا ہے۔
checkout-canceled = میں نے خریداری روک دی اور جو آپ کے لیے رکھا گیا تھا وہ چھوڑ دیا۔ کوئی رقم نہیں کٹی۔

confirm-nothing = ابھی آپ کی ہاں کا کوئی انتظار نہیں۔
decline-fine = ٹھیک ہے۔
decline-quote = ٹھیک ہے، کچھ آرڈر نہیں ہوا۔ آپ کی ٹوکری ویسی ہی رہے گی۔
start_over-done = ہم نئے سرے سے شروع کرتے ہیں۔ آپ کیا تلاش کر رہے ہیں؟

order-none = اس گفتگو میں مجھے کوئی آرڈر نظر نہیں آتا۔ اگر آپ نے پہلے آرڈر کیا تھا تو براہ کرم سائن اِن کریں یا رسید سے آرڈر نمبر بتائیں۔
order-not_found = مجھے یہاں آپ کا آرڈر { $number } نہیں ملا۔
order-already = آپ کا آرڈر { $number } ہو چکا ہے، ایک ہی بار۔ رقم دو بار نہیں کٹے گی۔
order-status_confirmed = { $placed_at } کا آرڈر { $number } پکا ہے اور تیار ہو رہا ہے۔
order-status_ready_for_pickup = آرڈر { $number } لینے کے لیے تیار ہے۔
order-status_dispatched = آرڈر { $number } راستے میں ہے۔
order-status_delivered = آرڈر { $number } پہنچا دیا گیا۔
order-status_canceled = آرڈر { $number } منسوخ کر دیا گیا۔

policy-says = ہماری شرائط میں لکھا ہے:
policy-unknown = ہماری شائع شدہ شرائط میں اس بارے میں کچھ نہیں ملا۔ کوئی ساتھی آپ کی مزید مدد کر سکتا ہے۔
policy-delivery = عام ترسیل کی فیس { $fee } ہے اور اس میں { $days_min } سے { $days_max } کام کے دن لگتے ہیں۔
policy-delivery_free = عام ترسیل کی فیس { $fee } ہے، { $free_from } سے مفت ہے، اور اس میں { $days_min } سے { $days_max } کام کے دن لگتے ہیں۔

handoff-queued = میں نے ایک ساتھی سے بات سنبھالنے کو کہا ہے۔ وہ ہماری گفتگو دیکھ سکتے ہیں، اس لیے آپ کو کچھ دہرانا نہیں پڑے گا۔
handoff-waiting = آپ کی درخواست ہماری ٹیم کے پاس ہے۔ جواب یہیں آئے گا۔
handoff-hours = ہماری ٹیم کے اوقات: { HOURS($hours) }۔

unknown-plain = میں یہ نہیں سمجھ سکا۔ میں چیزیں تلاش کرنے، موازنہ کرنے اور خریدنے میں مدد کر سکتا ہوں، یا کسی ساتھی کو بلا سکتا ہوں۔
unknown-with_question = میں یہ نہیں سمجھ سکا۔ میرا سوال ابھی باقی ہے؛ آپ کچھ اور بھی پوچھ سکتے ہیں۔

perception-image = میں ابھی تصویریں نہیں دیکھ سکتا، اس لیے میں نے صرف آپ کے الفاظ لیے۔
perception-audio = میں ابھی صوتی پیغام نہیں سن سکتا، اس لیے میں نے صرف آپ کے الفاظ لیے۔
perception-unreadable = ایک منسلک فائل پڑھی نہیں جا سکی، اس لیے میں اس کے بغیر آگے بڑھا۔

action-add = ٹوکری میں ڈالیں
action-choose = منتخب کریں
option-color = رنگ
option-size = سائز
option-pack = پیک
option-flavor = ذائقہ
option-value = مالیت
row-price = قیمت
row-stock = دستیابی

quick-show_cart = میری ٹوکری دکھائیں
quick-check_out = خریداری مکمل کریں
quick-help = آپ کیا کر سکتے ہیں؟
quick-ask_person = کسی شخص سے بات کریں

allergen-milk = دودھ
allergen-egg = انڈا
allergen-eggs = انڈے
allergen-nuts = خشک میوے
allergen-hazelnut = ہیزل نٹ
allergen-almond = بادام
allergen-walnut = اخروٹ
allergen-cashew = کاجو
allergen-peanut = مونگ پھلی
allergen-peanuts = مونگ پھلی
allergen-soy = سویا
allergen-gluten = گلوٹین
allergen-wheat = گندم
allergen-sesame = تل
allergen-fish = مچھلی
allergen-crustaceans = جھینگے اور کیکڑے
allergen-molluscs = سیپ اور گھونگے
allergen-celery = سیلری
allergen-mustard = سرسوں
allergen-sulphites = سلفائٹ
allergen-lupin = لیوپن

diet-vegan = ویگن
diet-vegetarian = سبزی خور
diet-gluten_free = گلوٹین سے پاک
diet-lactose_free = لیکٹوز سے پاک
diet-halal = حلال
diet-kosher = کوشر
diet-organic = نامیاتی

order-label_confirmed = پکا
order-label_ready_for_pickup = لینے کے لیے تیار
order-label_dispatched = راستے میں
order-label_delivered = پہنچا دیا گیا
order-label_canceled = منسوخ

timeline-placed = آرڈر ہو گیا
timeline-dispatched = کوریئر کے حوالے
timeline-delivered = پہنچا دیا گیا
timeline-ready = لینے کے لیے تیار
timeline-handed_over = حوالے کر دیا گیا
timeline-canceled = منسوخ

complete-price_changed = ادائیگی سے پہلے: قیمت { $old_total } سے { $new_total } ہو گئی ہے۔ کوئی رقم نہیں کٹی۔
complete-quote_changed = آپ کی رضامندی کے بعد آرڈر بدل گیا: پہلے { $old_total } تھا، اب { $new_total } ہے۔ کوئی رقم نہیں کٹی۔
complete-quote_expired = وہ پیشکش ختم ہو چکی تھی، اس لیے میں نے نئی بنائی: { $new_total }۔ کوئی رقم نہیں کٹی۔
complete-price_fell = اچھی خبر: قیمت { $old_total } سے کم ہو کر { $new_total } ہو گئی۔ آپ کم والی قیمت دیں گے۔
complete-order_placed = آپ کا آرڈر { $number } ہو چکا ہے۔
complete-payment_created = آپ کی { $total } کی ادائیگی پہلے سے جاری ہے۔ رقم دو بار نہیں کٹے گی۔
complete-payment_requires_action = آپ کی { $total } کی ادائیگی ادائیگی کے صفحے پر آپ کی منتظر ہے۔ رقم دو بار نہیں کٹے گی۔
complete-payment_unknown = میں آپ کی { $total } کی ادائیگی ابھی دیکھ رہا ہوں۔ رقم دو بار نہیں کٹے گی۔
complete-payment_authorized = آپ کی { $total } کی ادائیگی ہو گئی۔ رقم ایک ہی بار کٹی ہے۔
complete-payment_captured = آپ کی { $total } کی ادائیگی ہو گئی۔ رقم ایک ہی بار کٹی ہے۔
complete-payment_declined = آپ کی { $total } کی ادائیگی نہیں ہو سکی۔ کوئی رقم نہیں کٹی۔
complete-payment_canceled = آپ کی { $total } کی ادائیگی منسوخ ہو گئی۔ کوئی رقم نہیں کٹی۔
complete-payment_refunded = آپ کی { $total } کی ادائیگی واپس کر دی گئی۔

allergens-unknown = بنانے والے نے الرجی والے اجزا نہیں بتائے۔ نامعلوم کا مطلب یہ نہیں کہ کوئی نہیں۔
allergens-not_food = کھانے کی چیز نہیں۔
allergens-contains = اس میں شامل: { $list }۔
allergens-none = بنانے والے کے مطابق کوئی شامل نہیں۔

permission-done = شکریہ۔ یہ آپ کی ٹوکری میں ہے۔

find-none_declared_free = ایسا کچھ نہیں ملا جسے بنانے والا ان سے پاک بتائے: { $list }۔
find-declared_free_source = ان سے پاک بتایا گیا: { $list } ({ $source })۔
find-left_out_unknown = یہ چھوڑ دیے گئے کیونکہ ان کا کوئی اعلان نہیں، اور نامعلوم محفوظ نہیں: { $titles }۔
find-read_the_label = براہ کرم لیبل بھی پڑھیں؛ میں طبی مشورہ نہیں دے سکتا۔
cart-remade = { $title } اب یوں بنے گا: { $wishes }۔
others-none = اس قسم کا میرے پاس اتنا ہی ہے۔
others-none_cheaper = اس قسم کا اس سے سستا میرے پاس کچھ نہیں۔
others-none_dearer = اس قسم کا اس سے مہنگا میرے پاس کچھ نہیں۔
why-one = { $title }، { $price } کے بارے میں ریکارڈ کہتا ہے: { $list }۔
why-cheapest = جو میں نے دکھایا اس میں { $title } سب سے سستا ہے۔
answer-one_version = { $title } مختلف رنگوں میں نہیں آتا۔
