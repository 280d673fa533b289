# Ce qu'apporte un modèle de langage : il n'est jamais nommé et n'est jamais la raison d'une promesse.

model-reduced = Je suis en ce moment dans un mode plus simple, des phrases claires et courtes m'aident le mieux. Votre panier, le paiement et les commandes fonctionnent comme toujours.

propose-clear_cart = Voulez-vous que je vide votre panier ?
propose-cancel = Voulez-vous que j'arrête ce que nous faisions ?
propose-start_over = Voulez-vous repartir de zéro, avec un panier vide ?
propose-ask_person = Voulez-vous que je fasse venir une personne de l'équipe ?
