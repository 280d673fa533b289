"""Shop packs: folders of plain files that make a whole shop."""
