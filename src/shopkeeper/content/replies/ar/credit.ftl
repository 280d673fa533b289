# ما يقال عن بطاقات الهدايا ورصيد المتجر.

credit-applied = بقي { $amount } في { $title }، وستدفع بقدر ما فيها.
credit-already = بطاقة هدايا محسوبة بالفعل.
credit-ask_code = اكتب هنا رمز بطاقة الهدايا، فتدفع من طلبك ما تستطيع. ويُدفع الباقي بطريقة أخرى.
credit-gift_card = بطاقة هدية
credit-store_credit = رصيد المتجر
refusal-credit_over = انتهت صلاحية بطاقة الهدية { $label } في { $at }.
refusal-credit_spent = لم يبق شيء في بطاقة الهدية { $label }.
refusal-credit_gone = تغيّر رصيد بطاقة الهدية. لم يُخصم أي مبلغ؛ من فضلك انظر إلى الإجمالي الجديد.
ask-consent_split = الإجمالي { $total }: منه { $credit } من بطاقة الهدية و{ $due } للدفع. هل أُتم الطلب؟
