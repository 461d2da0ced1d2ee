"""Qagida: bilingual legal content in YAML, rendered as official documents."""

__version__ = "0.1.0"
