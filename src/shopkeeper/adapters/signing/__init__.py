"""Making and checking signatures: sale bundles (Ed25519 JWS) and webhooks (Standard Webhooks)."""
