"""Holds the content against an official publication, word by word, and says what differs."""
