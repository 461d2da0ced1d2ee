"""Ground floor: languages, places, findings, identifiers, dates and runs of text."""
