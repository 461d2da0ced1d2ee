"""Words over several lines of a given width."""

from collections.abc import Iterator

from builder.write.chart.shapes import LETTER, LINE, Sheet, Side, Words

_ROOM_OF_A_HYPHEN = 4.0


def wrapped(
    sheet: Sheet, text: str, width: float, size: float = LETTER, *, strong: bool = False
) -> tuple[str, ...]:
    """Lines not wider than `width`; a word that is wider is parted with a hyphen."""
    lines: list[str] = []
    for word in _fitting(sheet, text, width, size, strong=strong):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and not lines[-1].endswith("-\0") and sheet.wide(joined, size, strong=strong) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(line.replace("\0", "") for line in lines)


def _fitting(sheet: Sheet, text: str, width: float, size: float, *, strong: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while sheet.wide(rest, size, strong=strong) > width and len(rest) > 3:
            room = width - _ROOM_OF_A_HYPHEN
            fits = [
                at for at in range(2, len(rest) - 1) if sheet.wide(rest[:at], size, strong=strong) <= room
            ]
            cut = fits[-1] if fits else 2
            yield f"{rest[:cut]}-\0"
            rest = rest[cut:]
        yield rest


def height_of(lines: tuple[str, ...], size: float = LETTER) -> float:
    return len(lines) * size * LINE


def stacked_words(
    lines: tuple[str, ...],
    x: float,
    top: float,
    size: float = LETTER,
    side: Side = Side.CENTER,
    *,
    strong: bool = False,
) -> tuple[Words, ...]:
    """Lines one below the other, the first with its upper edge at `top`."""
    return tuple(
        Words(x, top + size * (0.95 + LINE * number), line, size, side, strong)
        for number, line in enumerate(lines)
    )
