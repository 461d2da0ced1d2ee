"""HTML: one page that needs nothing else, laid out by `templates/html`."""
