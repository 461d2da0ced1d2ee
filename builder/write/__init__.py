"""Tree of blocks to bytes: one folder per format."""
