"""Use cases: stages joined, files read and written. They return values and never print."""
