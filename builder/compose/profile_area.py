"""Where the risk lies for a subject: groups, places and signs that it meets, each with the reason."""

from collections.abc import Iterator

from builder.base import ids
from builder.blocks.tree import Block, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.items import band, bare, calm, cell, entry, header
from builder.compose.voice import Voice, said
from builder.model.indicators import IndicatorList
from builder.model.subjects import Subject

_WIDTHS = (3.0, 2.0)
_SHORT = 40
"""A lead so short (`Кроме этого, в ходе:`) completes its entries; a longer one repeats the heading."""


def area(voice: Voice, subject: Subject) -> Iterator[Block]:
    file = voice.content.indicators
    for kind, label, column, lists in (
        ("group", "profile_groups", "profile_group", file.groups),
        ("place", "profile_places", "profile_place", file.places),
    ):
        rows = tuple(_rows(voice, subject, kind, lists))
        if rows:
            yield Heading(3, said(voice.label(label)))
            yield _table(voice, column, rows)


def signs(voice: Voice, subject: Subject) -> Iterator[Block]:
    rows = tuple(_rows(voice, subject, "sign", voice.content.indicators.signs))
    if rows:
        yield _table(voice, "profile_sign", rows)
    else:
        yield Paragraph(said(voice.label("profile_no_signs")), Style.BODY)


def _table(voice: Voice, label: str, rows: tuple[Row, ...]) -> Table:
    words = voice.label(label)
    return Table(TableKind.GRID, _WIDTHS, rows, words, header=(header(words, voice.label("profile_seen")),))


def _rows(voice: Voice, subject: Subject, kind: str, lists: tuple[IndicatorList, ...]) -> Iterator[Row]:
    for one in lists:
        met = [(item, item.concern(subject.id)) for item in one.entries]
        if any(concern for _, concern in met):
            yield band(_list_title(voice, one), len(_WIDTHS), ids.indicator(kind, one.id))
        for item, concern in met:
            if concern is not None:
                anchor = ids.indicator(kind, item.id)
                why = cell(voice.words(concern.why))
                yield Row((cell(entry(voice, item.text), anchor=anchor), why), whole=True)


def _list_title(voice: Voice, one: IndicatorList) -> str:
    """The heading without the number it has in the SOP."""
    words = bare(calm(voice, one.title).lstrip("0123456789. "))
    lead = "" if one.lead is None else voice.words(one.lead)
    return f"{words}. {lead}" if 0 < len(lead) <= _SHORT else words
