"""What the shopper has chosen so far; nothing here is reserved or promised."""
