"""Returned files to answers: tolerant of people, strict with files; nothing is dropped silently."""
