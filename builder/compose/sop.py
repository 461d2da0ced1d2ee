"""Kind `sop`: the standard operating procedures, whole."""

from collections.abc import Callable, Iterator, Mapping

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, PageBreak, Paragraph, Row, Style, Table, TableKind
from builder.compose.citing import cited
from builder.compose.items import DASH, cell, header, named, strong
from builder.compose.request import EACH_LANGUAGE, Act, Request
from builder.compose.roles import role_tables, table_title
from builder.compose.sop_memos import memo_title, memos
from builder.compose.sop_parts import part_blocks, system
from builder.compose.voice import Voice, said
from builder.model.library import Content
from builder.model.sop import ContentsEntry, LegalGroup

KIND = "sop"

_SOURCES = (
    "labels.yaml",
    *(f"sop/{name}.yaml" for name in ("citations", "indicators", "memos", "roles", "sop", "subjects")),
)

_Blocks = Iterator[Block]


def requests(_content: Content) -> Iterator[Request]:
    for language in EACH_LANGUAGE:
        yield Request(KIND, KIND, language, _SOURCES, act=Act.SOP)


def body(_request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    return sop


def title(voice: Voice, _request: Request) -> str:
    return voice.words(voice.content.sop.title)


def is_form(_request: Request) -> bool:
    return False


def sop(voice: Voice) -> tuple[Block, ...]:
    """Title and annotated contents, then what the contents list, in their order."""
    return (
        Heading(1, voice.runs(voice.content.sop.title), ids.part("sop", "title")),
        *_contents(voice),
        PageBreak(),
        *(block for name, line in _lines(voice) for block in _listed(voice, name, line)),
    )


def _lines(voice: Voice) -> Iterator[tuple[str, ContentsEntry]]:
    """Lines of the contents with the name of what they announce; it is also the name of the anchor."""
    names = (*_SECTIONS, *_parts(voice))
    ordered = sorted(names, key=_ORDER.index)
    return zip(ordered, voice.content.sop.contents, strict=True)


def _parts(voice: Voice) -> tuple[str, ...]:
    return tuple(part.id for part in voice.content.sop.parts)


def _contents(voice: Voice) -> _Blocks:
    """Live links with the annotations of the SOP; role tables and memos one by one."""
    yield Heading(2, said(voice.label("contents")))
    for name, line in _lines(voice):
        number = "" if line.number is None else f"{line.number}. "
        words = f"{number}{voice.words(line.title)}"
        yield Paragraph((_link(words, ids.part("sop", name), bold=True),), Style.ENTRY, keep=True)
        if line.about is not None:
            yield voice.paragraph(line.about, Style.NOTE)
        for words, anchor in _below(voice, name):
            yield Paragraph((Run(f"{DASH} "), _link(words, anchor)), Style.ENTRY)


def _link(words: str, anchor: str, *, bold: bool = False) -> Run:
    return Run(words, strong=bold, target=anchor)


def _below(voice: Voice, name: str) -> Iterator[tuple[str, str]]:
    if name == "roles":
        for table in voice.content.roles:
            yield table_title(voice, table), ids.part("sop", "role", table.number)
    if name == "memos":
        for memo in voice.content.memos:
            yield memo_title(voice, memo), ids.memo(memo.id)


def _listed(voice: Voice, name: str, line: ContentsEntry) -> _Blocks:
    """A section or part under its heading; parts go by the title that stands over their own text."""
    anchor = ids.part("sop", name)
    if name in _SECTIONS:
        number = () if line.number is None else (Run(f"{line.number}. "),)
        yield Heading(2, (*number, *voice.runs(line.title)), anchor)
        yield from _SECTIONS[name](voice)
    else:
        part = voice.content.sop.part(name)
        yield Heading(3, voice.runs(part.title), anchor)
        yield from part_blocks(voice, part)


def _aim(voice: Voice) -> _Blocks:
    yield voice.paragraph(voice.content.sop.aim)


def _basis(voice: Voice) -> _Blocks:
    basis = voice.content.sop.legal_basis
    yield voice.paragraph(basis.lead)
    for position, group in enumerate(basis.groups, 1):
        number = () if group.number is None else (Run(f"{group.number}. "),)
        level = 4 if group.number is None else 3
        yield Heading(level, (*number, *voice.runs(group.title)), ids.part("sop", "basis", position))
        yield from _citations(voice, group)


def _citations(voice: Voice, group: LegalGroup) -> _Blocks:
    last = len(group.citations)
    for position, name in enumerate(group.citations, 1):
        words = cited(voice, voice.content.citation(name))
        end = "." if position == last else ";"
        yield Clause(f"{position})", said(words + end), 0, ids.registered("citation", name))


def _terms(voice: Voice) -> _Blocks:
    for term in voice.content.sop.terms:
        words = (*strong(voice.runs(term.term)), Run(f" {DASH} "), *voice.runs(term.definition))
        yield Clause(f"{term.number})", words, 0, ids.part("sop", "term", term.number))


def _subjects(voice: Voice) -> _Blocks:
    lead = voice.content.sop.subjects_lead
    if lead is not None:
        yield voice.paragraph(lead)
    subjects = [subject for subject in voice.content.subjects if subject.named_in_sop]
    for position, subject in enumerate(subjects, 1):
        end = "." if position == len(subjects) else ";"
        anchor = ids.registered("subject", subject.id)
        yield Clause(f"{position})", said(named(voice, subject) + end), 0, anchor)


def _abbreviations(voice: Voice) -> _Blocks:
    rows = tuple(
        Row((cell(voice.words(entry.short), bold=True), cell(voice.words(entry.full))), whole=True)
        for entry in voice.content.sop.abbreviations
    )
    columns = header(voice.label("abbreviation"), voice.label("full_form"))
    yield Table(TableKind.GRID, (2, 7), rows, voice.label("abbreviation"), header=(columns,))


def _roles(voice: Voice) -> _Blocks:
    for text in voice.content.roles_lead:
        yield voice.paragraph(text)
    yield from role_tables(voice, 3)


_SECTIONS: Mapping[str, Callable[[Voice], _Blocks]] = {
    "aim": _aim,
    "basis": _basis,
    "terms": _terms,
    "subjects": _subjects,
    "abbreviations": _abbreviations,
    "system": system,
    "roles": _roles,
    "memos": memos,
}
_ORDER = (
    *("aim", "basis", "terms", "subjects", "abbreviations", "system"),
    *("cooperation", "prevention", "detection", "protection"),
    *("roles", "memos"),
)
"""What the lines of the contents announce."""
