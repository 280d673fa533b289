# خریداری کے بعد: واپسی، اپائنٹمنٹ، فٹ، تحفے، لوگ، رازداری۔

return-none = مجھے یہاں کوئی ایسا آرڈر نظر نہیں آتا جو واپس ہو سکے۔ اکاؤنٹ سے آرڈر کیا تھا تو پہلے سائن اِن کریں۔
return-not_found = مجھے یہاں آپ کا آرڈر { $number } نہیں ملا۔ اگر آپ کا ہے تو پہلے سائن اِن کریں؛ صرف نمبر کچھ ثابت نہیں کرتا۔
return-no_such_line = آرڈر { $number } میں وہ نہیں ہے۔ اس میں یہ ہے:
return-only_unopened = { $titles } حفظانِ صحت کی وجہ سے صرف بند حالت میں واپس ہو سکتے ہیں۔
exchange-same = { $title } آپ کے پاس پہلے سے ہے۔
return-draft = آرڈر { $number } کی واپسی تیار ہے: { $refund } اسی ادائیگی کے طریقے سے واپس آئیں گے۔
return-draft_withdrawal = آرڈر { $number } سے دستبرداری تیار ہے: { $refund } اسی ادائیگی کے طریقے سے واپس آتے ہیں۔
return-draft_replacement = آرڈر { $number } سے تبدیلی تیار ہے: آپ کو نیا بھیجا جائے گا اور پرانا ہمارے پاس واپس آئے گا۔
return-draft_exchange = آرڈر { $number } سے تبدیلی تیار ہے: { $old } ہمارے پاس واپس آئے گا اور بدلے میں آپ کو { $new } ملے گا۔ { $balance ->
    [more] یہ واپس جانے والی چیز کے لیے ادا کی گئی رقم سے { $difference } مہنگا ہے۔
    [less] یہ سستا ہے: { $difference } اسی ادائیگی کے طریقے سے واپس آئیں گے۔
   *[even] قیمت وہی ہے۔
}
return-order_of = آرڈر کیا گیا { $placed_at }
return-canceled = ٹھیک ہے، کچھ واپس نہیں ہو رہا۔
claim-sorry = ہمیں افسوس ہے۔
claim-person_looks = شکریہ۔ ٹیم کا ایک فرد آپ کی تصویریں دیکھ کر فیصلہ کرے گا۔ تب تک آپ کے خلاف کچھ طے نہیں۔
return-denied_not_delivered = آرڈر { $number } ابھی پہنچا نہیں، اس لیے واپس کرنے کو کچھ نہیں۔ منسوخ کرنا ہو تو میں کسی ساتھی کو بلا سکتا ہوں۔
return-denied_canceled = آرڈر { $number } منسوخ ہو چکا؛ واپس کرنے کو کچھ نہیں۔
return-denied_returned_already = آرڈر { $number } کی یہ چیز پہلے ہی واپس آ رہی ہے یا آ چکی ہے۔
return-denied_excluded = { $title } ہمارے واپسی کے وعدے میں شامل نہیں۔
return-denied_window_over = آرڈر { $number } کا { $title } { $delivered } کو پہنچا تھا۔ ہمارے { $days } دن { $last_day } کو ختم ہوئے، واپسی کا وعدہ اب لاگو نہیں۔
return-law_still = قانون کے مطابق آپ { $last_day } تک اس خریداری سے دستبردار ہو سکتے ہیں۔ چاہیں تو لکھیں “I withdraw from { $number }”۔
return-law_over = { $days } دن کا قانونی حق بھی { $last_day } کو ختم ہو گیا۔
return-case = آپ کے معاملے کا نمبر { $rma } ہے۔ اگر آپ متفق نہیں تو دوبارہ دیکھنے کا کہیں: یہ وہ شخص دیکھے گا جس نے فیصلہ نہیں کیا۔
return-appealed = میں معاملہ { $rma } ایسے شخص کو دے رہا ہوں جس نے فیصلہ نہیں کیا۔
return-return_already = واپسی { $rma } پہلے سے درج ہے۔
return-return_requested = واپسی { $rma } درج ہے، { $at }۔ ساتھی ایک کام کے دن میں فیصلہ کریں گے؛ { $refund } واپس آئیں گے۔
return-return_approved = واپسی { $rma } درج ہے، { $at }، اور منظور ہے۔ سامان پہنچنے پر { $refund } واپس آئیں گے۔
return-replacement_requested = تبدیلی { $rma } درج ہے، { $at }۔ ٹیم کا ایک فرد ایک کاروباری دن میں دیکھ کر یہیں بتائے گا۔
return-replacement_approved = تبدیلی { $rma } درج ہے، { $at }، اور منظور ہے۔ پرانا پہنچنے پر نیا بھیجا جائے گا۔
return-exchange_requested = تبدیلی { $rma } درج ہے، { $at }۔ { $new } آپ کے لیے { $until } تک رکھا ہے۔ { $balance ->
    [more] { $difference } مزید ادا کرنے ہیں: ٹیم کا ایک فرد ایک کاروباری دن میں یہیں بتائے گا کیسے، اس سے پہلے کچھ نہیں کاٹا جائے گا۔
   *[other] ٹیم کا ایک فرد ایک کاروباری دن میں فیصلہ کر کے یہیں بتائے گا۔
}
return-exchange_approved = تبدیلی { $rma } درج ہے، { $at }، اور منظور ہے۔ { $new } آپ کے لیے { $until } تک رکھا ہے۔ { $ships ->
    [at_once] یہ ابھی بھیجا جا رہا ہے؛ براہ کرم پہلے والا واپس بھیجیں۔
   *[after_arrival] پہلے والا پہنچنے پر یہ بھیجا جائے گا۔
} { $balance ->
    [more] اس سے پہلے { $difference } ادا کرنے ہیں۔
    [less] سامان پہنچنے پر { $difference } واپس آئیں گے۔
   *[even] کچھ ادا نہیں کرنا۔
}
return-exchange_changed = قیمت بدل گئی ہے، اس لیے ابھی کچھ درج نہیں۔ { $new } کے لیے: { $balance ->
    [more] واپس جانے والی چیز کے لیے ادا کی گئی رقم سے { $difference } زیادہ۔
    [less] { $difference } واپس آئیں گے۔
   *[even] نہ کچھ ادا کرنا ہے، نہ کچھ واپس آئے گا۔
}
return-return_rejected = واپسی { $rma } منظور نہیں ہوئی۔
return-return_overturned = کسٹمر سروس نے معاملہ { $rma } دوبارہ دیکھا، { $at }، اور خیر سگالی میں آپ کے حق میں فیصلہ کیا۔ سامان پہنچنے پر { $refund } واپس آئیں گے۔
return-return_canceled = واپسی { $rma } منسوخ ہو گئی۔
return-arrived = واپسی { $rma } پہنچ گئی۔ آرڈر { $number } کے { $refund } اب آپ کو واپس جا رہے ہیں۔
return-arrived_settled = واپسی { $rma } پہنچ گئی اور مکمل ہے: اس کی رقم پہلے ہی واپس جا چکی ہے۔
return-arrived_exchange = تبادلہ { $rma }: پرانی چیز پہنچ گئی، { $new } اب بھیجی جا رہی ہے۔
return-arrived_replacement = تبادلہ { $rma }: پرانی چیز پہنچ گئی، نئی اب بھیجی جا رہی ہے۔
return-arrived_refused = واپسی { $rma } پہنچ گئی لیکن قبول نہیں کی جا سکی۔ { $note }
return-status_draft = آپ کی ہاں کا انتظار
return-status_requested = درخواست دی گئی
return-status_approved = منظور
return-status_rejected = نامنظور
return-status_received = موصول
return-status_inspected = جانچا گیا
return-status_resolved = رقم واپس
return-status_canceled = منسوخ
return-reason_too_small = بہت چھوٹا
return-reason_too_large = بہت بڑا
return-reason_not_as_expected = توقع کے مطابق نہیں
return-reason_changed_mind = اب ضرورت نہیں
return-reason_damaged = ٹوٹا ہوا پہنچا
return-reason_faulty = خراب
return-reason_wrong_item = غلط چیز
return-reason_not_stated = وجہ نہیں بتائی
return-goods = سامان، رعایت نکال کر
return-refund = آپ کو واپس ملے گا
return-instead = بدلے میں: { $title }
return-to_pay = ادا کرنے ہیں

withdrawal-denied_window_over = آرڈر { $number } سے دستبرداری کا حق { $last_day } کو ختم ہوا، { $delivered } کی ترسیل کے { $days } دن بعد۔
withdrawal-denied_excluded = قانون { $title } کو اس حق سے باہر رکھتا ہے۔

ask-return_order = کس آرڈر کی بات ہے؟
ask-return_line = آرڈر { $number } میں سے کیا واپس کرنا چاہتے ہیں؟
ask-exchange_line = آرڈر { $number } میں سے آپ کیا بدلنا چاہتے ہیں؟
ask-exchange_for = { $title } کی جگہ آپ کو کیا چاہیے؟
ask-exchange_else = { $title } کی کوئی اور قسم ابھی نہیں بھیج سکتا۔ کون سا دوسرا سامان چاہیے، یا رقم واپس؟
ask-return = کیا { $refund } کی یہ واپسی درج کروں؟ وجہ بتا سکتے ہیں، ضروری نہیں۔
ask-replacement = کیا میں یہ تبدیلی درج کر دوں؟
ask-withdrawal = کیا { $refund } کی یہ دستبرداری درج کروں؟
ask-faulty = کیا { $title } خراب ہے؟ تب دوسرے حقوق لاگو ہوتے ہیں۔
ask-appeal = کیا کوئی ایسا شخص، جس نے فیصلہ نہیں کیا، معاملہ { $rma } دوبارہ دیکھے؟
ask-claim_photo = جلدی حل کے لیے: براہ کرم { $title } کی ایک اور تصویر بھیجیں جس میں ڈبے کا لیبل پڑھا جا سکے۔
ask-claim_wish = آپ کو نیا { $title } چاہیے یا رقم واپس؟
ask-window = { $title } کے لیے کون سا وقت ٹھیک ہے؟
ask-service = آپ کیا بک کرنا چاہیں گے؟
ask-booking = کیا { $staff } کے ساتھ { $title } بک کروں، { $starts_at }، { $price } دکان پر ادا کرنے ہیں؟
ask-add_it = کیا { $title } کارٹ میں ڈالوں؟
ask-erase = کیا ابھی مٹا دوں؟ یہ واپس نہیں ہو سکتا۔
ask-gift = انہیں کیا پسند ہے؟
ask-callback = کیا آپ فون پر بات چاہیں گے؟ ہم اوقاتِ کار کے { $hours } گھنٹوں میں فون کرتے ہیں۔
ask-phone = کس نمبر پر فون کریں؟

choice-everything = سب کچھ
choice-faulty_yes = ہاں، خراب ہے
choice-faulty_no = نہیں
choice-appeal = دوبارہ دیکھیں
choice-no_photo = میرے پاس اور تصویر نہیں
choice-replacement = نیا چاہیے
choice-refund = رقم واپس
choice-erase_yes = مٹائیں
choice-erase_no = رکھیں
choice-chat = یہیں جواب دیں
choice-call = مجھے فون کریں

action-withdraw = دستبردار ہوں
action-send_back = واپس بھیجیں
action-exchange = تبدیل کریں
action-keep_it = رکھیں
action-book = بک کریں
action-cancel_booking = منسوخ کریں

booking-none = مجھے کوئی مناسب خالی وقت نہیں ملا۔
booking-free = { $title } کے خالی اوقات، { $city } کا وقت:
booking-taken = { $starts_at } خالی نہیں۔ قریب ترین اوقات، { $city } کا وقت:
booking-window = { $starts_at }
booking-with = { $staff } کے ساتھ
booking-price = { $price }
booking-held = میں نے { $staff } کے ساتھ { $title } آپ کے لیے روک رکھا ہے: { $starts_at }، { $city } کا وقت۔ یہ { $expires_at } تک ہے۔
booking-held_also = میں نے { $staff } کے ساتھ { $title } آپ کے لیے روک رکھا ہے: { $starts_at }، { $city } کا وقت۔ یہ { $expires_at } تک ہے۔ یہ بھی خالی ہیں: { $others }۔
booking-no_services = یہاں کچھ بک نہیں ہو سکتا۔
booking-moved = بدل دیا: { $staff } کے ساتھ { $title }، { $starts_at }، { $city } کا وقت۔
return-stands = آرڈر { $number } کی واپسی { $rma }: { $status }، { $refund }۔
return-stands_exchange = آرڈر { $number } سے تبدیلی { $rma }، { $new } کے لیے: { $status }۔
return-none_of_yours = مجھے یہاں آپ کی کوئی واپسی نظر نہیں آتی۔
time-no_such_day = اس مہینے میں { $day } تاریخ نہیں: وہ { $last_day } کو ختم ہوتا ہے۔ براہ کرم کوئی اور دن بتائیں۔
booking-no_such_staff = ”{ $name }“ یہاں نہیں ملا۔ { $title }: { $people }۔
ask-cancel_booking = کیا میں اپائنٹمنٹ { $title }، { $starts_at } منسوخ کر دوں؟
add-order_is_placed = آرڈر { $number } دیا جا چکا ہے اور ویسا ہی رہے گا؛ اس سے نیا کارٹ شروع ہوتا ہے۔
refund-line = { $title }: { $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] ، آرڈر کی رعایت ({ $offers }) میں اس کا حصہ { $discount } نکال کر
   *[no] {""}
}{ $taxed ->
    [yes] ، اور { $tax } ٹیکس
   *[no] {""}
}۔ یعنی { $refund }۔
refund-line_plain = { $title }: { $refund }۔
refund-fees = واپس ہونے والی ضمانت اور فیس: { $fees }۔
refund-delivery = ڈیلیوری بھی واپس ہوتی ہے: { $delivery }۔
refund-no_delivery = ڈیلیوری ({ $delivery }) اس میں شامل نہیں: وہ صرف پورے آرڈر سے دستبرداری پر واپس ہوتی ہے۔
refund-total = کل { $refund }۔
refund-exchange = ادا کیے گئے { $credit } میں سے { $new } میں { $balance ->
    [more] سب لگتا ہے اور { $difference } مزید ادا کرنے ہیں۔
    [less] کچھ لگتا ہے اور { $difference } واپس آتے ہیں۔
   *[even] سب لگتا ہے۔
}
booking-none_of_yours = مجھے یہاں آپ کی کوئی اپائنٹمنٹ نظر نہیں آتی۔
booking-confirmed = بک ہو گیا: { $staff } کے ساتھ { $title }، { $starts_at }، { $city } کا وقت۔ { $price } دکان پر ادا کرنے ہیں۔
booking-canceled = { $starts_at } کی اپائنٹمنٹ منسوخ ہے۔
booking-here = { $count ->
    [one] آپ کی اپائنٹمنٹ:
   *[other] آپ کی { $count } اپائنٹمنٹ:
}
booking-add_on = { $title } ({ $price }) بھی ساتھ ہو سکتا ہے۔
booking-status_held = آپ کے لیے روکا ہوا
booking-status_confirmed = بک
booking-status_canceled = منسوخ
booking-status_expired = اب نہیں روکا ہوا

fit-fits = جی ہاں، درج معلومات کے مطابق: { $title } میں { $name } { $declared } ہے، { $value } ٹھیک ہے۔
fit-too_small = نہیں: { $title } { $name } { $declared } کے لیے ہے، { $value } بہت چھوٹا ہے۔ میں نے شامل نہیں کیا۔
fit-too_large = نہیں: { $title } { $name } { $declared } کے لیے ہے، { $value } بہت بڑا ہے۔ میں نے شامل نہیں کیا۔
fit-other_size = نہیں: { $title } میں { $name } { $declared } درج ہے، { $value } نہیں۔ میں نے شامل نہیں کیا۔
fit-unknown = یہ درج نہیں کہ { $title } { $value } کے لیے ٹھیک ہے یا نہیں، اس لیے میں نہیں بتا سکتا۔

gift-options = { $count ->
    [one] آپ کی حدود میں ایک تجویز:
   *[other] آپ کی حدود میں { $count } تجاویز:
}
gift-none = ان حدود میں مجھے کچھ نہیں ملا۔
gift-total = ترسیل سمیت { $total }
gift-total_because = { $name }: { $value } · ترسیل سمیت { $total }
gift-within = ہر ایک { $limit } کے اندر ہے، { $fee } ترسیل سمیت۔
gift-arrives = ابھی آرڈر کرنے پر عام ترسیل { $earliest } اور { $latest } کے درمیان پہنچے گی۔
gift-too_late = عام ترسیل { $earliest } اور { $latest } کے درمیان پہنچے گی؛ مطلوبہ دن کا وعدہ نہیں کر سکتا۔ دکان سے لینا جلد ہوگا۔
gift-declared = بنانے والے نے { $diet } قرار دیا: { $titles }۔
gift-not_declared = { $titles } کے لیے { $diet } درج نہیں، اس لیے میں کوئی دعویٰ نہیں کرتا۔

handoff-queued_open = میں نے ساتھی کو بلایا ہے۔ وہ ہماری گفتگو دیکھتے ہیں، آپ کو دہرانا نہیں پڑے گا۔
handoff-closed_until = اس وقت کوئی نہیں۔ ٹیم { $opens } کو واپس آئے گی اور آپ کا پیغام سب سے پہلے دیکھے گی۔
handoff-position = { $position ->
    [1] اگلی باری آپ کی ہے۔
   *[other] آپ قطار میں { $position } نمبر پر ہیں۔
}
handoff-stays_here = ٹھیک ہے، جواب یہیں آئے گا۔
handoff-callback = درج کر لیا: ساتھی { $phone } پر فون کریں گے۔
handoff-taken = ساتھی اب یہاں ہیں۔
handoff-closed = ساتھی نے کام مکمل کر دیا۔ ضرورت ہو تو میں پھر یہاں ہوں۔
mood-sorry = مجھے افسوس ہے۔

data-nothing = آپ سائن اِن نہیں ہیں؛ اس گفتگو میں لکھے کے سوا میں آپ کے بارے میں کچھ نہیں جانتا۔
data-known = { $name }، ہم رکھتے ہیں: { $addresses ->
    [one] ایک پتہ
   *[other] { $addresses } پتے
}، { $orders ->
    [one] ایک آرڈر
   *[other] { $orders } آرڈر
}، { $cards ->
    [one] ایک محفوظ کارڈ (صرف ٹوکن)
   *[other] { $cards } محفوظ کارڈ (صرف ٹوکن)
} اور یہاں کی گفتگو۔
data-rights = آپ اسے درست کروا، ساتھ لے جا یا مٹوا سکتے ہیں۔
data-guest_only = آپ سائن اِن نہیں ہیں، اس لیے میں یہ گفتگو، تصاویر اور آواز کے پیغامات مٹا سکتا ہوں۔ اکاؤنٹ کے لیے پہلے سائن اِن کریں: یہی ثبوت ہے کہ وہ آپ کا ہے۔
data-goes = فوراً مٹے گا: آپ کا پروفائل، { $addresses ->
    [one] ایک پتہ
   *[other] { $addresses } پتے
}، محفوظ کارڈ، ساری گفتگو، تصاویر، آواز کے پیغامات اور کھلے کارٹ۔
data-stays = ٹیکس قانون کی وجہ سے رہے گا: { $orders ->
    [one] ایک آرڈر کی رسید
   *[other] { $orders } آرڈر کی رسیدیں
}، کسی اور استعمال کے لیے بند، زیادہ سے زیادہ { $until } کے آخر تک۔
data-kept = ٹھیک ہے، کچھ نہیں مٹایا۔
data-erased = ہو گیا۔ آپ کا ڈیٹا مٹا دیا گیا۔ سند: { $certificate }

refusal-return_unknown_order = مجھے یہاں آپ کا آرڈر { $number } نہیں ملا۔
refusal-return_unknown = یہاں ایسی کوئی واپسی نہیں۔
refusal-return_canceled_order = آرڈر { $number } منسوخ ہو چکا؛ واپس کرنے کو کچھ نہیں۔
refusal-return_nothing_left = آرڈر { $number } میں واپس کرنے کو کچھ نہیں بچا۔
refusal-return_not_delivered = آرڈر { $number } ابھی پہنچا نہیں۔
refusal-return_window_over = آرڈر { $number } { $delivered } کو پہنچا تھا؛ ہمارے { $days } دن { $last_day } کو ختم ہوئے۔
refusal-return_excluded = { $title } ہمارے واپسی کے وعدے میں شامل نہیں۔
refusal-return_too_late = واپسی { $rma } کے لیے اب یہ ممکن نہیں۔
refusal-exchange_sold_out = { $title } ابھی ختم ہو گیا، اس لیے تبدیلی درج نہیں کی۔
refusal-exchange_not_paid = اس تبادلے کے لیے ابھی { $amount } ادا کرنا باقی ہے۔
refusal-withdrawal_over = آرڈر { $number } سے دستبرداری کا حق { $last_day } کو ختم ہوا۔
refusal-withdrawal_excluded = قانون { $title } کو اس حق سے باہر رکھتا ہے۔
refusal-service_unknown = یہ یہاں بک نہیں ہو سکتا۔
refusal-booking_unknown = مجھے آپ کی ایسی اپائنٹمنٹ نظر نہیں آتی۔
refusal-booking_fixed = { $starts_at } کی اپائنٹمنٹ اب بدلی نہیں جا سکتی۔
refusal-window_taken = { $starts_at } ابھی ابھی لے لیا گیا۔
refusal-hold_expired = وقت اب روکا ہوا نہیں اور گزر چکا ہے۔
refusal-callback_no_ticket = ابھی کسی سے فون کرنے کو نہیں کہا گیا۔
refusal-handoff_unknown = ایسی کوئی گفتگو نہیں۔
refusal-handoff_not_taken = یہ گفتگو کسی نے نہیں لی۔
refusal-staff_only = یہ صرف عملہ کر سکتا ہے۔
refusal-message_unusable = پیغام خالی یا بہت لمبا ہے۔
refusal-erasure_unproven = آپ کے تحفظ کے لیے ثبوت چاہیے کہ اکاؤنٹ آپ کا ہے۔ تصدیق شدہ اکاؤنٹ سے سائن اِن کریں۔
refusal-erasure_unknown = مٹانے کو کچھ نہیں۔
refusal-erasure_payment_open = ایک ادائیگی جاری ہے۔ اسے مکمل یا منسوخ کریں، پھر کہیں۔

confirm-booking_fee = { $starts_at } میں ایک دن سے کم ہے، اس لیے منسوخی پر { $fee } لگیں گے۔ پھر بھی منسوخ کریں؟
