# گفٹ کارڈ اور دکان کے بیلنس کے بارے میں۔

credit-applied = { $title } میں { $amount } باقی ہیں؛ جتنا ہو سکے اس سے ادا ہوگا۔
credit-already = ایک گفٹ کارڈ پہلے ہی شامل ہے۔
credit-ask_code = اپنے گفٹ کارڈ کا کوڈ یہاں لکھیں؛ آرڈر کا جتنا ہو سکے اس سے ادا ہوگا۔ باقی کسی اور طریقے سے ادا ہوگا۔
credit-gift_card = گفٹ کارڈ
credit-store_credit = دکان کا بیلنس
refusal-credit_over = گفٹ کارڈ { $label } کی مدت { $at } کو ختم ہو گئی۔
refusal-credit_spent = گفٹ کارڈ { $label } میں کچھ باقی نہیں۔
refusal-credit_gone = آپ کے گفٹ کارڈ کا بیلنس بدل گیا ہے۔ کچھ نہیں کاٹا گیا؛ براہ کرم نئی کل رقم دیکھیں۔
ask-consent_split = کل { $total } ہے: { $credit } گفٹ کارڈ سے اور { $due } ادا کرنے ہیں۔ کیا میں آرڈر کر دوں؟
