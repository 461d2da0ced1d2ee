"""What one cell of a field asks for, in a few words, where every cell stands by itself."""

from builder.compose.voice import Voice
from builder.model.cells import Part, ValueCell
from builder.model.questionnaire import Field, FieldKind

_OF_KIND = {
    FieldKind.COUNT: "count",
    FieldKind.MONEY: "amount",
    FieldKind.SHARE: "share",
    FieldKind.DATE: "date",
    FieldKind.TEXT: "describe",
}
_OF_PART = {Part.START: "period_start", Part.END: "period_end", Part.DESCRIPTION: "describe"}


def asked(voice: Voice, field: Field, cell: ValueCell) -> str:
    """`Всего; гражданство, запись 2: наименование`."""
    name, detail = parts(voice, field, cell)
    if cell.row is not None:
        entry = voice.label("entry", number=cell.row)
        name = f"{name}, {entry}" if name else entry
    if not name:
        return detail
    own = cell.part is Part.VALUE and cell.breakdown is None
    return name if own else f"{name}: {detail}"


def parts(voice: Voice, field: Field, cell: ValueCell) -> tuple[str, str]:
    """What the cell belongs to (label and breakdown; may be empty), and what it holds of it."""
    words = [voice.words(field.label)] if field.label is not None else []
    if cell.breakdown is not None:
        words.append(voice.words(cell.breakdown.title))
    return "; ".join(words), _detail(voice, cell)


def _detail(voice: Voice, cell: ValueCell) -> str:
    """The category, the column, or what a cell of this kind holds."""
    if cell.category is not None:
        return voice.words(cell.category.text)
    if cell.column is not None:
        return voice.words(cell.column.label)
    if cell.part is Part.NAME:
        return voice.label("category")
    key = _OF_PART.get(cell.part, _OF_KIND.get(cell.kind, "answer"))
    return voice.label(key)
