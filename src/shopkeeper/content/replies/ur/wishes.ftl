# Notes for an order, when it is needed, and what other shops charge.

wish-noted = آرڈر تیار کرنے والوں کے لیے لکھ لیا: “{ $text }”۔ میں بتا دوں گا، لیکن وعدہ نہیں کر سکتا۔
when-pickup = { $day } کو یہاں سے لے سکتے ہیں: { $list }۔
when-store = { $store }، { $closes } تک
when-no_pickup = { $day } کو ہماری کسی دکان سے وقت پر لینا ممکن نہیں۔
again-order = آپ کے آرڈر { $number } سے، آج کی قیمتوں پر:
answer-elsewhere = مجھے صرف ہماری اپنی قیمتیں معلوم ہیں، دوسری دکانوں کی قیمت نہیں بتا سکتا۔
answer-elsewhere_tax = قیمت میں ٹیکس شامل ہے۔
