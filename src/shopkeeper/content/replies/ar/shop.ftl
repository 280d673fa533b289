# عن المتجر نفسه: من يجيب، وماذا يبيع، وأين ومتى؛ وما تقوله شروطه حرفيًا.

talk-identity = أنا المساعد الآلي لمتجر { $shop }، ولست إنسانًا. ما أقوله مأخوذ من سجلات المتجر، ويمكنني أن أستدعي أحد الزملاء في أي وقت.
talk-range = لدينا { $list }. عمّ تبحث؟
policy-quote = { $title }: «{ $text }»
policy-open_today = { $store }، { $address }: مفتوح اليوم من { $opens } إلى { $closes }.
policy-opens_next = { $store }، { $address }: مغلق الآن، يفتح { $opens }.
policy-closed = { $store }، { $address }: مغلق خلال الأسبوعين القادمين.
policy-open_then = { $store }، { $address }: مفتوح يوم { $day } من { $opens } إلى { $closes }.
policy-closed_then = { $store }، { $address }: مغلق يوم { $day }.
cart-here_total = { $count ->
    [zero] سلتك فارغة:
    [one] في سلتك منتج واحد بسعر { $total }:
    [two] في سلتك منتجان بمجموع { $total }:
    [few] في سلتك { $count } منتجات بمجموع { $total }:
    [many] في سلتك { $count } منتجًا بمجموع { $total }:
   *[other] في سلتك { $count } منتج بمجموع { $total }:
}
order-unpaid = لم يُطلب شيء بعد: الدفع لم يكتمل. عند اكتماله يحصل طلبك على رقمه.
policy-delivery_to = نوصل إلى: { COUNTRY($countries) }.
cart-code_removed = أُزيل الرمز.
refusal-code_not_used = لا يُستخدم هنا رمز كهذا.
cart-allergen_contains = يحتوي على { $list } بحسب الشركة المصنعة: { $titles }.
cart-allergen_may_contain = قد يحتوي على آثار من { $list }: { $titles }.
cart-allergen_unknown = لم يُصرَّح بشيء عن { $list }، والمجهول ليس آمنًا: { $titles }.
cart-allergen_free = مصرَّح بخلوه من { $list }: { $titles }.
ask-cancel_order = هل أطلب من أحد الزملاء إلغاء الطلب { $number }؟
policy-offer = عرض حالي: { $title }.
policy-no_offers = لا يوجد عرض عام حاليًا.
policy-offer_codes = إذا كان لديك رمز فأخبرني به لأتحقق منه.
policy-contact_mail = يمكنك الكتابة إلى { $email }.
policy-contact_here = يمكنني هنا استدعاء موظف، ويمكنه أيضًا الاتصال بك.
answer-measures = { $title }: { $list }.
answer-measure = { $name } { $value }
