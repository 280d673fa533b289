# भुगतान सेवा के कार्ड फ़ील्ड वाले पेज के शब्द।

paypage-title = { $shop } को भुगतान
paypage-card = कार्ड
paypage-pay = { $amount } का भुगतान करें
paypage-back = बिना भुगतान दुकान पर वापस
paypage-private = आपका कार्ड नंबर सीधे भुगतान सेवा को जाता है। { $shop } उसे कभी नहीं देखता।
paypage-paid = भुगतान स्वीकृत
paypage-paid_text = दुकान को बता दिया गया है। आप यह पेज बंद कर सकते हैं।
paypage-over = यह भुगतान बंद है
paypage-over_text = यहाँ भुगतान के लिए कुछ नहीं है। मौजूदा स्थिति आप दुकान में देख सकते हैं।
paypage-trouble = भुगतान नहीं हो पाया और कुछ नहीं काटा गया। कृपया फिर कोशिश करें या दूसरा कार्ड लें।
paypage-to_shop = दुकान पर वापस
paypage-total = कुल
paypage-rest = डिलीवरी और छूट
paypage-waiting = एक क्षण रुकिए
paypage-keep = यह कार्ड { $shop } में अगली बार के लिए सहेजें। आप इसे कभी भी हटा सकते हैं।
