"""Ranked lists (Rules, point 13 2) and 3)): plain measures of risks, factors and measures, then judgement."""

from collections.abc import Iterator

from builder.base.inline import Run
from builder.base.quantity import NBSP
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Cell, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.cells import bold, lines, share_of
from builder.compose.assessment.entries import entry_words
from builder.compose.assessment.telling import Telling, code_anchor, entry_anchor, linked
from builder.compose.items import band, cell, header
from builder.compose.voice import said
from builder.model.ranking import Entry, Interval, Measures, Move, Ranking

_COLUMNS = ("band", "groups_yes", "years_yes", "described", "linked", "confidence", "judgement")
_WIDTHS = (2.3, 2.9, 2.1, 2.5, 2.9, 2.4, 2.9)
_UNMEASURED = 4
"""Columns that an entry without answers has no use for."""
_MOVED = ("entry", "up", "down", "drops")
_MOVED_WIDTHS = (1.5, 5.0, 5.0, 4.0)


def ranked(telling: Telling, number: int, annex: int) -> Iterator[Block]:
    """Every list of the method; `annex` has the method, `number` is that of the chapter."""
    where = telling.label("in_annex", number=annex)
    yield telling.body("ranking_lead", annex=where)
    titles = {one.item: telling.voice.words(one.title) for one in telling.content.method.ranked}
    for position, ranking in enumerate(telling.dossier.rankings, 1):
        title = titles[ranking.item]
        name = f"ranked{ranking.item}"
        yield telling.heading(3, f"{number}.{position}. {title} ({ranking.item})", name)
        yield from _list(telling, ranking, title)


def _list(telling: Telling, ranking: Ranking, title: str) -> Iterator[Block]:
    rows = [row for entry in ranking.entries if entry.band for row in _entry(telling, entry)]
    unranked = [entry for entry in ranking.entries if not entry.band]
    if unranked:
        rows.append(band(telling.label("unranked"), len(_WIDTHS)))
    rows += [_unranked(telling, entry) for entry in unranked]
    head = header(*(telling.label(key) for key in _COLUMNS))
    yield Table(TableKind.GRID, _WIDTHS, tuple(rows), title, header=(head,))
    said_yes = [one for one in ranking.others if one.breadth.count]
    for one in said_yes:
        groups = share_of(telling, one.breadth.count, one.breadth.of)
        words = telling.label("others", code=one.code, words=entry_words(telling, one.code), of=groups)
        yield Paragraph(said(words), Style.NOTE, entry_anchor(one.code))
    yield from _stability(telling, ranking)


def _entry(telling: Telling, entry: Entry) -> Iterator[Row]:
    """The words of an entry, and under them what was measured."""
    words = f"{entry.code}. {entry_words(telling, entry.code)}"
    yield band(words, len(_WIDTHS), entry_anchor(entry.code))
    one = entry.measures
    cells = (
        _place(telling, entry),
        _groups(telling, one),
        cell(_counted(telling, one.persistence)),
        cell(_counted(telling, one.substance)),
        _linked(telling, one),
        cell(_confidence(telling, entry)),
        _judged(telling, entry),
    )
    yield Row(cells, whole=True)


def _unranked(telling: Telling, entry: Entry) -> Row:
    """An entry that nobody answered: there is nothing to measure but the linked data."""
    words = f"{entry.code}. {entry_words(telling, entry.code)}"
    said_of = Cell((Paragraph(said(words), Style.CELL, entry_anchor(entry.code)),), columns=_UNMEASURED)
    cells = (
        said_of,
        _linked(telling, entry.measures),
        cell(_confidence(telling, entry)),
        _judged(telling, entry),
    )
    return Row(cells, whole=True)


def _place(telling: Telling, entry: Entry) -> Cell:
    return lines(telling.label("band_words", band=entry.band), telling.label("place", place=entry.place))


def _groups(telling: Telling, one: Measures) -> Cell:
    """Breadth with its interval and the year it is of."""
    if not one.breadth.of or one.year is None:
        return cell(telling.voice.label("value_not_answered"))
    return lines(
        _counted(telling, one.breadth),
        interval(telling, one.breadth),
        telling.label("in_year", year=one.year),
    )


def _counted(telling: Telling, found: Interval) -> str:
    return share_of(telling, found.count, found.of) if found.of else "–"


def interval(telling: Telling, found: Interval) -> str:
    """`9–91 %`, in whole percent."""
    low, high = (round(bound * 100) for bound in (found.low, found.high))
    return telling.label("interval", low=low, high=high).replace(" %", f"{NBSP}%")


def _linked(telling: Telling, one: Measures) -> Cell:
    """How many linked codes have a value, and which are linked; they stand in the annex."""
    if not one.linked_codes:
        return cell("–")
    codes = dict.fromkeys(figure.code for figure in one.linked)
    where = linked((code, code_anchor(code)) for code in codes)
    return lines(share_of(telling, one.linked_count, one.linked_codes), where)


def _confidence(telling: Telling, entry: Entry) -> str:
    steps = telling.content.method.confidence
    return telling.voice.words(next(step.name for step in steps if step.level == entry.confidence))


def _judged(telling: Telling, entry: Entry) -> Cell:
    if entry.class_ is None:
        return cell(telling.label("unjudged"))
    marks = telling.label("judged", probability=entry.probability, consequence=entry.consequence)
    return lines(bold(class_name(telling, entry.class_)), marks)


def class_name(telling: Telling, value: int) -> str:
    return telling.voice.words(next(one.name for one in telling.content.method.classes if one.value == value))


def _stability(telling: Telling, ranking: Ranking) -> Iterator[Block]:
    """How far entries move when a group is left out or a weight changes (sensitivity).

    Not in public: a group may be one body, and its place would tell what it answered.
    """
    if telling.public or not any(entry.band for entry in ranking.entries):
        return
    moving = [entry for entry in ranking.entries if entry.moves]
    if not moving:
        yield Paragraph(_run_in(telling, "stability", telling.label("stable")), Style.NOTE)
        return
    yield Paragraph(_run_in(telling, "stability", telling.label("stability_lead")), Style.NOTE, keep=True)
    rows = tuple(
        Row(
            (
                cell(entry.code, bold=True),
                *(cell(_farthest(telling, entry, sign)) for sign in (1, -1)),
                cell(_drops(telling, entry)),
            ),
            whole=True,
        )
        for entry in moving
    )
    head = header(*(telling.label(key) for key in _MOVED))
    yield Table(TableKind.GRID, _MOVED_WIDTHS, rows, telling.label("stability"), header=(head,))


def _run_in(telling: Telling, key: str, words: str) -> Inlines:
    return (Run(f"{telling.label(key)}. ", strong=True), *said(words))


def _farthest(telling: Telling, entry: Entry, sign: int) -> str:
    """The greatest move in one direction, with what causes it; others of the same length are named too."""
    moves = [move for move in entry.moves if move.places * sign > 0]
    most = max((abs(move.places) for move in moves), default=0)
    found = dict.fromkeys(_move(telling, move) for move in moves if abs(move.places) == most)
    return "; ".join(found) or "–"


def _drops(telling: Telling, entry: Entry) -> str:
    """Groups without which nobody has answered the entry any more."""
    groups = [telling.label("without_section", section=move.name) for move in entry.moves if move.unranked]
    return "; ".join(groups) or "–"


def _move(telling: Telling, move: Move) -> str:
    places = abs(move.places)
    if move.kind == "group":
        return telling.label("move_group", places=places, section=move.name)
    measures = {one.id.value: telling.voice.words(one.name) for one in telling.content.method.measures}
    percent = f"{'+' if move.percent > 0 else '−'}{abs(move.percent)}"
    return telling.label("move_weight", places=places, measure=measures[move.name], percent=percent)
