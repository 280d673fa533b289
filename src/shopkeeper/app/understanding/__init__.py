"""Understanding by rules: shop grammar and the catalog index, composed into acts."""
