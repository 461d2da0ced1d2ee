"""Maker of the first Word shells; documents are written without it."""
