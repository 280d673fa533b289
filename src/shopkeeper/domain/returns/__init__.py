"""Sending things back: what may be returned until when, what is refunded, and where a return stands."""
