# السلال والعروض وما تقوله القواعد. المبالغ والكميات والأسماء من السجلات.

totals-subtotal = المجموع الفرعي
totals-goods = المجموع دون التوصيل
totals-goods_before_tax = المجموع دون الضريبة والتوصيل
totals-delivery = التوصيل
totals-delivery_once = التوصيل على { $count } أجزاء، رسوم واحدة
totals-delivery_each = التوصيل، عدد المندوبين { $count }، لكل منهم { $fee }
totals-pickup = الاستلام
totals-total = المجموع
totals-tax_included = شامل ضريبة القيمة المضافة { $rate }٪
totals-tax_added = تضاف ضريبة { $rate } %
totals-fees = رسوم
totals-tip = إكرامية
totals-instead_of = أفضل من { $title } (خصم { $amount })

cart-hint_free_delivery = أضف { $missing } ليصبح التوصيل مجانيًا (وإلا { $fee }).
cart-hint_delivery_free = التوصيل مجاني.
cart-note_gone = لم يعد يُباع
cart-note_short = { $available ->
    [0] نفدت الكمية
   *[other] المتبقي: { $available }
}

delivery-standard = توصيل عادي، أيام العمل: { $days_min }–{ $days_max }
delivery-by_courier = مع مندوب، في الوقت الذي تختاره
delivery-pickup = استلام من المتجر
delivery-pickup_at = استلام من { $store }
delivery-pickup_ready = استلام من { $store }، جاهز { $ready }

payment-method_card = بطاقة
payment-method_saved_card = بطاقة محفوظة
payment-method_pay_on_pickup = الدفع عند الاستلام

discount-not_stackable = لا يُجمع مع العرض الأفضل
discount-not_eligible = ليس في سلتك ما يتطلبه
discount-expired = انتهى
discount-not_started = لم يبدأ بعد
discount-unknown_code = لا يوجد رمز كهذا

checkout-message_cart_empty = السلة فارغة.
checkout-message_delivery_missing = اختر التوصيل أو الاستلام.
checkout-message_address_missing = ينقص عنوان التوصيل.
checkout-message_store_missing = اختر متجرًا للاستلام.
checkout-message_short_stock = لم تعد الكمية المتوفرة كافية لهذا الطلب.
checkout-message_stock_gone = نفدت كمية شيء في هذا الطلب. لم يُخصم شيء.
checkout-message_line_gone = شيء في هذا الطلب لم يعد يُباع.
checkout-message_pickup_payment_conflict = الدفع عند الاستلام لا يتوافق مع التوصيل.
checkout-message_price_changed = تغيّر السعر من { $old_total } إلى { $new_total }. لم يُخصم شيء.
checkout-message_quote_changed = تغيّر الطلب منذ موافقتك: كان { $old_total } وأصبح { $new_total }. لم يُخصم شيء.
checkout-message_price_checked = تم التحقق من السعر مرة أخرى وما زال { $new_total }.
checkout-message_quote_expired = انتهت صلاحية هذا السعر. تحقق منه مرة أخرى للمتابعة.

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = تضاف ضريبة { $label } %
explain-tip = إكرامية
explain-step = { $label }: { $amount } (حتى الآن { $running }).
explain-inside = منها { $tax } ضريبة بنسبة { $rate } % (على { $base }).
explain-total = المجموع { $total }.

confirm-age_check = لا يُباع { $title } إلا لمن بلغ { $age } عامًا. هل عمرك { $age } أو أكثر؟ يُتحقق من العمر مرة أخرى عند التسليم.

refusal-rule_unclear = لا أستطيع التحقق مما إذا كان ذلك مسموحًا، لذلك لا يجوز لي فعله. يمكن لأحد الزملاء المساعدة.
refusal-age_minor = لا أستطيع بيع { $title } لمن هو دون { $age }. يبقى كل شيء آخر كما هو.
refusal-variant_unknown = هذا ليس ضمن منتجاتنا.
refusal-line_unknown = هذا ليس في سلتك.
refusal-quantity_not_positive = يجب أن تكون كمية { $title } واحدًا على الأقل.
refusal-quantity_absurd = هذه كمية من { $title } أكبر مما أستطيع تسجيله. يمكن هنا طلب حتى { $max } من المنتج الواحد؛ وللمزيد يقدّم لك أحد الزملاء عرضًا.
refusal-sold_out = نفدت الكمية: { $title }.
refusal-more_than_available = { $have ->
    [0] المتوفر الآن { $available } × { $title } فقط.
    [zero] المتوفر الآن { $available } × { $title } فقط.
    [one] المتوفر الآن { $available } × { $title } فقط، ومنها واحد في سلتك بالفعل.
    [two] المتوفر الآن { $available } × { $title } فقط، ومنها اثنان في سلتك بالفعل.
    [few] المتوفر الآن { $available } × { $title } فقط، ومنها { $have } في سلتك بالفعل.
    [many] المتوفر الآن { $available } × { $title } فقط، ومنها { $have } في سلتك بالفعل.
   *[other] المتوفر الآن { $available } × { $title } فقط، ومنها { $have } في سلتك بالفعل.
}
refusal-bulk = يمكن هنا طلب حتى { $max } × { $title } في المرة الواحدة. ولكمية { $wanted } يمكن لأحد الزملاء أن يقدّم لك عرضًا؛ قل لي وسأسأل.
refusal-modifier_unknown = لا يمكن تحضير { $title } بهذه الطريقة.
refusal-cart_full = تتسع السلة لما يصل إلى { $max } من المنتجات المختلفة، وسلتك ممتلئة.
refusal-too_many_codes = الحد الأقصى لعدد الرموز في السلة الواحدة: { $max }.
refusal-code_unreadable = لا أستطيع قراءة ذلك كرمز.
refusal-too_many_commands = تجاوز عدد التغييرات { $max } في دقيقة. سلتك محفوظة؛ انتظر لحظة من فضلك ثم تابع.
refusal-cart_empty = سلتك فارغة.
refusal-checkout_closed = عملية الشراء هذه مغلقة. ابدأ عملية جديدة من سلتك.
refusal-checkout_unknown = لا أعرف عملية الشراء هذه.
refusal-checkout_incomplete = { $missing ->
    [delivery] قبل الدفع يجب اختيار التوصيل أو الاستلام.
    [address] قبل الدفع أحتاج إلى عنوان التوصيل.
    [store] قبل الدفع يجب اختيار متجر للاستلام.
   *[other] سلتك فارغة، فلا شيء للدفع.
}
refusal-quote_changed_since = تغيّر الطلب منذ أن رأيت ذلك السعر. هو الآن { $total }؛ لم يُخصم شيء.
refusal-quote_lapsed = ذلك السعر أقدم من أن يُوافَق عليه. أتمم الشراء مرة أخرى وسأعدّ سعرًا جديدًا؛ لم يُخصم شيء.
refusal-quote_unknown = لم أعرض ذلك السعر. لم يُخصم شيء.
refusal-store_unknown = لا أعرف هذا المتجر.
refusal-country_not_served = لا نوصل إلى { COUNTRY($country) }. نوصل إلى: { COUNTRY($countries) }.
refusal-email_invalid = لا يبدو هذا عنوان بريد إلكتروني.
refusal-payment_cap = الطلبات التي تتجاوز { $max } يؤكدها أحد الزملاء أولًا؛ وهذا الطلب { $total }. قل لي وسأسأل؛ لم يُخصم شيء.
refusal-short_stock = { $at_store ->
    [0] من { $wanted } × { $title } لا يتوفر إلا { $available }.
   *[other] لدى { $store } فقط { $available } من { $wanted } × { $title }. { $others ->
        [0] ولا يتوفر في أي متجر آخر.
       *[other] يتوفر في: { $elsewhere }.
    }
}
refusal-line_gone = { $title } لم يعد يُباع. أزِله من السلة ويمكن طلب الباقي.
refusal-pickup_payment_conflict = الدفع عند الاستلام يتطلب الاستلام من المتجر، وقد طلبت التوصيل. نوصله وتدفع الآن، أم تستلمه وتدفع هناك؟
refusal-payment_under_way = تجري الآن دفعة بمبلغ { $amount }، لذلك لا يمكن تغيير شيء في هذه اللحظة. لن يُخصم المبلغ مرتين.
refusal-already_ordered = هذا مطلوب بالفعل: الطلب { $number }.
refusal-code_unknown_code = لا يوجد رمز «{ $code }».
refusal-code_expired = انتهى الرمز «{ $code }».
refusal-code_not_started = الرمز «{ $code }» غير سارٍ بعد.
refusal-code_not_eligible = ليس في سلتك ما يتطلبه الرمز «{ $code }».
refusal-needs_booking = { $title } بموعد، ولا يمكن حجز المواعيد هنا بعد. هل أستدعي أحد الزملاء؟
refusal-outside_area = لا يصل مندوبونا إلى هناك، وهذا لا يُرسل إلا مع مندوب: { $titles }. يمكن استلامه من أحد المتاجر أو الاستغناء عنه.
refusal-no_kitchen = يُحضَّر هذا عند الطلب ولا يمكن تحضيره هناك: { $titles }. متوفر في: { $stores }.
refusal-no_window = لا يوجد موعد توصيل متاح في الأيام القادمة. يمكن الاستلام من أحد المتاجر.
delivery-courier = مندوب من { $store }، { $starts }–{ $ends }
route-courier = يحضره مندوب من { $store }، { $starts }–{ $ends }.
route-courier_part = مع مندوب من { $store }، { $starts }–{ $ends }: { $titles }.
route-parcel_part = كطرد: { $titles }.
route-split = لا يتوفر كل شيء في متجر واحد، لذلك يصل الطلب على { $count } أجزاء برسوم توصيل واحدة.
route-split_each = لا يتوفر كل شيء في متجر واحد، لذلك يصل الطلب على { $count } أجزاء؛ ولكل مندوب من { $rides } رسوم توصيل.
route-waits = المطبخ مشغول الآن: نحو { $minutes } دقيقة أكثر من المعتاد.
route-late = لا يمكن الالتزام بموعد { $wanted }.
ask-time = أيّ هذه الخيارات يناسبك؟
ask-top_up_delivery = أضف { $missing } ويمكننا التوصيل. { $goods ->
    [0] {""}
   *[other] يناسبه: { $titles }.
} أم تستلمه من أحد المتاجر؟
ask-top_up_pickup = أضف { $missing } ويمكنك الاستلام. { $goods ->
    [0] {""}
   *[other] يناسبه: { $titles }.
} أم نوصله إليك؟
choice-price = { $price }
checkout-message_below_minimum = ينقص { $missing } لهذه الطريقة. أضف شيئًا أو اختر طريقة أخرى.
refusal-below_minimum = ينقص الطلب { $missing } لهذه الطريقة. لم يُخصم شيء.
refusal-postal_code = لا يبدو «{ $code }» رمزًا بريديًا ({ COUNTRY($country) })، مثل { $example }.
