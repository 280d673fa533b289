# Что говорится о подарочных картах и балансе.

credit-applied = На { $title } осталось { $amount }; она оплатит, сколько сможет.
credit-gift_card = Подарочная карта
credit-store_credit = Баланс в магазине
refusal-credit_over = Срок подарочной карты { $label } истёк { $at }.
refusal-credit_spent = На подарочной карте { $label } ничего не осталось.
refusal-credit_gone = Остаток на подарочной карте изменился. Деньги не списаны; посмотрите новую сумму.
ask-consent_split = Итого { $total }: { $credit } с подарочной карты и { $due } к оплате. Оформить заказ?
