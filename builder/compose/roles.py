"""Kind `role`: what a subject does in each direction, per subject and for all together."""

from collections.abc import Callable, Iterator

from builder.base import ids
from builder.blocks.tree import Block, Cell, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.items import bare, cell, header, named
from builder.compose.request import EACH_LANGUAGE, Act, Request
from builder.compose.voice import Voice, said
from builder.model.library import Content
from builder.model.roles import RoleTable
from builder.model.sop import Direction

KIND = "role"
ALL = "all"
WIDTHS = (3.0, 7.0)

_SOURCES = ("labels.yaml", "sop/roles.yaml", "sop/sop.yaml", "sop/subjects.yaml")


def requests(content: Content) -> Iterator[Request]:
    for table in content.roles:
        for language in EACH_LANGUAGE:
            yield Request(KIND, table.subject, language, _SOURCES, subject=table.subject, act=Act.SOP)
    for language in EACH_LANGUAGE:
        yield Request(KIND, ALL, language, _SOURCES, act=Act.SOP)


def body(request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    def blocks(voice: Voice) -> tuple[Block, ...]:
        words = said(title(voice, request))
        if request.subject is None:
            lead = (voice.paragraph(text) for text in voice.content.roles_lead)
            return (Heading(1, words), *lead, *role_tables(voice, 2))
        table = next(item for item in voice.content.roles if item.subject == request.subject)
        anchor = ids.part("sop", "role", table.number)
        return (Heading(1, words, anchor), role_table(voice, table))

    return blocks


def title(voice: Voice, request: Request) -> str:
    if request.subject is None:
        return voice.label("title_roles")
    return voice.label("title_role", subject=named(voice, voice.content.subject(request.subject)))


def is_form(_request: Request) -> bool:
    return False


def role_tables(voice: Voice, level: int) -> Iterator[Block]:
    """Every table under a heading with its number."""
    for table in voice.content.roles:
        yield Heading(level, said(table_title(voice, table)), ids.part("sop", "role", table.number))
        yield role_table(voice, table)


def table_title(voice: Voice, table: RoleTable) -> str:
    subject = named(voice, voice.content.subject(table.subject))
    return voice.label("role_table", number=table.number, subject=subject)


def role_table(voice: Voice, table: RoleTable) -> Table:
    """Two columns: a direction, and the functions in it."""
    rows = tuple(
        Row(
            (cell(_direction(voice, part.direction), bold=True), _functions(voice, table, part.direction)),
            whole=True,
        )
        for part in table.functions
    )
    columns = header(voice.label("direction"), voice.label("functions"))
    return Table(TableKind.GRID, WIDTHS, rows, table_title(voice, table), header=(columns,))


def _direction(voice: Voice, direction: Direction) -> str:
    found = next(item for item in voice.content.sop.directions if item.id is direction)
    return bare(voice.words(found.title))


def _functions(voice: Voice, table: RoleTable, direction: Direction) -> Cell:
    entries = table.entries(direction)
    return Cell(
        tuple(
            Paragraph(
                (*(said(f"{position}. ") if len(entries) > 1 else ()), *voice.runs(text)),
                Style.CELL,
                ids.function(table.number, direction, position),
            )
            for position, text in enumerate(entries, 1)
        )
    )
