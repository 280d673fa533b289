"""What is sold: products, their variants and the offers on them."""
