"""Shop grammar: how words, numbers, money, addresses and references are read, in any of the shop's languages."""
