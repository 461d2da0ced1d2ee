"""What was done to the questions: wording that changed, items that are gone, questions that were added."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from builder.base.finding import Finding
from builder.base.place import Place
from builder.ooxml.pieces import Line
from builder.read.codes import leading
from builder.read.expected import Expected, Passage
from builder.read.word.gaps import text_of
from builder.read.word.gather import Gathered
from builder.read.word.pairing import Match
from builder.read.wording import same, shortened

GONE = "—"
"""Shown in place of words that are not there any more."""
_MOST_ADDED = 30
"""Added questions that are told of one by one; the words of all are kept as strays."""
_LEFT_COLUMNS = 2
"""Number and question stand in the first two columns, answers after them."""


def altered(
    name: str, form: Expected, lines: Sequence[Line], matches: Sequence[Match | None], gathered: Gathered
) -> Iterator[Finding]:
    """Q761 changed wording, Q762 missing items and fields, Q763 added questions."""
    texts: dict[int, list[str]] = {}
    for line, match in zip(lines, matches, strict=True):
        if match is not None:
            texts.setdefault(match.passage.index, []).append(text_of(line))
    missing = dict(_missing(form, texts))
    for code, words in missing.items():
        yield Finding("Q762", Place(name, at=code), {"expected": shortened(words)})
    yield from _changed(name, form, texts, missing)
    for code, (was, now) in gathered.changed.items():
        yield _rewording(name, code, was, now)
    yield from islice(_added(name, lines, matches, gathered), _MOST_ADDED)


def _missing(form: Expected, texts: dict[int, list[str]]) -> Iterator[tuple[str, str]]:
    """Sections, items and fields of which nothing came back, with their first words.

    What is gone whole stands for its parts.
    """
    gone: set[str] = set()
    by_item: dict[str, list[Passage]] = {}
    for passage in form.passages:
        if passage.item:
            by_item.setdefault(passage.item, []).append(passage)
    lost = {item for item, own in by_item.items() if not any(passage.index in texts for passage in own)}
    for item, own in by_item.items():
        section = item.partition(".")[0]
        if item not in lost:
            yield from _lost_fields(own, texts)
        elif all(other in lost for other in by_item if other.partition(".")[0] == section):
            if section not in gone:
                gone.add(section)
                yield section, _words(own)
        else:
            yield item, _words(own)


def _words(passages: list[Passage]) -> str:
    """The first words that say something."""
    return next((p.words for p in passages if any(map(str.isalpha, p.words))), "")


def _lost_fields(passages: list[Passage], texts: dict[int, list[str]]) -> Iterator[tuple[str, str]]:
    fields: dict[str, list[bool]] = {}
    asked: dict[str, str] = {}
    words = ""
    for passage in passages:
        if not passage.slots and any(map(str.isalpha, passage.words)):
            words = passage.words
        for slot in passage.slots:
            field = ".".join(slot.code.split(".")[:3])
            asked.setdefault(field, words)
            fields.setdefault(field, []).append(passage.index in texts)
    yield from ((field, asked[field]) for field, there in fields.items() if not any(there))


def _changed(
    name: str, form: Expected, texts: dict[int, list[str]], missing: Collection[str]
) -> Iterator[Finding]:
    """Lines of words that read otherwise now, or are gone from a row that is still there."""
    rows = {form.passages[index].cell[:2] for index in texts}
    for passage in form.passages:
        if (
            passage.slots
            or passage.lead
            or not passage.item
            or any(_within(passage, gone) for gone in missing)
        ):
            continue
        found = texts.get(passage.index)
        if found is None:
            if passage.cell[:2] in rows and any(map(str.isalpha, passage.words)):
                yield Finding("Q762", Place(name, at=passage.item), {"expected": shortened(passage.words)})
        elif not any(same(text, passage.words) for text in found):
            yield _rewording(name, passage.item, passage.words, found[0])


def _within(passage: Passage, gone: str) -> bool:
    return passage.item == gone or passage.item.partition(".")[0] == gone


def _rewording(name: str, item: str, was: str, now: str) -> Finding:
    data = {"expected": shortened(was), "found": shortened(now) or GONE}
    return Finding("Q761", Place(name, at=item), data)


def _added(
    name: str, lines: Sequence[Line], matches: Sequence[Match | None], gathered: Gathered
) -> Iterator[Finding]:
    """Unknown lines that stand where questions stand, or bear a code that the form does not have."""
    known_rows = {line[1:3] for line, match in zip(lines, matches, strict=True) if match is not None}
    told: set[tuple[object, ...]] = set()
    item = ""
    unknown = set(gathered.unknown)
    for position, (line, match) in enumerate(zip(lines, matches, strict=True)):
        if match is not None:
            item = match.passage.item or item
        elif position in unknown and line[1:3] not in told and _asks(line, known_row=line[1:3] in known_rows):
            told.add(line[1:3])
            yield Finding("Q763", Place(name, at=item), {"found": shortened(text_of(line))})


def _asks(line: Line, *, known_row: bool) -> bool:
    text = text_of(line).strip()
    lead = leading(text)
    if lead is not None and lead.code.count(".") > 1:
        return True
    if line.table < 0 or line.column >= _LEFT_COLUMNS or not any(map(str.isalpha, text)):
        return False
    return not known_row or text.endswith("?")
