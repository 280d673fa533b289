# Notes for an order, when it is needed, and what other shops charge.

wish-noted = سجّلت ملاحظة لمن يجهّز الطلب: «{ $text }». سأنقلها، لكن لا أستطيع أن أعد بها.
wish-gift_noted = ستُرفق رسالة الهدية بالطلب كما هي: «{ $text }»
wish-gift_changed = تم التغيير. رسالة الهدية الآن: «{ $text }»
wish-gift_off = أُزيلت رسالة الهدية.
wish-gift_none = لا توجد رسالة هدية لهذا الطلب بعد.
wish-gift_ask = ماذا تقول رسالة الهدية؟ اكتب «رسالة هدية:» ثم النص، حتى { $most } حرفًا.
refusal-gift_note_too_long = في رسالة الهدية { $length } حرفًا، والبطاقة تتسع لـ { $most }. أرسل رسالة أقصر؛ لم يتغير شيء.
when-pickup = في { $day } يمكن الاستلام من: { $list }.
when-store = { $store } حتى { $closes }
when-no_pickup = في { $day } لا يمكن الاستلام من متاجرنا في الوقت المطلوب.
again-order = من طلبك { $number } بأسعار اليوم:
answer-elsewhere = لا أعرف إلا أسعارنا، لذلك لا أستطيع أن أقول كم تطلب المتاجر الأخرى.
answer-elsewhere_tax = السعر يشمل الضريبة.
answer-elsewhere_tax_added = تضاف الضريبة إلى ذلك.
tip-given = إكرامية قدرها { $tip }، شكرًا. يمكن تغييرها حتى الدفع.
tip-off = بلا إكرامية.
tip-none = لا توجد إكرامية في هذا الطلب.
ask-tip = كم تود أن تعطي؟ اذكر نسبة مئوية أو مبلغًا، أو اختر.
choice-tip = { $percent } %
choice-no_tip = بلا إكرامية
refusal-tips_not_taken = هذا المتجر لا يقبل الإكراميات.
refusal-tip_too_large = المبلغ { $tip } أكثر من { $most } وهو الحد الأعلى للإكرامية هنا. لم يتغير شيء.
