"""From cart to consent: quote, digest, delivery choice, and the states of a checkout (UCP)."""
