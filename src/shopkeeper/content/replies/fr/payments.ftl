# Ce qui est dit des paiements. Jamais de reproche, jamais de plaisanterie sur l'argent, et toujours ce qu'il devient.

payment-order_placed = Merci. Le paiement de { $amount } est approuvé et votre commande { $number } est passée.
payment-pickup_code = Votre code de retrait est { $code }.
payment-page = Veuillez terminer le paiement de { $amount } sur la page de paiement sécurisée. Je reprends ici dès que c'est fait.
payment-checking = Le service de paiement n'a pas encore répondu. Je vérifie ; vous ne serez pas débité deux fois.
payment-declined_bank = Le paiement n'a pas été approuvé et rien n'a été débité. La banque n'a pas donné de raison.
payment-declined_limit = Le paiement n'a pas été approuvé à cause d'un plafond de ce moyen de paiement. Rien n'a été débité.
payment-declined_card_details = Le paiement n'a pas été approuvé car certaines données de la carte ne correspondaient pas. Rien n'a été débité.
payment-declined_verification = La vérification supplémentaire auprès de la banque n'a pas été terminée. Rien n'a été débité.
payment-declined_unavailable = Le service de paiement est injoignable pour le moment. Rien n'a été débité.
payment-kept_until = Je garde vos articles pour vous jusqu'à : { $until }.
payment-other_ways = Souhaitez-vous réessayer ou utiliser une autre carte ?
payment-other_ways_pickup = Souhaitez-vous réessayer, utiliser une autre carte ou payer au retrait ?
payment-not_charged = Le paiement n'a pas été terminé. Rien n'a été débité.
payment-returned = Un paiement de { $amount } est arrivé pour un achat qui n'est plus ouvert. Je le rembourse en totalité ; vous n'avez rien à faire.
payment-returned_stock_gone = { $title } a été épuisé pendant la vérification du paiement. Je rembourse les { $amount } en totalité ; vous n'avez rien à faire.
refusal-stock_gone = { $title } vient d'être épuisé. Rien n'a été débité.
refusal-not_agreed = Cet achat a changé depuis votre accord. Rien n'a été débité ; veuillez regarder le nouveau total.
