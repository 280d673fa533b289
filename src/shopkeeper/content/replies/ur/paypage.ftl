# ادائیگی کی سروس کے کارڈ والے صفحے کے الفاظ۔

paypage-title = { $shop } کو ادائیگی
paypage-card = کارڈ
paypage-pay = { $amount } ادا کریں
paypage-back = ادائیگی کے بغیر دکان پر واپس
paypage-private = آپ کا کارڈ نمبر سیدھا ادائیگی کی سروس کو جاتا ہے۔ { $shop } اسے کبھی نہیں دیکھتا۔
paypage-paid = ادائیگی منظور ہو گئی
paypage-paid_text = دکان کو بتا دیا گیا ہے۔ آپ یہ صفحہ بند کر سکتے ہیں۔
paypage-over = یہ ادائیگی بند ہے
paypage-over_text = یہاں ادا کرنے کو کچھ نہیں۔ موجودہ صورت حال آپ دکان میں دیکھ سکتے ہیں۔
paypage-trouble = ادائیگی نہیں ہو سکی اور کچھ نہیں کاٹا گیا۔ دوبارہ کوشش کریں یا دوسرا کارڈ استعمال کریں۔
paypage-to_shop = دکان پر واپس
paypage-total = کل
paypage-rest = ڈیلیوری اور رعایت
paypage-waiting = ایک لمحہ
paypage-keep = یہ کارڈ { $shop } پر اگلی بار کے لیے محفوظ کریں۔ آپ اسے جب چاہیں ہٹا سکتے ہیں۔
