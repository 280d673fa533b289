# ایسی ٹوکری کا کیا ہو جو کسی ایک دکان میں پوری نہیں، اور آرڈر کے حصوں کا کیا بنتا ہے۔
ask-ways = آپ کیا چاہیں گے؟
choice-way_whole_pickup = سب کچھ { $store } سے
choice-way_split_pickup = تقسیم: { $count } دکانوں سے لینا
choice-way_split_delivery = تقسیم: { $count } ترسیلیں
choice-way_part_pickup = صرف جو { $store } میں ہے
choice-way_part_delivery = صرف جو پہنچ سکتا ہے
ways-whole_pickup = سب کچھ { $store } سے، { $total }۔
ways-split_pickup = تقسیم: سب کچھ، { $count } دکانوں سے لینا ہو گا، کل { $total }۔
ways-split_delivery = تقسیم: سب کچھ، { $count } حصوں میں پہنچے گا، ترسیل کی فیس ایک ہی بار { $fee }، کل { $total }۔
ways-split_delivery_each = تقسیم: سب کچھ، { $count } حصوں میں پہنچے گا، ہر حصے کی ترسیل { $fee }، کل { $total }۔
ways-part_pickup = صرف جو { $store } میں ہے، { $left_out } کے بغیر: { $total }۔
ways-part_delivery = صرف جو پہنچ سکتا ہے، { $left_out } کے بغیر: { $total }۔
ways-left_out = اس آرڈر میں شامل نہیں: { $titles }۔
route-pickup_part = { $store } سے لینا، تیار: { $ready }: { $titles }۔
route-split_pickup = آپ اسے { $count } دکانوں سے لیں گے؛ کوڈ ہر دکان پر اس کے حصے کے لیے چلے گا۔
refusal-scattered = وہاں پہنچانے والی کسی ایک دکان میں سب کچھ نہیں۔ سب سے بہتر دکان میں یہ نہیں: { $titles }۔
checkout-message_not_at_one_store = اس طرح سب کچھ نہیں مل سکتا۔ نیچے چنیں کہ آپ کیا چاہتے ہیں۔
order-part_refused_sold_out = آرڈر { $number }: { $store } اپنا حصہ نہیں دے سکتا، ختم ہو گیا: { $titles }۔
order-part_refused_too_busy = آرڈر { $number }: { $store } اپنا حصہ نہیں بنا سکتا، کام بہت ہے: { $titles }۔
order-part_refused_other = آرڈر { $number }: { $store } اپنا حصہ نہیں دے سکتا: { $titles }۔
order-part_rest = باقی آرڈر طے شدہ طریقے سے جاری ہے۔
refusal-address_field = { COUNTRY($country) } کے لیے پتہ ابھی مکمل نہیں۔
ask-address_field = { $field ->
    [postal_code] پوسٹل کوڈ کیا ہے؟
    [city] کون سا شہر؟
    [region] کون سی ریاست یا صوبہ؟
   *[line1] کون سی گلی اور مکان نمبر؟
}

substitute-noted_named = اگر { $titles } نہ ہو تو اس کی جگہ { $to } آ سکتا ہے، کبھی مہنگا نہیں۔
substitute-noted_none = { $titles }: کوئی متبادل نہیں۔ جو نہ ہو وہ چھوڑ دیا جائے گا اور اس کی رقم نہیں لی جائے گی۔
substitute-noted_similar = { $titles }: نہ ہونے پر دکان ملتی جلتی چیز دے سکتی ہے، کبھی مہنگی نہیں۔
substitute-noted_ask = { $titles }: نہ ہونے پر ہم پہلے آپ سے پوچھیں گے۔
substitute-not_in_cart = “{ $text }” آپ کی ٹوکری میں نہیں، اس لیے کچھ درج نہیں کیا۔
substitute-unknown = “{ $text }” نام کی کوئی چیز نہیں ملی جو اس کی جگہ آ سکے۔ کیا ٹھیک رہے گا؟
substitute-label_named = نہ ہونے پر: { $to }
substitute-label_none = کوئی متبادل نہیں
substitute-label_similar = ملتی جلتی چیز ٹھیک ہے
substitute-label_ask = پہلے پوچھیں
order-substituted = آرڈر { $number }: { $store } میں { $title } نہیں تھا، آپ کی خواہش کے مطابق { $instead } آئے گا۔
order-substituted_back = یہ سستا ہے، اس لیے { $back } آپ کو واپس ملیں گے۔
order-substituted_same = قیمت وہی رہے گی۔

when-yes = جی ہاں، ہو سکتا ہے۔
when-no = نہیں، یہ ممکن نہیں۔ یہ ہو سکتا ہے:
when-parcel = پارسل سے { $earliest } اور { $latest } کے درمیان پہنچے گا۔
