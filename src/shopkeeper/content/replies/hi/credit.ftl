# उपहार कार्ड और दुकान के बैलेंस के बारे में।

credit-applied = { $title } में { $amount } बचे हैं; जितना हो सके उतना उससे चुकाया जाएगा।
credit-gift_card = उपहार कार्ड
credit-store_credit = दुकान का बैलेंस
refusal-credit_over = उपहार कार्ड { $label } की अवधि { $at } को समाप्त हो गई।
refusal-credit_spent = उपहार कार्ड { $label } में कुछ नहीं बचा है।
refusal-credit_gone = आपके उपहार कार्ड का बैलेंस बदल गया है। कुछ नहीं काटा गया; कृपया नई कुल राशि देखें।
ask-consent_split = कुल { $total } है: { $credit } उपहार कार्ड से और { $due } देना है। क्या मैं ऑर्डर कर दूँ?
