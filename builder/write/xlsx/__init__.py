"""A form as a workbook."""
