"""PDF: fillable, PDF/UA-1 and PDF/A-2a at once, laid out by `templates/pdf`."""
