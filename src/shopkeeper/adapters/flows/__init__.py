"""Flows from files: reading, compiling, checking, drawing, and new ones from templates."""
