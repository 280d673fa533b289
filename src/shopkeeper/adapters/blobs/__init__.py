"""Where shoppers' files lie."""
