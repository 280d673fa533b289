"""Who wants to be told what happens in the shop, and in which words."""
