# Notes for an order, when it is needed, and what other shops charge.

wish-noted = पैक करने वालों के लिए लिख लिया: “{ $text }”। मैं बता दूँगा, पर वादा नहीं कर सकता।
when-pickup = { $day } को यहाँ से ले सकते हैं: { $list }।
when-store = { $store }, { $closes } तक
when-no_pickup = { $day } को समय पर किसी दुकान से लेना संभव नहीं है।
again-order = आपके ऑर्डर { $number } से, आज की क़ीमतों पर:
answer-elsewhere = मुझे केवल अपनी दुकान की क़ीमतें मालूम हैं, दूसरी दुकानों की क़ीमत मैं नहीं बता सकता।
answer-elsewhere_tax = क़ीमत में कर शामिल है।
