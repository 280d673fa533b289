# ما تقوله الصفحة التي تحوي حقل البطاقة لدى مزود الدفع.

paypage-title = الدفع إلى { $shop }
paypage-card = البطاقة
paypage-pay = ادفع { $amount }
paypage-back = العودة إلى المتجر دون دفع
paypage-private = يذهب رقم بطاقتك مباشرة إلى مزود الدفع، ولا يراه { $shop } أبدًا.
paypage-paid = تمت الموافقة على الدفع
paypage-paid_text = أُبلغ المتجر. يمكنك إغلاق هذه الصفحة.
paypage-over = هذه الدفعة مغلقة
paypage-over_text = لا شيء للدفع هنا. يمكنك رؤية الوضع الحالي في المتجر.
paypage-trouble = لم يكتمل الدفع ولم يُخصم أي مبلغ. حاول مرة أخرى أو استخدم بطاقة أخرى.
paypage-to_shop = العودة إلى المتجر
paypage-total = الإجمالي
paypage-rest = التوصيل والخصومات
paypage-waiting = لحظة من فضلك
paypage-keep = احفظ هذه البطاقة للمرة القادمة في { $shop }. يمكنك حذفها متى شئت.
