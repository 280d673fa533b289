# Ce qui est dit des cartes cadeaux et des avoirs.

credit-applied = Il reste { $amount } sur { $title } ; elle paie ce qu’elle peut.
credit-already = Une carte cadeau est déjà comptée.
credit-ask_code = Écrivez ici le code de votre carte cadeau : elle paiera ce qu’elle peut de votre commande. Le reste se paie autrement.
credit-gift_card = Carte cadeau
credit-store_credit = Avoir
refusal-credit_over = La carte cadeau { $label } a expiré le { $at }.
refusal-credit_spent = Il ne reste rien sur la carte cadeau { $label }.
refusal-credit_gone = Le solde de votre carte cadeau a changé. Rien n’a été débité ; regardez le nouveau total.
ask-consent_split = Le total est de { $total } : { $credit } par votre carte cadeau et { $due } à payer. Je passe la commande ?
