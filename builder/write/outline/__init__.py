"""Plain outline of a document, for goldens and reviewers."""
