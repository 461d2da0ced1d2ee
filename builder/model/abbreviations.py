"""Abbreviations of a document with the words they stand for."""

from dataclasses import dataclass

from builder.base.place import Place
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: Text
    full: Text
    place: Place
