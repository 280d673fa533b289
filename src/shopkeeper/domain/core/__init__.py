"""Values every noun is made of: money, ids, digests, expected refusals."""
