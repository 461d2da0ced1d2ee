"""The Word writer: a tree of blocks into an official DOCX."""
