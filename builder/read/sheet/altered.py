"""Questions that somebody changed, took out or put in: the form compared with the edition that went out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from builder.base.finding import Finding
from builder.base.place import Place
from builder.blocks.workbook import Words, Workbook
from builder.read.codes import of_item
from builder.read.wording import folded, likeness, shortened

_ALIKE = 0.6
"""From here on words are a changed line of the form rather than a new one."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Words where a question could stand that are none of the form's; `near` is the code above them."""

    near: str
    text: str


def fixed(book: Workbook) -> frozenset[str]:
    """All words of the form that a respondent does not write, folded."""
    texts = [book.title, book.about, *astuple(book.columns)]
    for sheet in book.sheets:
        texts += [sheet.name, sheet.title]
        for row in sheet.rows:
            texts += [row.text] if isinstance(row, Words) else [row.wording, row.asked, row.unit]
    return frozenset(folded(text) for text in texts if text)


def altered(
    name: str, book: Workbook, seen: Collection[str], texts: Collection[str], doubtful: Sequence[Doubtful]
) -> Iterator[Finding]:
    """Q761 for changed lines, Q762 for missing items and answers, Q763 for added ones.

    `seen` are the codes of the rows that are there, `texts` all words of the file, folded.
    """
    gone = set(_gone_items(book, seen))
    first = {of_item(line.code) or line.code: line for line in reversed(tuple(book.lines))}
    for code in sorted(gone, key=list(first).index, reverse=True):
        yield _finding("Q762", name, code, expected=shortened(first[code].wording or first[code].asked))
    for line in book.lines:
        if line.code not in seen and not line.spare and (of_item(line.code) or line.code) not in gone:
            yield _finding("Q762", name, line.code, expected=shortened(line.asked))
    left = list(doubtful)
    for item, words in _bare(book):
        if item in gone or folded(words) in texts:
            continue
        found = _nearest(words, left)
        if found is None:
            yield _finding("Q762", name, item, expected=shortened(words))
        else:
            left.remove(found)
            yield _finding("Q761", name, item, expected=shortened(words), found=shortened(found.text))
    for one in left:
        yield _finding("Q763", name, one.near, found=shortened(one.text))


def _finding(code: str, name: str, at: str, **data: str) -> Finding:
    return Finding(code, Place(name, at=at), data)


def _gone_items(book: Workbook, seen: Collection[str]) -> Iterator[str]:
    """Items of which no row is there."""
    there = {of_item(code) or code for code in seen}
    yield from {of_item(line.code) or line.code for line in book.lines} - there


def _bare(book: Workbook) -> Iterator[tuple[str, str]]:
    """Official words that stand in a row of their own, with the item they belong to."""
    for sheet in book.sheets[1:]:
        section = sheet.lines[0].code.partition(".")[0]
        item = section
        for row in sheet.rows:
            if row.number:
                item = f"{section}.{row.number}"
            if isinstance(row, Words):
                yield item, row.text


def _nearest(words: str, doubtful: Iterable[Doubtful]) -> Doubtful | None:
    """The words that are most like those that are missing."""
    best = max(doubtful, key=lambda one: likeness(words, one.text), default=None)
    return best if best is not None and likeness(words, best.text) >= _ALIKE else None
