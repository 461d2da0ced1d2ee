"""Raw Word XML: packing, relationships, runs, content controls, properties, and reading it back."""
