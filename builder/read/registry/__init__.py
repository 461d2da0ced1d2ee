"""Tables of respondents, CSV or XLSX, to respondents; every wrong cell is a finding with row and column."""

from builder.read.registry.table import read_table

__all__ = ["read_table"]
