"""Taking in a catalog: what rows say becomes products, offers and stock, or a named problem."""
