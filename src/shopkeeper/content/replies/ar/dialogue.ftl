# ما يقوله المساعد أثناء التسوّق. الحقائق من السجلات؛ ولا وعد هنا بما لا تقوله السجلات.

sentence-space = { " " }

talk-greet = مرحبًا! أخبرني عمّا تبحث، أو أرسل صورة أو رسالة صوتية.
talk-thank = على الرحب والسعة.
talk-help = يمكنني العثور على المنتجات، والإجابة عن الأسئلة حولها، وملء سلتك، ومرافقتك حتى الدفع، وإخبارك أين طلبك، واستدعاء أحد الزملاء. مثلًا: «درزن بيض وعلبتا حليب»، «هل فيه مكسرات»، «أين طلبي». ويمكنك أيضًا إرسال صورة لمنتج أو لرمزه الشريطي، أو التحدث مباشرة.

find-what = عمّ تبحث؟
find-none = لم أجد شيئًا باسم «{ $text }» في منتجاتنا.
find-nearest = لا أجد شيئًا باسم “{ $text }”. أقرب ما لدي:
find-none_fit = لا يوجد لطلب «{ $text }» ما يوافق كل ما ذكرته. هذا هو الأقرب:
find-one = { $title }: { $price }، { $stock }.
find-one_plain = { $title }: { $price }. { $count ->
    [zero] لا خيار متاح الآن.
    [one] خيار واحد متاح الآن.
    [two] خياران متاحان الآن.
    [few] { $count } خيارات متاحة الآن.
    [many] { $count } خيارًا متاحًا الآن.
   *[other] { $count } خيار متاح الآن.
}
find-one_from = { $title }: ابتداءً من { $price }. { $count ->
    [zero] لا خيار متاح الآن.
    [one] خيار واحد متاح الآن.
    [two] خياران متاحان الآن.
    [few] { $count } خيارات متاحة الآن.
    [many] { $count } خيارًا متاحًا الآن.
   *[other] { $count } خيار متاح الآن.
}
find-several = { $count ->
    [zero] لم أجد شيئًا.
    [one] وجدت هذا:
    [two] وجدت هذين المنتجين:
    [few] وجدت هذه المنتجات ({ $count }):
    [many] وجدت هذه المنتجات ({ $count }):
   *[other] وجدت هذه المنتجات ({ $count }):
}
find-sold_out = نفدت الكمية: { $title }.
find-instead = المتاح بدلًا منه:
find-no_such_variant = { $title } غير متوفر بهذا الخيار: { $wanted }.

stock-in_stock = متوفر: { $count }
stock-low = { $count ->
    [zero] نفدت الكمية
    [one] بقيت قطعة واحدة فقط
    [two] بقيت قطعتان فقط
    [few] بقيت { $count } قطع فقط
    [many] بقيت { $count } قطعة فقط
   *[other] بقيت { $count } قطعة فقط
}
stock-sold_out = نفدت الكمية
stock-made_to_order = يُحضَّر طازجًا عند الطلب
stock-unknown = الكمية غير معروفة
stock-some_variants = { $count ->
    [zero] لا خيارات متاحة
    [one] خيار واحد متاح
    [two] خياران متاحان
    [few] { $count } خيارات متاحة
    [many] { $count } خيارًا متاحًا
   *[other] { $count } خيار متاح
}

ask-which_product = أيّ هذه تقصد؟
ask-which_line = أيّ ما في سلتك تقصد؟
ask-variant = { $title }: أيّ خيار تريد؟
ask-variant_instead = { $title } غير متوفر بهذا الخيار: { $wanted }. أيّ هذه تريد؟
ask-quantity = كم تريد من { $title }؟

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = توصيل
choice-delivery_detail = { $fee }، أيام العمل: { $days_min }–{ $days_max }
choice-pickup = استلام من المتجر
choice-pickup_detail = بلا رسوم
choice-deliver_and_pay_now = توصيل والدفع الآن
choice-pickup_and_pay_there = استلام والدفع هناك
choose-what = لست متأكدًا أيّها تقصد. اضغط على أحدها أو أخبرني باسمه.

policy-no_notice = لا أستطيع مراسلتك عند عودة المنتج إلى المخزون. يمكنك أن تسألني في أي وقت، أو أن تطلب مني شراءه لك عند عودته ضمن حدود تضعها أنت.
answer-price = سعر { $title } هو { $price }.
answer-price_from = سعر { $title } يبدأ من { $price } بحسب الخيار.
answer-stock = { $title }: { $stock }.
answer-stock_variants = المتوفر الآن: { $variants }.
answer-allergens_unknown = لم يصرّح المنتِج بمسببات الحساسية في { $title }، لذلك لا أستطيع الجزم. من فضلك لا تعتمد على ذلك إن كانت لديك حساسية.
answer-allergens_contains = يحتوي { $title } على { $list } بحسب تصريح المنتِج.
answer-allergens_none = يصرّح المنتِج بأن { $title } لا يحتوي على مسببات حساسية.
answer-allergens_may_contain = قد يحتوي على آثار من { $list }.
answer-allergens_free_from = مصرّح بخلوّه من { $list }.
answer-source = المصدر: { $source }. من فضلك اقرأ الملصق أيضًا.
answer-diet = المصرّح به عن { $title }: { $list }.
answer-diet_unknown = لا تصريح عن النظام الغذائي الذي يناسبه { $title }.
answer-options = { $title } متوفر بهذه الخيارات: { $list }.
answer-reviews = { $count ->
    [zero] لا تقييمات لمنتج { $title } ({ $rating } من 5).
    [one] تقييم واحد لمنتج { $title }: { $rating } من 5.
    [two] تقييمان لمنتج { $title }: { $rating } من 5 في المتوسط.
    [few] { $count } تقييمات لمنتج { $title }: { $rating } من 5 في المتوسط.
    [many] { $count } تقييمًا لمنتج { $title }: { $rating } من 5 في المتوسط.
   *[other] { $count } تقييم لمنتج { $title }: { $rating } من 5 في المتوسط.
}
answer-reviews_none = لا توجد تقييمات لمنتج { $title } بعد.
answer-delivery = التوصيل العادي بسعر { $fee }، ومدته بأيام العمل من { $days_min } إلى { $days_max }.
answer-details = { $title }: { $text } { $price }.
answer-details_from = { $title }: { $text } ابتداءً من { $price }.
answer-attribute = { $title }، { $name }: { $value }.
answer-attribute_yes = { $title }، { $name }: نعم.
answer-attribute_no = { $title }، { $name }: لا.
answer-property_unknown = لا تذكر بياناتنا عن { $title } شيئًا عن "{ $text }".
answer-attribute_unknown = { $title }، { $name }: لا شيء عن ذلك في سجلاتنا.

compare-what = أيّ المنتجات أقارن؟
compare-by = { $name }: { $list }.
compare-no_record = لا تذكر سجلاتنا ذلك. ها هي جنبًا إلى جنب.
compare-done = هذه مقارنة المنتجات ({ $count }). الأرخص هو { $title } بسعر { $price }.

add-what = ماذا أضيف؟
add-not_found = لم أجد شيئًا باسم «{ $text }»، لذلك لم أضف شيئًا.
add-gone = هذا لم يعد معروضًا.

cart-not_made_so = لا يمكنني تسجيل “{ $text }”: في { $title } يمكن اختيار { $list } فقط.
cart-added = أضفت { $quantity } × { $title }، بسعر { $price } للواحد.
cart-packs = { $pieces ->
    [zero] { $pieces } قطعة تساوي
    [one] قطعة واحدة تساوي
    [two] قطعتان تساويان
    [few] { $pieces } قطع تساوي
    [many] { $pieces } قطعة تساوي
   *[other] { $pieces } قطعة تساوي
} { $packs ->
    [zero] { $packs } عبوة
    [one] عبوة واحدة
    [two] عبوتين
    [few] { $packs } عبوات
    [many] { $packs } عبوة
   *[other] { $packs } عبوة
}، في كل عبوة { $per_pack }.
cart-quantity = { $title }: الكمية الآن { $quantity }.
cart-variant = تم التغيير إلى { $title }، { $price }.
cart-swapped = { $quantity } × { $title } بدلًا من { $before }، بسعر { $price } للواحد.
cart-removed = أزلت { $title }.
cart-cleared = سلتك فارغة الآن.
cart-empty = سلتك فارغة.
cart-kept = حسنًا، تبقى سلتك كما هي.
cart-kept_count = { $count ->
    [zero] سلتك ما زالت هنا وهي فارغة.
    [one] سلتك ما زالت هنا وفيها منتج واحد.
    [two] سلتك ما زالت هنا وفيها منتجان.
    [few] سلتك ما زالت هنا وفيها { $count } منتجات.
    [many] سلتك ما زالت هنا وفيها { $count } منتجًا.
   *[other] سلتك ما زالت هنا وفيها { $count } منتج.
}
cart-not_in_cart = هذا ليس في سلتك. أيّ هذه تقصد؟
cart-code = تم تسجيل الرمز { $code }.

ask-delivery = هل نوصله إليك أم تفضّل استلامه من المتجر؟
ask-address = إلى أين نوصله؟ من فضلك اذكر الشارع ورقم المبنى والرمز البريدي والمدينة.
ask-address_of = ليس لديّ عنوان باسم «{ $label }». من فضلك اذكر الشارع ورقم المبنى والرمز البريدي والمدينة.
ask-store = من أيّ متجر تودّ الاستلام؟
ask-consent = المجموع { $total }. هل أرسل الطلب؟
ask-pickup_conflict = الدفع عند الاستلام يتطلب الاستلام من المتجر، لكنك طلبت التوصيل. أيّهما تفضّل؟

checkout-address = التوصيل إلى { $address }.
checkout-pickup = الاستلام من { $store }، جاهز { $ready }.
checkout-pickup_closed = الاستلام من { $store }. لا توجد ساعات عمل لهذا المتجر هذا الأسبوع، لذلك لا أستطيع تحديد موعد.
checkout-empty_later = سلتك فارغة، فلا شيء للدفع بعد.
checkout-payment_card = الدفع بالبطاقة.
checkout-payment_saved_card = الدفع ببطاقتك المحفوظة.
checkout-payment_pay_on_pickup = تدفع عند الاستلام.
checkout-email = شكرًا، سجّلت { $email } لهذا الطلب.
checkout-canceled = أوقفت إتمام الشراء وحرّرت ما كان محجوزًا لك. لم يُخصم شيء.

confirm-nothing = لا شيء ينتظر موافقتك الآن.
decline-fine = حسنًا.
decline-quote = حسنًا، لم يُطلب شيء. تبقى سلتك كما هي.
start_over-done = نبدأ من جديد. عمّ تبحث؟

order-none = لا أرى طلبًا في هذه المحادثة. إن كنت قد طلبت من قبل فسجّل الدخول من فضلك أو أعطني رقم الطلب من إيصالك.
order-not_found = لا أجد هنا طلبًا برقم { $number } يخصّك.
order-already = تم إرسال طلبك { $number } مرة واحدة. لن يُخصم أي مبلغ مرتين.
order-status_confirmed = الطلب { $number } ({ $placed_at }) مؤكَّد ويجري تجهيزه.
order-status_ready_for_pickup = الطلب { $number } جاهز للاستلام.
order-status_dispatched = الطلب { $number } في الطريق.
order-status_delivered = تم تسليم الطلب { $number }.
order-status_canceled = أُلغي الطلب { $number }.

policy-says = تنص شروطنا على:
policy-unknown = لا أجد شيئًا عن ذلك في شروطنا المنشورة. يمكن لأحد الزملاء أن يساعدك.
policy-delivery = التوصيل العادي بسعر { $fee }، ومدته بأيام العمل من { $days_min } إلى { $days_max }.
policy-delivery_free = التوصيل العادي بسعر { $fee }، ومجاني ابتداءً من { $free_from }، ومدته بأيام العمل من { $days_min } إلى { $days_max }.

handoff-queued = طلبت من أحد الزملاء أن يتولى الأمر. يمكنه رؤية محادثتنا، فلا حاجة إلى تكرار شيء.
handoff-waiting = طلبك لدى فريقنا. سيأتيك الرد هنا.
handoff-hours = ساعات عمل فريقنا: { HOURS($hours) }.

unknown-plain = لم أفهم ذلك. يمكنني مساعدتك في العثور على المنتجات ومقارنتها وشرائها، أو استدعاء أحد الزملاء.
unknown-with_question = لم أفهم ذلك. سؤالي ما زال مطروحًا؛ ويمكنك أيضًا أن تسألني عن شيء آخر.

perception-image = لا أستطيع رؤية الصور بعد، لذلك اعتمدت على كلماتك فقط.
perception-audio = لا أستطيع سماع الرسائل الصوتية بعد، لذلك اعتمدت على كلماتك فقط.
perception-unreadable = تعذّرت قراءة أحد المرفقات، فتابعت من دونه.

action-add = أضف إلى السلة
action-choose = اختر
option-color = اللون
option-size = المقاس
option-pack = العبوة
option-flavor = النكهة
option-value = القيمة
row-price = السعر
row-stock = التوفر

quick-show_cart = عرض سلتي
quick-check_out = إتمام الشراء
quick-help = ماذا يمكنك أن تفعل؟
quick-ask_person = التحدث مع شخص

allergen-milk = حليب
allergen-egg = بيض
allergen-eggs = بيض
allergen-nuts = مكسرات
allergen-hazelnut = بندق
allergen-almond = لوز
allergen-walnut = جوز
allergen-cashew = كاجو
allergen-peanut = فول سوداني
allergen-peanuts = فول سوداني
allergen-soy = صويا
allergen-gluten = غلوتين
allergen-wheat = قمح
allergen-sesame = سمسم
allergen-fish = سمك
allergen-crustaceans = قشريات
allergen-molluscs = رخويات
allergen-celery = كرفس
allergen-mustard = خردل
allergen-sulphites = كبريتيت
allergen-lupin = ترمس

diet-vegan = نباتي صرف
diet-vegetarian = نباتي
diet-gluten_free = خالٍ من الغلوتين
diet-lactose_free = خالٍ من اللاكتوز
diet-halal = حلال
diet-kosher = كوشر
diet-organic = عضوي

order-label_confirmed = مؤكَّد
order-label_ready_for_pickup = جاهز للاستلام
order-label_dispatched = في الطريق
order-label_delivered = تم التسليم
order-label_canceled = ملغى

timeline-placed = تم إرسال الطلب
timeline-dispatched = سُلّم إلى شركة الشحن
timeline-delivered = تم التسليم
timeline-ready = جاهز للاستلام
timeline-handed_over = تم الاستلام
timeline-canceled = ملغى

complete-price_changed = قبل الدفع: تغيّر السعر من { $old_total } إلى { $new_total }. لم يُخصم شيء.
complete-quote_changed = تغيّر طلبك منذ موافقتك: كان { $old_total } وأصبح { $new_total }. لم يُخصم شيء.
complete-quote_expired = انتهت صلاحية ذلك العرض، فأعددت عرضًا جديدًا: { $new_total }. لم يُخصم شيء.
complete-price_fell = خبر سار: انخفض السعر من { $old_total } إلى { $new_total }. تدفع السعر الأقل.
complete-order_placed = تم إرسال طلبك { $number }.
complete-payment_created = دفعتك بمبلغ { $total } قيد التنفيذ. لن يُخصم المبلغ مرتين.
complete-payment_requires_action = دفعتك بمبلغ { $total } تنتظرك في صفحة الدفع. لن يُخصم المبلغ مرتين.
complete-payment_unknown = ما زلت أتحقق من دفعتك بمبلغ { $total }. لن يُخصم المبلغ مرتين.
complete-payment_authorized = تمت دفعتك بمبلغ { $total }. خُصم المبلغ مرة واحدة.
complete-payment_captured = تمت دفعتك بمبلغ { $total }. خُصم المبلغ مرة واحدة.
complete-payment_declined = لم تتم دفعتك بمبلغ { $total }. لم يُخصم شيء.
complete-payment_canceled = أُلغيت دفعتك بمبلغ { $total }. لم يُخصم شيء.
complete-payment_refunded = أُعيدت دفعتك بمبلغ { $total }.

allergens-unknown = لم يصرّح المنتِج بمسببات الحساسية. غير معروف لا يعني أنه لا يوجد.
allergens-not_food = ليس غذاءً.
allergens-contains = يحتوي على { $list }.
allergens-none = يصرّح المنتِج بعدم احتوائه على شيء منها.

permission-done = شكرًا. أصبح في سلتك.

find-none_declared_free = لم أجد شيئًا يصرّح المنتِج بخلوّه من { $list }.
find-declared_free_source = مصرّح بخلوّه من { $list } ({ $source }).
find-left_out_unknown = استُبعد لعدم وجود تصريح، وغير المعروف ليس آمنًا: { $titles }.
find-read_the_label = من فضلك اقرأ الملصق أيضًا؛ لا أستطيع تقديم نصيحة طبية.
cart-remade = سيُحضَّر { $title } الآن هكذا: { $wishes }.
others-none = هذا كل ما لديّ من هذا النوع.
others-none_cheaper = ليس لديّ أرخص من هذا النوع.
others-none_dearer = ليس لديّ أغلى من هذا النوع.
why-one = ما تقوله السجلات عن { $title } بسعر { $price }: { $list }.
why-cheapest = { $title } هو الأرخص مما عرضته.
answer-one_version = لا يتوفر { $title } بألوان مختلفة.
