"""Rows to table files: CSV, XLSX and Parquet, row by row, so that memory does not grow with them."""
