"""Blocks of a page: a closed union. Writers `match` on it and end in `assert_never`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from builder.base.language import Language
from builder.blocks.figure import Chart
from builder.blocks.inline import Control, Inlines


class Style(StrEnum):
    """What a paragraph is for; templates decide how it looks.

    `ENTRY` is a line of the contents: one link, with the page that it leads to at the end of the line.
    """

    BODY = "body"
    TITLE = "title"
    IMPRINT = "imprint"
    STAMP = "stamp"
    SIGNATURE = "signature"
    CENTER = "center"
    NOTE = "note"
    ENTRY = "entry"
    CELL = "cell"
    PROMPT = "prompt"
    CODE = "code"
    NOTICE = "notice"
    AUDIENCE = "audience"
    STEP = "step"
    NUMBER = "number"
    CALLED = "called"
    ITEM = "item"
    FINE = "fine"
    QR = "qr"


class TableKind(StrEnum):
    """`FORM` official grid with answers, `GRID` plain grid, `SIDES` two languages, `LAYOUT` no lines.

    `STEPS` is what to do: a row is a step with its number, its words and, where one calls, whom.
    """

    FORM = "form"
    GRID = "grid"
    SIDES = "sides"
    LAYOUT = "layout"
    STEPS = "steps"


class Medium(StrEnum):
    """What a document is made for: `CARD` has two sides, `SHEET` four cards to cut, `SCREEN` is a page."""

    PAPER = "paper"
    CARD = "card"
    SHEET = "sheet"
    POSTER = "poster"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the outline; levels from 1, none skipped. `anchor` is a node id."""

    level: int
    content: Inlines
    anchor: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `keep` holds it on the page of the next block."""

    content: Inlines
    style: Style = Style.BODY
    anchor: str | None = None
    language: Language | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered paragraph of an act: `number` is printed before it (`9.`, `1)`); `level` 0 or 1."""

    number: str
    content: Inlines
    level: int = 0
    anchor: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """`columns` and `rows` are spans; a covered position is simply absent from the later row."""

    blocks: "tuple[Block, ...]"
    columns: int = 1
    rows: int = 1
    language: Language | None = None
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`whole` rows do not split over pages; a `band` row runs over all columns as a subheading."""

    cells: tuple[Cell, ...]
    whole: bool = False
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are shares of the text width; `header` rows repeat on every page; `label` is spoken.

    `together` holds a short table on one page.
    """

    kind: TableKind
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    label: str
    header: tuple[Row, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn as a picture; it stays on the page of the next block, which is its caption.

    `alt` says the same facts to those who listen.
    """

    chart: Chart
    alt: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Clause | Table | Drawing | PageBreak


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words at the foot of every page; `page_of` has `{page}` and `{total}` in the language's order."""

    edition: str
    hash: str
    page_of: str
    header: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a page for a screen says beside its text: how to skip to the steps, and the other language.

    `address` leads to the page in the other language, relative to this one.
    """

    skip: str
    languages: str
    other: str
    other_language: Language
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language (or side by side, `kk-ru`), ready for any writer.

    `main` is the language of the document's own furniture and metadata; `sources` are the content
    files it depends on; `form` documents are protected except for their controls; `about` is the id of
    the subject that the document is for; `marks` are names and values that stand in the properties of the
    file, unseen on its pages, so that a copy that comes back is recognised.
    """

    kind: str
    name: str
    language: str
    main: Language
    title: str
    subject: str
    keywords: str
    edition: date
    furniture: Furniture
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    form: bool = False
    section: int | None = None
    about: str | None = None
    medium: Medium = Medium.PAPER
    screen: Screen | None = None
    marks: tuple[tuple[str, str], ...] = ()


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those in table cells included."""
    for block in blocks:
        yield block
        if isinstance(block, Table):
            for row in (*block.header, *block.rows):
                for cell in row.cells:
                    yield from walk(cell.blocks)


def controls(blocks: tuple[Block, ...]) -> Iterator[Control]:
    """Every control in reading order."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause):
            yield from (item for item in block.content if isinstance(item, Control))
