"""The answers of one collection: SQLite, one file, one transaction per received file."""
