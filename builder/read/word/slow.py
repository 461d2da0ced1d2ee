"""The long way: a file in which something is not as it went out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from builder.base.finding import Finding, in_order
from builder.base.place import Place
from builder.model.answers import Filled, Found, Marks, Stray
from builder.ooxml.pieces import Line
from builder.ooxml.remarks import Written
from builder.ooxml.returned import Returned
from builder.read.expected import Expected
from builder.read.word.altered import altered
from builder.read.word.divide import divided
from builder.read.word.gaps import text_of
from builder.read.word.gather import Gathering, at, near
from builder.read.word.growth import Growth
from builder.read.word.marks import addressing, completed
from builder.read.word.pairing import Match, pair
from builder.read.word.recognise import ExpectedFor, other, recognised
from builder.read.word.room import Rooms
from builder.read.word.tolerances import tolerances
from builder.read.word.vocabulary import Vocabulary, vocabulary

FORMAT = "docx"
_RECOGNISED = 0.2
"""Share of the form's lines that must be found before a file is taken for what its marks say."""


class File(NamedTuple):
    """A file as it was opened: its lines, what it says of itself, comments and notes."""

    name: str
    body: Returned
    marks: Marks
    beside: tuple[Written, ...]


class Tools(NamedTuple):
    """What is known of a form besides its passages; made once for many files."""

    growth: Growth
    rooms: Rooms
    words: Vocabulary


def read(file: File, form: Expected | None, expected_for: ExpectedFor) -> Filled:
    """With the form that the marks name, unless the words say that it is another, or none that we know."""
    if form is not None:
        filled = _with(file, form, expected_for, least=_RECOGNISED)
        if filled is not None:
            return filled
    known = recognised(file.body.lines, file.marks, expected_for)
    if known is not None:
        file, form = file._replace(marks=known[0]), known[1]
    filled = _with(file, form, expected_for, least=0.0) if form is not None else None
    return filled if filled is not None else _unknown(file)


def _with(file: File, form: Expected, expected_for: ExpectedFor, *, least: float) -> Filled | None:
    """The file read as this form; None where less than a share of the form is in it."""
    tools = tools_for(file.marks, form, expected_for)
    lines = divided(file.body.lines, form)
    matches = pair(lines, form, tools.growth)
    if sum(match is not None for match in matches) < least * len(form.passages):
        return None
    issued = addressing(lines)
    kept = [i for i, match in enumerate(matches) if match is not None or i not in issued]
    return _filled(file, form, tools, [lines[i] for i in kept], [matches[i] for i in kept])


def tools_for(marks: Marks, form: Expected, expected_for: ExpectedFor) -> Tools:
    """The tools for a form and its translation."""
    return _tools(form, _translated(marks, expected_for))


@lru_cache(maxsize=64)
def _tools(form: Expected, translated: Expected | None) -> Tools:
    growth = Growth(form)
    return Tools(growth, Rooms(form, growth), _words(form, translated))


def words_for(marks: Marks, form: Expected, expected_for: ExpectedFor) -> Vocabulary:
    """The words of a form and its translation, which the quick way needs as well."""
    return _words(form, _translated(marks, expected_for))


@lru_cache(maxsize=64)
def _words(form: Expected, translated: Expected | None) -> Vocabulary:
    return vocabulary(form) if translated is None else vocabulary(form, translated)


def _translated(marks: Marks, expected_for: ExpectedFor) -> Expected | None:
    """The same form in the other language: its hints and words of choice are understood too."""
    if marks.language is None:
        return None
    return expected_for(replace(marks, language=other(marks.language), form_id=None))


def _filled(
    file: File, form: Expected, tools: Tools, lines: Sequence[Line], matches: Sequence[Match | None]
) -> Filled:
    gathered = Gathering(form, tools.growth, tools.rooms, tools.words).run(lines, matches)
    found = tuple(sorted(gathered.found.values(), key=_place))
    findings = chain(
        tolerances(file.name, gathered, tracked=file.body.tracked),
        altered(file.name, form, lines, matches, gathered),
        _remarked(file, lines, matches),
    )
    strays = (*gathered.strays, *_remarks(file, lines, matches))
    return Filled(file.name, FORMAT, completed(file.marks, found), found, strays, in_order(findings))


def _place(found: Found) -> int:
    return int(found.at.rpartition(" ")[2])


def _remarks(file: File, lines: Sequence[Line], matches: Sequence[Match | None]) -> Iterator[Stray]:
    """Comments and notes as strays near the answer that they hang on."""
    for remark in file.beside:
        yield Stray(remark.text, f"{remark.kind}, paragraph {remark.number}", _code(remark, lines, matches))


def _remarked(file: File, lines: Sequence[Line], matches: Sequence[Match | None]) -> Iterator[Finding]:
    codes = [_code(remark, lines, matches) for remark in file.beside]
    if codes:
        shown = ", ".join(dict.fromkeys(filter(None, codes))) or "—"
        yield Finding("Q747", Place(file.name, at=codes[0]), {"number": str(len(codes)), "codes": shown})


def _code(remark: Written, lines: Sequence[Line], matches: Sequence[Match | None]) -> str:
    code = ""
    for line, match in zip(lines, matches, strict=True):
        if line.number > remark.number:
            break
        code = near(match.passage) if match is not None else code
    return code


def _unknown(file: File) -> Filled:
    """No form of ours: every word is kept, none is understood."""
    strays = tuple(Stray(text_of(line).strip(), at(line)) for line in file.body.lines)
    finding = Finding("Q764", Place(file.name))
    return Filled(file.name, FORMAT, file.marks, (), strays, (finding,))
