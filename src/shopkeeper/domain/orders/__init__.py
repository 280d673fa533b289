"""What was bought. An order never changes; what happens to it is appended."""
