"""Which named style of the shell each block takes; a secretary changes the styles in Word."""

from collections.abc import Mapping
from typing import Final

from builder.blocks.tree import Style, TableKind

PARAGRAPHS: Final[Mapping[Style, str]] = {
    Style.BODY: "Body Text",
    Style.TITLE: "Title",
    Style.IMPRINT: "Qagida Imprint",
    Style.STAMP: "Qagida Stamp",
    Style.SIGNATURE: "Signature",
    Style.CENTER: "Qagida Center",
    Style.NOTE: "Qagida Note",
    Style.ENTRY: "Qagida Note",
    Style.CELL: "Qagida Cell",
    Style.PROMPT: "Qagida Prompt",
    Style.CODE: "Qagida Code",
    Style.NOTICE: "Qagida Notice",
    Style.AUDIENCE: "Qagida Audience",
    Style.STEP: "Qagida Step",
    Style.NUMBER: "Qagida Number",
    Style.CALLED: "Qagida Called",
    Style.ITEM: "Qagida Item",
    Style.FINE: "Qagida Fine",
    Style.QR: "Qagida QR",
}
HEADINGS: Final = tuple(f"heading {level}" for level in range(1, 7))
CLAUSES: Final = ("Qagida Clause", "Qagida Subclause")
TABLES: Final[Mapping[TableKind, str]] = {
    TableKind.FORM: "Qagida Form",
    TableKind.GRID: "Qagida Grid",
    TableKind.SIDES: "Qagida Sides",
    TableKind.LAYOUT: "Qagida Layout",
    TableKind.STEPS: "Qagida Steps",
}
CELL_HEAD: Final = "Qagida Cell Head"
BAND: Final = "Qagida Band"
GAP: Final = "Qagida Gap"
LINK: Final = "Hyperlink"
REFERENCE: Final = "Qagida Reference"
ANSWER: Final = "Qagida Answer"
CHECK_BOX: Final = "Qagida Check Box"
HINT: Final = "Placeholder Text"

NAMES: Final = (
    *PARAGRAPHS.values(),
    *HEADINGS,
    *CLAUSES,
    *TABLES.values(),
    *(CELL_HEAD, BAND, GAP, LINK, REFERENCE, ANSWER, CHECK_BOX, HINT),
)


def missing(ids: Mapping[str, str]) -> tuple[str, ...]:
    """Names that a shell lacks; `ids` is by lower-case name."""
    return tuple(name for name in NAMES if name.casefold() not in ids)


def chosen(ids: Mapping[str, str]) -> Mapping[str, str]:
    """The ids of our names in one shell."""
    return {name: ids[name.casefold()] for name in NAMES}
