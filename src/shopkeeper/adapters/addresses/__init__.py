"""Who knows how addresses are written."""
