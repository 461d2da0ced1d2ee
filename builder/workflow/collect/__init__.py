"""The yearly collection: the only floor that touches its files."""
