"""Nouns of the law: frozen and typed; they know nothing of YAML or of pages."""
