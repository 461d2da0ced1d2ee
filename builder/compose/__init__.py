"""Content to documents: one document kind per file, listed in one tuple."""
