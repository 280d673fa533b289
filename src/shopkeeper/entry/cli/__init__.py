"""The `shopkeeper` command."""
