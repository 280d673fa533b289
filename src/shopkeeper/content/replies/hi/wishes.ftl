# Notes for an order, when it is needed, and what other shops charge.

wish-noted = पैक करने वालों के लिए लिख लिया: “{ $text }”। मैं बता दूँगा, पर वादा नहीं कर सकता।
wish-gift_noted = आपका उपहार संदेश ऑर्डर के साथ शब्दशः जाएगा: “{ $text }”
wish-gift_changed = बदल दिया। उपहार संदेश अब है: “{ $text }”
wish-gift_off = उपहार संदेश हटा दिया गया है।
wish-gift_none = इस ऑर्डर पर अभी कोई उपहार संदेश नहीं है।
wish-gift_ask = उपहार संदेश में क्या लिखें? “उपहार संदेश:” लिखें और फिर शब्द, { $most } अक्षरों तक।
refusal-gift_note_too_long = उपहार संदेश में { $length } अक्षर हैं, कार्ड पर { $most } आते हैं। कृपया छोटा भेजें; कुछ नहीं बदला है।
when-pickup = { $day } को यहाँ से ले सकते हैं: { $list }।
when-store = { $store }, { $closes } तक
when-no_pickup = { $day } को समय पर किसी दुकान से लेना संभव नहीं है।
again-order = आपके ऑर्डर { $number } से, आज की क़ीमतों पर:
answer-elsewhere = मुझे केवल अपनी दुकान की क़ीमतें मालूम हैं, दूसरी दुकानों की क़ीमत मैं नहीं बता सकता।
answer-elsewhere_tax = क़ीमत में कर शामिल है।
answer-elsewhere_tax_added = इसमें कर अलग से जुड़ता है।
tip-given = { $tip } टिप, धन्यवाद। भुगतान होने तक इसे बदला जा सकता है।
tip-off = कोई टिप नहीं।
tip-none = इस ऑर्डर पर कोई टिप नहीं है।
ask-tip = आप कितना देना चाहेंगे? प्रतिशत या राशि बताएं, या चुनें।
choice-tip = { $percent } %
choice-no_tip = कोई टिप नहीं
refusal-tips_not_taken = यह दुकान टिप नहीं लेती।
refusal-tip_too_large = { $tip } यहां दी जा सकने वाली टिप { $most } से ज़्यादा है। कुछ नहीं बदला गया।
