"""From what happened to what is told outside."""
