"""Exports of surveys: their shapes, and what the names of their columns mean."""
