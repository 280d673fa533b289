"""Conversations with an aim, as data: what is asked, under which conditions, and which act or command it ends in."""
