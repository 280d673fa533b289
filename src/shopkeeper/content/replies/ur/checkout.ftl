# ٹوکریاں، پیشکشیں اور قواعد کے جواب۔ رقم، تعداد اور نام ریکارڈ سے آتے ہیں۔

totals-subtotal = ذیلی رقم
totals-goods = ترسیل کے بغیر کل
totals-goods_before_tax = ٹیکس اور ڈلیوری کے بغیر کل رقم
totals-delivery = ترسیل
totals-delivery_once = { $count } حصوں میں ترسیل، فیس ایک بار
totals-delivery_each = ترسیل، { $count } کورئیر، ہر ایک { $fee }
totals-pickup = دکان سے لینا
totals-total = کل رقم
totals-tax_included = { $rate }% ویٹ سمیت
totals-tax_added = { $rate } % ٹیکس اضافی
totals-fees = فیس
totals-tip = ٹِپ
totals-instead_of = { $title } سے بہتر ({ $amount } کی رعایت)

cart-hint_free_delivery = مزید { $missing } پر ترسیل مفت (ورنہ { $fee })۔
cart-hint_delivery_free = ترسیل مفت ہے۔
cart-note_gone = اب نہیں بکتا
cart-note_short = { $available ->
    [0] ختم ہو چکا ہے
   *[other] صرف { $available } باقی
}

delivery-standard = عام ترسیل، { $days_min }–{ $days_max } کام کے دن
delivery-by_courier = کورئیر سے، آپ کے چنے ہوئے وقت پر
delivery-pickup = دکان سے لینا
delivery-pickup_at = { $store } سے لینا
delivery-pickup_ready = { $store } سے لینا، تیار: { $ready }

payment-method_card = کارڈ
payment-method_saved_card = محفوظ کارڈ
payment-method_pay_on_pickup = لیتے وقت ادائیگی

discount-not_stackable = بہتر پیشکش کے ساتھ نہیں ملتا
discount-not_eligible = آپ کی ٹوکری میں اس کے لیے ضروری چیز نہیں
discount-expired = ختم ہو چکا ہے
discount-not_started = ابھی شروع نہیں ہوا
discount-unknown_code = ایسا کوئی کوڈ نہیں

checkout-message_cart_empty = ٹوکری خالی ہے۔
checkout-message_delivery_missing = ترسیل یا دکان سے لینا منتخب کریں۔
checkout-message_address_missing = ترسیل کا پتہ درج نہیں۔
checkout-message_store_missing = لینے کے لیے دکان منتخب کریں۔
checkout-message_short_stock = اس آرڈر کے لیے اب کافی مال دستیاب نہیں۔
checkout-message_stock_gone = اس آرڈر کی کوئی چیز ختم ہو گئی۔ کوئی رقم نہیں کٹی۔
checkout-message_line_gone = اس آرڈر کی کوئی چیز اب نہیں بکتی۔
checkout-message_pickup_payment_conflict = لیتے وقت ادائیگی ترسیل کے ساتھ ممکن نہیں۔
checkout-message_price_changed = قیمت { $old_total } سے { $new_total } ہو گئی ہے۔ کوئی رقم نہیں کٹی۔
checkout-message_quote_changed = آپ کی رضامندی کے بعد آرڈر بدل گیا: پہلے { $old_total } تھا، اب { $new_total } ہے۔ کوئی رقم نہیں کٹی۔
checkout-message_price_checked = قیمت دوبارہ دیکھی گئی اور اب بھی { $new_total } ہے۔
checkout-message_quote_expired = یہ قیمت ختم ہو چکی ہے۔ آگے بڑھنے کے لیے اسے دوبارہ دیکھیں۔

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = { $label } % ٹیکس اضافی
explain-tip = ٹِپ
explain-step = { $label }: { $amount } (اب تک { $running })۔
explain-inside = اس میں { $tax } ٹیکس ہے، { $rate } % کی شرح سے ({ $base } پر)۔
explain-total = کل { $total }۔

confirm-age_check = { $title } صرف { $age } سال یا اس سے بڑے لوگوں کو بیچا جا سکتا ہے۔ کیا آپ کی عمر { $age } یا اس سے زیادہ ہے؟ حوالے کرتے وقت عمر دوبارہ دیکھی جائے گی۔

refusal-rule_unclear = میں جانچ نہیں سکتا کہ اس کی اجازت ہے یا نہیں، اس لیے میں یہ نہیں کر سکتا۔ کوئی ساتھی مدد کر سکتا ہے۔
refusal-age_minor = میں { $title } { $age } سال سے کم عمر کے کسی شخص کو نہیں بیچ سکتا۔ باقی سب ویسا ہی رہے گا۔
refusal-variant_unknown = یہ ہماری مصنوعات میں نہیں۔
refusal-line_unknown = یہ آپ کی ٹوکری میں نہیں۔
refusal-quantity_not_positive = { $title } کی تعداد کم از کم ایک ہونی چاہیے۔
refusal-quantity_absurd = { $title } کی اتنی تعداد میں درج نہیں کر سکتا۔ یہاں ایک چیز { $max } تک آرڈر ہو سکتی ہے؛ زیادہ کے لیے کوئی ساتھی آپ کو پیشکش دے گا۔
refusal-sold_out = ختم ہو چکا ہے: { $title }۔
refusal-more_than_available = { $have ->
    [0] ابھی صرف { $available } × { $title } مل سکتے ہیں۔
    [one] ابھی صرف { $available } × { $title } مل سکتے ہیں، جن میں سے ایک پہلے ہی آپ کی ٹوکری میں ہے۔
   *[other] ابھی صرف { $available } × { $title } مل سکتے ہیں، اور ان میں سے { $have } آپ کی ٹوکری میں پہلے سے ہیں۔
}
refusal-bulk = یہاں ایک بار میں { $max } × { $title } تک آرڈر ہو سکتے ہیں۔ { $wanted } کے لیے کوئی ساتھی آپ کو پیشکش دے سکتا ہے؛ کہیے تو میں پوچھ لوں۔
refusal-modifier_unknown = { $title } اس طرح نہیں بن سکتا۔
refusal-cart_full = ایک ٹوکری میں { $max } مختلف چیزیں تک آ سکتی ہیں، اور آپ کی بھر گئی ہے۔
refusal-too_many_codes = ایک ٹوکری میں { $max } کوڈ تک لگ سکتے ہیں۔
refusal-code_unreadable = میں اسے کوڈ کے طور پر نہیں پڑھ سکا۔
refusal-too_many_commands = ایک منٹ میں { $max } سے زیادہ تبدیلیاں ہوئیں۔ آپ کی ٹوکری محفوظ ہے؛ براہ کرم ذرا رک کر آگے بڑھیں۔
refusal-cart_empty = آپ کی ٹوکری خالی ہے۔
refusal-checkout_closed = یہ خریداری بند ہو چکی ہے۔ اپنی ٹوکری سے نئی شروع کریں۔
refusal-checkout_unknown = مجھے اس خریداری کا علم نہیں۔
refusal-checkout_incomplete = { $missing ->
    [delivery] ادائیگی سے پہلے ترسیل یا دکان سے لینا منتخب کرنا ہوگا۔
    [address] ادائیگی سے پہلے مجھے ترسیل کا پتہ چاہیے۔
    [store] ادائیگی سے پہلے لینے کے لیے دکان منتخب کرنی ہوگی۔
   *[other] آپ کی ٹوکری خالی ہے، اس لیے ادائیگی کے لیے کچھ نہیں۔
}
refusal-quote_changed_since = جب آپ نے وہ قیمت دیکھی تھی تب سے آرڈر بدل گیا ہے۔ اب { $total } ہے؛ کوئی رقم نہیں کٹی۔
refusal-quote_lapsed = وہ قیمت اتنی پرانی ہے کہ اس پر رضامندی نہیں لی جا سکتی۔ خریداری دوبارہ مکمل کریں، میں نئی بناؤں گا؛ کوئی رقم نہیں کٹی۔
refusal-quote_unknown = میں نے وہ قیمت نہیں دی تھی۔ کوئی رقم نہیں کٹی۔
refusal-store_unknown = مجھے اس دکان کا علم نہیں۔
refusal-country_not_served = ہم اس ملک میں ترسیل نہیں کرتے: { COUNTRY($country) }۔ ہم یہاں ترسیل کرتے ہیں: { COUNTRY($countries) }۔
refusal-email_invalid = یہ ای میل پتہ نہیں لگتا۔
refusal-payment_cap = { $max } سے اوپر کے آرڈر پہلے کوئی ساتھی پکا کرتا ہے؛ یہ { $total } کا ہے۔ کہیے تو میں پوچھ لوں؛ کوئی رقم نہیں کٹی۔
refusal-short_stock = { $at_store ->
    [0] { $wanted } × { $title } میں سے صرف { $available } مل سکتے ہیں۔
   *[other] { $store } میں { $wanted } × { $title } میں سے صرف { $available } ہیں۔ { $others ->
        [0] کسی اور دکان میں بھی نہیں۔
       *[other] یہاں مل سکتا ہے: { $elsewhere }۔
    }
}
refusal-line_gone = { $title } اب نہیں بکتا۔ اسے ٹوکری سے نکال دیں، باقی آرڈر ہو سکتا ہے۔
refusal-pickup_payment_conflict = لیتے وقت ادائیگی کے لیے دکان سے لینا ضروری ہے، اور آپ نے ترسیل چنی ہے۔ ترسیل لے کر ابھی ادائیگی کریں، یا دکان سے لے کر وہیں ادائیگی کریں؟
refusal-payment_under_way = ابھی { $amount } کی ادائیگی ہو رہی ہے، اس لیے فی الحال کچھ بدلا نہیں جا سکتا۔ رقم دو بار نہیں کٹے گی۔
refusal-already_ordered = یہ پہلے ہی آرڈر ہو چکا ہے: آرڈر { $number }۔
refusal-code_unknown_code = ”{ $code }“ کوڈ موجود نہیں۔
refusal-code_expired = ”{ $code }“ کوڈ ختم ہو چکا ہے۔
refusal-code_not_started = ”{ $code }“ کوڈ ابھی لاگو نہیں۔
refusal-code_not_eligible = ”{ $code }“ کوڈ کے لیے جو چاہیے، وہ آپ کی ٹوکری میں نہیں۔
refusal-needs_booking = { $title } وقت لے کر ہوتا ہے، اور یہاں ابھی وقت بک نہیں ہو سکتا۔ کیا میں کسی ساتھی کو بلاؤں؟
refusal-outside_area = ہمارے کورئیر وہاں نہیں جاتے، اور یہ صرف کورئیر سے جاتا ہے: { $titles }۔ اسے دکان سے لیا یا چھوڑا جا سکتا ہے۔
refusal-no_kitchen = یہ تازہ بنتا ہے اور وہاں نہیں بن سکتا: { $titles }۔ یہاں مل سکتا ہے: { $stores }۔
refusal-no_window = آنے والے دنوں میں ترسیل کا کوئی وقت خالی نہیں۔ دکان سے لینا ممکن ہے۔
delivery-courier = { $store } سے کورئیر، { $starts }–{ $ends }
route-courier = { $store } کا کورئیر { $starts }–{ $ends } میں پہنچائے گا۔
route-courier_part = { $store } سے کورئیر کے ذریعے، { $starts }–{ $ends }: { $titles }۔
route-parcel_part = پارسل سے: { $titles }۔
route-split = کسی ایک دکان میں سب کچھ نہیں، اس لیے یہ { $count } حصوں میں آئے گا، ترسیل کی فیس ایک ہی بار۔
route-split_each = کسی ایک دکان میں سب کچھ نہیں، اس لیے یہ { $count } حصوں میں آئے گا؛ { $rides } کورئیرز میں سے ہر ایک کی الگ فیس ہے۔
route-waits = باورچی خانہ اس وقت مصروف ہے: معمول سے تقریباً { $minutes } منٹ زیادہ۔
route-late = { $wanted } تک ممکن نہیں۔
ask-time = ان میں سے کون سا مناسب ہے؟
ask-top_up_delivery = { $missing } مزید، پھر ہم ڈلیور کر سکتے ہیں۔ { $goods ->
    [0] {""}
   *[other] اس کے ساتھ یہ مناسب ہیں: { $titles }۔
} یا دکان سے لیں گے؟
ask-top_up_pickup = { $missing } مزید، پھر اسے دکان سے لیا جا سکتا ہے۔ { $goods ->
    [0] {""}
   *[other] اس کے ساتھ یہ مناسب ہیں: { $titles }۔
} یا ہم ڈلیور کریں؟
choice-price = { $price }
checkout-message_below_minimum = اس طریقے کے لیے { $missing } مزید درکار ہیں۔ کچھ شامل کریں یا دوسرا طریقہ چنیں۔
refusal-below_minimum = اس طریقے کے لیے آرڈر میں { $missing } مزید درکار ہیں۔ کوئی رقم نہیں لی گئی۔
refusal-postal_code = “{ $code }” { COUNTRY($country) } کا پوسٹل کوڈ نہیں لگتا، مثلاً { $example }۔
