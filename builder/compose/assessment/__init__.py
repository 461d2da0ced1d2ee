"""Documents of an assessment (Rules, points 17-19): report, extracts, letters, tables, draft plan."""
