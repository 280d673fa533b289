# Ce qui est dit quand quelqu’un montre un numéro de carte. Il est retiré avant tout enregistrement.

privacy-card_masked = J’ai retiré un numéro de carte de votre message et ne l’ai pas conservé. N’écrivez jamais de données de carte ici ; elles se saisissent uniquement sur la page de paiement sécurisée.
privacy-card_photo = Cette photo montre un numéro de carte : je ne l’ai ni conservée ni lue. Saisissez les données de carte uniquement sur la page de paiement sécurisée.
