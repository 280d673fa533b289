# Notes for an order, when it is needed, and what other shops charge.

wish-noted = آرڈر تیار کرنے والوں کے لیے لکھ لیا: “{ $text }”۔ میں بتا دوں گا، لیکن وعدہ نہیں کر سکتا۔
wish-gift_noted = آپ کا تحفے کا پیغام آرڈر کے ساتھ لفظ بہ لفظ جائے گا: “{ $text }”
wish-gift_changed = بدل دیا۔ تحفے کا پیغام اب ہے: “{ $text }”
wish-gift_off = تحفے کا پیغام ہٹا دیا گیا ہے۔
wish-gift_none = اس آرڈر پر ابھی کوئی تحفے کا پیغام نہیں ہے۔
wish-gift_ask = تحفے کے پیغام میں کیا لکھیں؟ “تحفے کا پیغام:” لکھیں اور پھر الفاظ، { $most } حروف تک۔
refusal-gift_note_too_long = تحفے کے پیغام میں { $length } حروف ہیں، کارڈ پر { $most } آتے ہیں۔ براہ کرم چھوٹا بھیجیں؛ کچھ نہیں بدلا۔
when-pickup = { $day } کو یہاں سے لے سکتے ہیں: { $list }۔
when-store = { $store }، { $closes } تک
when-no_pickup = { $day } کو ہماری کسی دکان سے وقت پر لینا ممکن نہیں۔
again-order = آپ کے آرڈر { $number } سے، آج کی قیمتوں پر:
answer-elsewhere = مجھے صرف ہماری اپنی قیمتیں معلوم ہیں، دوسری دکانوں کی قیمت نہیں بتا سکتا۔
answer-elsewhere_tax = قیمت میں ٹیکس شامل ہے۔
answer-elsewhere_tax_added = ٹیکس اس کے علاوہ ہے۔
tip-given = { $tip } ٹِپ، شکریہ۔ ادائیگی تک اسے بدلا جا سکتا ہے۔
tip-off = کوئی ٹِپ نہیں۔
tip-none = اس آرڈر پر کوئی ٹِپ نہیں ہے۔
ask-tip = آپ کتنا دینا چاہیں گے؟ فیصد یا رقم بتائیں، یا چنیں۔
choice-tip = { $percent } %
choice-no_tip = کوئی ٹِپ نہیں
refusal-tips_not_taken = یہ دکان ٹِپ نہیں لیتی۔
refusal-tip_too_large = { $tip } اس { $most } سے زیادہ ہے جو یہاں ٹِپ میں دی جا سکتی ہے۔ کچھ نہیں بدلا گیا۔
