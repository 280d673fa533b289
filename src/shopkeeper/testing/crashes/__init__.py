"""Killing the real server at chosen moments, buying in it all the same, and counting what is left."""
