# دکان کے بارے میں: جواب کون دیتا ہے، کیا بکتا ہے، کہاں اور کب؛ اور شرائط میں لفظ بہ لفظ کیا لکھا ہے۔

talk-identity = میں { $shop } کا خودکار معاون ہوں، کوئی انسان نہیں۔ میں جو بتاتا ہوں وہ دکان کے اپنے ریکارڈ سے ہے، اور میں کسی بھی وقت کسی فرد کو بلا سکتا ہوں۔
talk-range = ہمارے پاس { $list } ہیں۔ آپ کیا ڈھونڈ رہے ہیں؟
policy-quote = { $title }: ”{ $text }“
policy-open_today = { $store }، { $address }: آج { $opens } سے { $closes } تک کھلا ہے۔
policy-opens_next = { $store }، { $address }: ابھی بند ہے، { $opens } کو کھلے گا۔
policy-closed = { $store }، { $address }: اگلے دو ہفتے بند ہے۔
policy-open_then = { $store }، { $address }: { $day } کو { $opens } سے { $closes } تک کھلا ہے۔
policy-closed_then = { $store }، { $address }: { $day } کو بند ہے۔
cart-here_total = { $count ->
    [one] آپ کی ٹوکری میں ایک چیز ہے، { $total }:
   *[other] آپ کی ٹوکری میں { $count } چیزیں ہیں، کل { $total }:
}
order-unpaid = ابھی کچھ آرڈر نہیں ہوا: ادائیگی باقی ہے۔ ادائیگی ہوتے ہی آپ کے آرڈر کو نمبر مل جائے گا۔
policy-delivery_to = ہم یہاں ڈیلیور کرتے ہیں: { COUNTRY($countries) }۔
cart-code_removed = کوڈ ہٹا دیا گیا ہے۔
refusal-code_not_used = یہاں ایسا کوئی کوڈ لگا ہوا نہیں۔
cart-allergen_contains = بنانے والے کے مطابق اس میں { $list } ہے: { $titles }۔
cart-allergen_may_contain = اس میں { $list } کے آثار ہو سکتے ہیں: { $titles }۔
cart-allergen_unknown = { $list } کے بارے میں کچھ بتایا نہیں گیا، اور نامعلوم محفوظ نہیں ہوتا: { $titles }۔
cart-allergen_free = { $list } سے پاک بتایا گیا: { $titles }۔
ask-cancel_order = کیا میں کسی ساتھی سے آرڈر { $number } منسوخ کرنے کو کہوں؟
policy-offer = موجودہ پیشکش: { $title }۔
policy-no_offers = اس وقت سب کے لیے کوئی پیشکش نہیں ہے۔
policy-offer_codes = اگر آپ کے پاس کوڈ ہے تو بتائیے، میں جانچ لیتا ہوں۔
policy-contact_mail = آپ { $email } پر لکھ سکتے ہیں۔
policy-contact_here = یہاں میں کسی فرد کو شامل کر سکتا ہوں، وہ آپ کو فون بھی کر سکتے ہیں۔
answer-measures = { $title }: { $list }۔
answer-measure = { $name } { $value }
