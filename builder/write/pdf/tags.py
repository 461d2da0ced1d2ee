"""Completes the tags of tables: a label that is read aloud, and row headers. Typst can set neither."""

from collections.abc import Iterable, Iterator, Sequence

from builder.blocks.tree import Block, Row
from builder.write.pdf.objects import Objects
from builder.write.pdf.syntax import Entries, dictionary, entries, references, text
from builder.write.pdf.tables import inside, names_rows, tagged_tables

_ROW_SCOPE = b"<</O/Table/Scope/Row>>"


def complete_tables(file: Objects, parent: Entries, blocks: Iterable[Block]) -> None:
    """Labels and row headers of the tables among the blocks, which stand under a structure element."""
    tables = list(tagged_tables(blocks))
    if not tables:
        return
    for (at, element), table in zip(_elements(file, parent, b"/Table"), tables, strict=True):
        summary = b"<</O/Table/Summary%b>>" % text(table.label)
        file.bodies[at] = dictionary({**element, b"/A": _attributes(element, summary)})
        if names_rows(table):
            _name_row_headers(file, element, (*table.header, *table.rows))
        complete_tables(file, element, inside(table))


def _name_row_headers(file: Objects, table: Entries, rows: Sequence[Row]) -> None:
    for (_, element), row in zip(_elements(file, table, b"/TR"), rows, strict=True):
        for at, cell in zip(references(element[b"/K"]), row.cells, strict=True):
            if not cell.header:
                continue
            kid = entries(file.bodies[at])
            if kid[b"/S"] == b"/TD":
                header = {b"/S": b"/TH", b"/A": _attributes(kid, _ROW_SCOPE)}
                file.bodies[at] = dictionary({**kid, **header})


def _attributes(element: Entries, more: bytes) -> bytes:
    present = element.get(b"/A", b"")
    return b"[%b%b]" % (present[1:-1] if present.startswith(b"[") else present, more)


def _elements(file: Objects, parent: Entries, role: bytes) -> Iterator[tuple[int, Entries]]:
    """Structure elements of a role in reading order; what is inside one is not searched."""
    for number in references(parent.get(b"/K", b"")):
        element = entries(file.bodies[number])
        if element.get(b"/S") == role:
            yield number, element
        else:
            yield from _elements(file, element, role)
