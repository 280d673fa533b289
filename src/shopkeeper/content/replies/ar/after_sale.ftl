# بعد الشراء: الإرجاع والمواعيد والملاءمة والهدايا والأشخاص والخصوصية.

return-none = لا أرى هنا طلبًا يمكن إرجاعه. إذا طلبت بحساب فسجّل الدخول أولًا.
return-not_found = لا أجد هنا طلبًا { $number } يخصك. إن كان لك فسجّل الدخول أولًا؛ الرقم وحده لا يثبت شيئًا.
return-no_such_line = الطلب { $number } لا يحتوي على ذلك. هذا ما فيه:
return-only_unopened = { $titles }: لأسباب صحية لا يُرجع إلا غير مفتوح.
exchange-same = { $title } هو ما لديك بالفعل.
return-draft = جهّزت إرجاعًا من الطلب { $number }: يعود إليك { $refund } بطريقة الدفع نفسها.
return-draft_withdrawal = جهّزت العدول عن الطلب { $number }: يعود إليك { $refund } بطريقة الدفع نفسها.
return-draft_replacement = جُهّز الاستبدال من الطلب { $number }: تصلك قطعة جديدة وتعود القديمة إلينا.
return-draft_exchange = جُهّز الاستبدال من الطلب { $number }: يعود إلينا { $old } وتحصل بدلًا منه على { $new }. { $balance ->
    [more] سعره أعلى بمقدار { $difference } مما دفعته لما يعود.
    [less] سعره أقل: يعود إليك { $difference } بطريقة الدفع نفسها.
   *[even] السعر نفسه.
}
return-order_of = طُلب { $placed_at }
return-canceled = حسنًا، لن يُرجع شيء.
claim-sorry = نأسف لذلك.
claim-person_looks = شكرًا. سينظر زميل في صورك ويقرر. وحتى ذلك الحين لم يُتخذ أي قرار ضدك.
return-denied_not_delivered = لم يصل الطلب { $number } بعد، فلا شيء لإرجاعه. إذا أردت إلغاءه أستدعي شخصًا.
return-denied_canceled = أُلغي الطلب { $number }؛ لا شيء لإرجاعه.
return-denied_returned_already = هذا من الطلب { $number } في طريق العودة أو أُعيد بالفعل.
return-denied_excluded = { $title } لا يشمله وعد الإرجاع لدينا.
return-denied_window_over = وصل { $title } من الطلب { $number } في { $delivered }. انتهت مدتنا ({ $days } يومًا) في { $last_day }، فلم يعد وعد الإرجاع يشمله.
return-law_still = يتيح لك القانون العدول عن هذا الشراء حتى { $last_day }. إن أردت فاكتب “I withdraw from { $number }”.
return-law_over = انتهى أيضًا حق العدول القانوني ({ $days } يومًا) في { $last_day }.
return-case = رقم حالتك هو { $rma }. إن كان لك رأي آخر فاطلب إعادة النظر: سيقوم بها شخص لم يتخذ القرار.
return-appealed = أحيل الحالة { $rma } إلى شخص لم يتخذ القرار.
return-return_already = الإرجاع { $rma } مسجّل بالفعل.
return-return_requested = سُجّل الإرجاع { $rma }، { $at }. يقرر زميل خلال يوم عمل؛ قد يعود إليك { $refund }.
return-return_approved = سُجّل الإرجاع { $rma }، { $at }، وتمت الموافقة. يعود إليك { $refund } عند وصول البضاعة.
return-replacement_requested = سُجّل الاستبدال { $rma }، { $at }. ينظر فيه زميل خلال يوم عمل ويخبرك هنا.
return-replacement_approved = سُجّل الاستبدال { $rma }، { $at }، وتمت الموافقة. تُرسل القطعة الجديدة عند وصول القديمة.
return-exchange_requested = سُجّل الاستبدال { $rma }، { $at }. { $new } محجوز لك حتى { $until }. { $balance ->
    [more] يبقى { $difference } للدفع: يخبرك زميل هنا خلال يوم عمل كيف، ولا يُخصم شيء قبل ذلك.
   *[other] يقرر زميل خلال يوم عمل ويخبرك هنا.
}
return-exchange_approved = سُجّل الاستبدال { $rma }، { $at }، وتمت الموافقة. { $new } محجوز لك حتى { $until }. { $ships ->
    [at_once] يُرسل الآن؛ يرجى إعادة القطعة الأخرى.
   *[after_arrival] يُرسل عند وصول القطعة الأخرى.
} { $balance ->
    [more] يجب دفع { $difference } قبل ذلك.
    [less] يعود إليك { $difference } عند وصول البضاعة.
   *[even] لا شيء للدفع.
}
return-exchange_changed = تغيّر السعر، لذلك لم يُسجَّل شيء بعد. مقابل { $new }: { $balance ->
    [more] أكثر بمقدار { $difference } مما دفعته لما يعود.
    [less] يعود إليك { $difference }.
   *[even] لا شيء للدفع ولا شيء يعود.
}
return-return_rejected = لم تتم الموافقة على الإرجاع { $rma }.
return-return_overturned = أعادت خدمة العملاء النظر في الحالة { $rma }، { $at }، وقررت لصالحك على سبيل المجاملة. يعود إليك { $refund } عند وصول البضاعة.
return-return_canceled = أُلغي الإرجاع { $rma }.
return-arrived = وصل المرتجع { $rma }. يُعاد إليك الآن { $refund } من الطلب { $number }.
return-arrived_settled = وصل المرتجع { $rma } واكتمل: ما دُفع مقابله أُعيد من قبل.
return-arrived_exchange = الاستبدال { $rma }: وصل القديم، ويُرسل { $new } الآن.
return-arrived_replacement = الاستبدال { $rma }: وصل القديم، ويُرسل الجديد الآن.
return-arrived_refused = وصل المرتجع { $rma } لكن تعذّر قبوله. { $note }
return-status_draft = بانتظار موافقتك
return-status_requested = مطلوب
return-status_approved = تمت الموافقة
return-status_rejected = لم تتم الموافقة
return-status_received = وصل
return-status_inspected = فُحص
return-status_resolved = رُدّ المبلغ
return-status_canceled = أُلغي
return-reason_too_small = صغير جدًا
return-reason_too_large = كبير جدًا
return-reason_not_as_expected = ليس كما توقعت
return-reason_changed_mind = لم تعد هناك حاجة
return-reason_damaged = وصل تالفًا
return-reason_faulty = معيب
return-reason_wrong_item = منتج خاطئ
return-reason_not_stated = بدون ذكر سبب
return-goods = البضاعة بعد الخصم
return-refund = يعود إليك
return-instead = بدلًا منه: { $title }
return-to_pay = للدفع

withdrawal-denied_window_over = انتهى حق العدول عن الطلب { $number } في { $last_day }، بعد { $days } يومًا من التسليم في { $delivered }.
withdrawal-denied_excluded = يستثني القانون { $title } من حق العدول.

ask-return_order = عن أي طلب تسأل؟
ask-return_line = ماذا تريد أن ترجع من الطلب { $number }؟
ask-exchange_line = ماذا تريد أن تستبدل من الطلب { $number }؟
ask-exchange_for = ماذا تريد بدلًا من { $title }؟
ask-exchange_else = لا أستطيع الآن إرسال نوع آخر من { $title }. أي بضاعة أخرى تريد، أم استرداد المال؟
ask-return = هل أسجّل هذا الإرجاع بمبلغ { $refund }؟ يمكنك ذكر السبب، وليس ذلك لازمًا.
ask-replacement = هل أسجّل هذا الاستبدال؟
ask-withdrawal = هل أسجّل هذا العدول بمبلغ { $refund }؟
ask-faulty = هل { $title } معيب؟ عندها تنطبق حقوق أخرى.
ask-appeal = هل تريد أن يعيد شخص لم يتخذ القرار النظر في الحالة { $rma }؟
ask-claim_photo = لحل الأمر بسرعة: أرسل صورة أخرى لـ { $title } يظهر فيها ملصق العلبة مقروءًا.
ask-claim_wish = هل تريد { $title } جديدًا أم استرداد المال؟
ask-window = أي وقت يناسبك: { $title }؟
ask-service = ماذا تود أن تحجز؟
ask-booking = هل أحجز { $title } مع { $staff }، { $starts_at }، والدفع { $price } في المتجر؟
ask-add_it = هل أضيف { $title } إلى السلة؟
ask-erase = هل أحذفها الآن؟ لا يمكن التراجع.
ask-gift = ماذا يحب الشخص؟
ask-callback = هل تفضل أن نتصل بك؟ نتصل خلال { $hours } ساعات من أوقات عملنا.
ask-phone = على أي رقم نتصل بك؟

choice-everything = كل شيء
choice-faulty_yes = نعم، معيب
choice-faulty_no = لا
choice-appeal = إعادة النظر
choice-no_photo = ليست لدي صورة أخرى
choice-replacement = واحد جديد
choice-refund = استرداد المال
choice-erase_yes = احذف
choice-erase_no = أبقِ
choice-chat = الرد هنا
choice-call = اتصلوا بي

action-withdraw = العدول
action-send_back = إرجاع
action-exchange = استبدال
action-keep_it = الاحتفاظ به
action-book = احجز
action-cancel_booking = إلغاء

booking-none = لا أجد وقتًا متاحًا مناسبًا.
booking-free = أوقات متاحة: { $title }، بتوقيت { $city }:
booking-taken = { $starts_at } غير متاح. أقرب الأوقات بتوقيت { $city }:
booking-window = { $starts_at }
booking-with = مع { $staff }
booking-price = { $price }
booking-held = أحجز لك مؤقتًا { $title } مع { $staff }: { $starts_at } بتوقيت { $city }. ينتهي الحجز المؤقت { $expires_at }.
booking-held_also = أحجز لك مؤقتًا { $title } مع { $staff }: { $starts_at } بتوقيت { $city }. ينتهي الحجز المؤقت { $expires_at }. متاح أيضًا: { $others }.
booking-no_services = لا يوجد ما يمكن حجزه هنا.
booking-moved = نُقل الموعد: { $title } مع { $staff }، { $starts_at } بتوقيت { $city }.
return-stands = المرتجع { $rma } من الطلب { $number }: { $status }، { $refund }.
return-stands_exchange = الاستبدال { $rma } من الطلب { $number } بـ { $new }: { $status }.
return-none_of_yours = لا أرى لك مرتجعًا هنا.
time-no_such_day = لا يوجد يوم { $day } في ذلك الشهر: ينتهي في { $last_day }. اذكر يومًا آخر من فضلك.
booking-no_such_staff = لا أجد «{ $name }» هنا. { $title } لدى { $people }.
ask-cancel_booking = هل ألغي الموعد { $title }، { $starts_at }؟
add-order_is_placed = الطلب { $number } تم ويبقى كما هو؛ يبدأ هذا سلة جديدة.
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] ، ناقص حصته من خصم الطلب ({ $offers })، { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] ، زائد ضريبة { $tax }
   *[no] {""}
}. أي { $refund }.
refund-line_plain = { $title }: { $refund }.
refund-fees = العربون والرسوم التي تعود: { $fees }.
refund-delivery = يعود التوصيل أيضًا: { $delivery }.
refund-no_delivery = التوصيل ({ $delivery }) غير مشمول: لا يعود إلا عند العدول عن الطلب كله.
refund-total = المجموع { $refund }.
refund-exchange = من { $credit } المدفوعة يأخذ { $new } { $balance ->
    [more] الكل، ويبقى { $difference } للدفع.
    [less] جزءًا، ويعود { $difference }.
   *[even] الكل.
}
booking-none_of_yours = لا أرى لك موعدًا هنا.
booking-confirmed = تم الحجز: { $title } مع { $staff }، { $starts_at } بتوقيت { $city }. تدفع { $price } في المتجر.
booking-canceled = أُلغي الموعد { $starts_at }.
booking-here = { $count ->
    [zero] لا مواعيد
    [one] موعدك:
    [two] موعداك:
    [few] { $count } مواعيد لك:
    [many] { $count } موعدًا لك:
   *[other] { $count } موعد لك:
}
booking-add_on = يمكن إضافة { $title } ({ $price }) أيضًا.
booking-status_held = محجوز لك مؤقتًا
booking-status_confirmed = محجوز
booking-status_canceled = ملغى
booking-status_expired = انتهى الحجز المؤقت

fit-fits = نعم، حسب المعلن: { $title }، { $name } { $declared }، و{ $value } مناسب.
fit-too_small = لا: { $title } مصمم لـ{ $name } { $declared }، و{ $value } صغير جدًا. لم أضفه.
fit-too_large = لا: { $title } مصمم لـ{ $name } { $declared }، و{ $value } كبير جدًا. لم أضفه.
fit-other_size = لا: المعلن في { $title } هو { $name } { $declared } وليس { $value }. لم أضفه.
fit-unknown = لم يُعلن شيء عن ملاءمة { $title } لـ{ $value }، فلا أستطيع الجزم.

gift-options = { $count ->
    [zero] لا أفكار ضمن حدودك
    [one] فكرة واحدة ضمن حدودك:
    [two] فكرتان ضمن حدودك:
    [few] { $count } أفكار ضمن حدودك:
    [many] { $count } فكرة ضمن حدودك:
   *[other] { $count } فكرة ضمن حدودك:
}
gift-none = لا أجد شيئًا ضمن هذه الحدود.
gift-total = { $total } مع التوصيل
gift-total_because = { $name }: { $value } · { $total } مع التوصيل
gift-within = كل واحدة ضمن { $limit }، شاملة التوصيل { $fee }.
gift-arrives = إذا طُلب الآن يصل التوصيل العادي بين { $earliest } و{ $latest }.
gift-too_late = يصل التوصيل العادي بين { $earliest } و{ $latest }؛ لا أعد باليوم الذي تحتاجه. الاستلام من المتجر أسرع.
gift-declared = أعلن المُصنّع أنه { $diet }: { $titles }.
gift-not_declared = لم يُعلن شيء عن { $diet } لـ{ $titles }، فلا أدّعي شيئًا.

handoff-queued_open = طلبت من زميل أن يتولى الأمر. يرى محادثتنا فلا داعي للتكرار.
handoff-closed_until = لا أحد هنا الآن. يعود الفريق { $opens } ويجد رسالتك أولًا.
handoff-position = { $position ->
    [1] أنت التالي.
   *[other] ترتيبك في الانتظار { $position }.
}
handoff-stays_here = حسنًا، يصل الرد هنا.
handoff-callback = سُجّل: يتصل بك زميل على { $phone }.
handoff-taken = زميل معك الآن.
handoff-closed = أنهى زميلي الأمر. أنا هنا من جديد إن احتجت شيئًا.
mood-sorry = أعتذر عن ذلك.

data-nothing = لم تسجّل الدخول، ولا أعرف عنك إلا ما كتبته في هذه المحادثة.
data-known = { $name }، نحفظ: { $addresses ->
    [zero] بلا عناوين
    [one] عنوان واحد
    [two] عنوانان
    [few] { $addresses } عناوين
    [many] { $addresses } عنوانًا
   *[other] { $addresses } عنوان
}، { $orders ->
    [zero] بلا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $orders } طلبات
    [many] { $orders } طلبًا
   *[other] { $orders } طلب
}، { $cards ->
    [zero] بلا بطاقات
    [one] بطاقة محفوظة كرمز فقط
    [two] بطاقتان محفوظتان كرمزين فقط
    [few] { $cards } بطاقات محفوظة كرموز فقط
    [many] { $cards } بطاقة محفوظة كرموز فقط
   *[other] { $cards } بطاقة محفوظة كرموز فقط
}، ومحادثاتك هنا.
data-rights = يمكنك طلب تصحيحها أو أخذها معك أو حذفها.
data-guest_only = لم تسجّل الدخول، لذلك أستطيع حذف هذه المحادثة مع صورها وتسجيلاتها. للحساب سجّل الدخول أولًا: هذا إثبات أنه لك.
data-goes = يُحذف فورًا: ملفك، { $addresses ->
    [zero] بلا عناوين
    [one] عنوان واحد
    [two] عنوانان
    [few] { $addresses } عناوين
    [many] { $addresses } عنوانًا
   *[other] { $addresses } عنوان
}، البطاقات المحفوظة، كل المحادثات والصور والتسجيلات والسلال المفتوحة.
data-stays = يبقى لأن قانون الضرائب يفرضه: فواتير ({ $orders ->
    [zero] بلا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $orders } طلبات
    [many] { $orders } طلبًا
   *[other] { $orders } طلب
})، محجوبة عن أي استعمال آخر، حتى نهاية { $until } على الأكثر.
data-kept = حسنًا، لم يُحذف شيء.
data-erased = تم. حُذفت بياناتك. الشهادة: { $certificate }

refusal-return_unknown_order = لا أجد هنا طلبًا { $number } يخصك.
refusal-return_unknown = لا يوجد هنا إرجاع كهذا.
refusal-return_canceled_order = أُلغي الطلب { $number }؛ لا شيء لإرجاعه.
refusal-return_nothing_left = لم يبق من الطلب { $number } ما يُرجع.
refusal-return_not_delivered = لم يصل الطلب { $number } بعد.
refusal-return_window_over = وصل الطلب { $number } في { $delivered }؛ انتهت مدتنا ({ $days } يومًا) في { $last_day }.
refusal-return_excluded = { $title } لا يشمله وعد الإرجاع لدينا.
refusal-return_too_late = لم يعد ذلك ممكنًا للإرجاع { $rma }.
refusal-exchange_sold_out = نفدت كمية { $title } للتو، فلم أسجّل الاستبدال.
refusal-exchange_not_paid = بقي دفع { $amount } لهذا الاستبدال.
refusal-withdrawal_over = انتهى حق العدول عن الطلب { $number } في { $last_day }.
refusal-withdrawal_excluded = يستثني القانون { $title } من حق العدول.
refusal-service_unknown = لا يمكن حجز ذلك هنا.
refusal-booking_unknown = لا أرى لك موعدًا كهذا.
refusal-booking_fixed = لم يعد ممكنًا نقل الموعد { $starts_at }.
refusal-window_taken = حُجز { $starts_at } قبل قليل.
refusal-hold_expired = انتهى الحجز المؤقت ومضى وقته.
refusal-callback_no_ticket = لم يُطلب من أحد الاتصال بعد.
refusal-handoff_unknown = لا توجد محادثة كهذه.
refusal-handoff_not_taken = لم يتولَّ أحد هذه المحادثة.
refusal-staff_only = هذا للموظفين فقط.
refusal-message_unusable = الرسالة فارغة أو طويلة جدًا.
refusal-erasure_unproven = لحمايتك أحتاج إلى إثبات أن الحساب لك. سجّل الدخول بحساب موثّق.
refusal-erasure_unknown = لا شيء لحذفه.
refusal-erasure_payment_open = هناك دفعة جارية. أكملها أو ألغها ثم اطلب من جديد.

confirm-booking_fee = بقي أقل من يوم على { $starts_at }، لذلك يكلف الإلغاء { $fee }. هل ألغيه مع ذلك؟
