# Ce que dit la page avec le champ de carte du prestataire.

paypage-title = Payer { $shop }
paypage-card = Carte
paypage-pay = Payer { $amount }
paypage-back = Retour à la boutique sans payer
paypage-private = Votre numéro de carte va directement au prestataire de paiement. { $shop } ne le voit jamais.
paypage-paid = Paiement accepté
paypage-paid_text = La boutique est prévenue. Vous pouvez fermer cette page.
paypage-over = Ce paiement est clos
paypage-over_text = Il n’y a plus rien à payer ici. La boutique vous indique où vous en êtes.
paypage-trouble = Cela n’a pas abouti et rien n’a été débité. Réessayez ou utilisez une autre carte.
paypage-to_shop = Retour à la boutique
paypage-total = Total
paypage-rest = Livraison et remises
paypage-waiting = Un instant, s’il vous plaît
paypage-keep = Enregistrer cette carte pour la prochaine fois chez { $shop }. Vous pouvez la supprimer quand vous voulez.
