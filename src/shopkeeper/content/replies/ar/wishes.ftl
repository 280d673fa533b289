# Notes for an order, when it is needed, and what other shops charge.

wish-noted = سجّلت ملاحظة لمن يجهّز الطلب: «{ $text }». سأنقلها، لكن لا أستطيع أن أعد بها.
when-pickup = في { $day } يمكن الاستلام من: { $list }.
when-store = { $store } حتى { $closes }
when-no_pickup = في { $day } لا يمكن الاستلام من متاجرنا في الوقت المطلوب.
again-order = من طلبك { $number } بأسعار اليوم:
answer-elsewhere = لا أعرف إلا أسعارنا، لذلك لا أستطيع أن أقول كم تطلب المتاجر الأخرى.
answer-elsewhere_tax = السعر يشمل الضريبة.
