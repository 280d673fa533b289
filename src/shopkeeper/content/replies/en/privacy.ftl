# What is said when somebody shows a card number. It is taken out before anything is kept.

privacy-card_masked = I took a card number out of your message and did not keep it. Please never type card details here; you enter them only on the secure payment page.
privacy-card_photo = There is a card number on that photo, so I did not keep or read the photo. Please enter card details only on the secure payment page.
