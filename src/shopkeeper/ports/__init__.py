"""Seams: `ls ports` is the list of everything replaceable."""
