"""Nouns of the page: the neutral document tree that every writer must answer for."""
