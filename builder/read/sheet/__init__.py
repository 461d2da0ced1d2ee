"""Sheets of a returned workbook: their cells as words, what lies beside them, and which row is which."""
