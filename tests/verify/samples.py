"""A tiny language for expected texts, one a line: `node | text`, `node # number`, `node ~ draft`."""

from builder.verify.compare import compare_pieces
from builder.verify.difference import Comparison, Difference
from builder.verify.expected import Piece

_KINDS = {"|": {}, "#": {"marker": True}, "~": {"published": False}}

ACT = """
p1 # 1.
p1 | Осы Қағидалар мақсаты мен тәртібін, сондай-ақ мерзімін айқындайды.
p2 # 2.
p2 | Утвердить прилагаемые Правила проведения оценки рисков 3 (три) раза.
p2.1 # 1)
p2.1 | обеспечить "государственную" регистрацию приказа;
"""


def pieces(notation: str) -> tuple[Piece, ...]:
    """The texts that a notation describes."""
    found = []
    for line in filter(str.strip, notation.splitlines()):
        node, mark, text = line.strip().split(" ", 2)
        found.append(Piece(node, text, **_KINDS[mark]))
    return tuple(found)


def printed(expected: tuple[Piece, ...]) -> str:
    """The publication as it should be: a text a line, numbers before their texts, no drafts."""
    return "".join(piece.text + (" " if piece.marker else "\n") for piece in expected if piece.published)


def against(notation: str, *changes: tuple[str, str], publication: str | None = None) -> Comparison:
    """Compares the texts with their own print, after replacing each first string by the second."""
    expected = pieces(notation)
    text = printed(expected) if publication is None else publication
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return compare_pieces(expected, text)


def brief(difference: Difference) -> tuple[str, str, str, str]:
    return difference.kind.value, difference.node, difference.content_words, difference.publication_words


def seen(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    """Kind, node, words of the content, words of the publication."""
    return [brief(difference) for difference in comparison.differences]
