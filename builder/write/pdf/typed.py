"""What was entered in a field beforehand, drawn in the font in which people go on typing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from builder.write.pdf.appearance import FONT
from builder.write.pdf.typing_font import TypingFont

LARGEST = 10.0
_SMALLEST = 4.0
_STEP = 0.5
_PADDING = 2.0


@dataclass(frozen=True)
class Typed:
    """Lines of text in one size, in points."""

    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True)
class Typist:
    """Sets words in the typing font; sizes of boxes are in points."""

    font: TypingFont

    @cached_property
    def _glyphs(self) -> Mapping[str, int]:
        return {letter: glyph for glyph, letter in self.font.letters}

    def missing(self, text: str) -> str:
        """Letters that the font has not, each once."""
        return "".join(
            letter for letter in dict.fromkeys(text) if letter not in self._glyphs and letter != "\n"
        )

    def fitted(self, text: str, box: tuple[float, float], *, many_lines: bool) -> Typed:
        """The largest setting of the text that its box holds; the smallest one where none does."""
        steps = int((LARGEST - _SMALLEST) / _STEP) + 1
        for step in range(steps):
            typed = self._set(text, box[0], LARGEST - _STEP * step, many_lines)
            if self._fits(typed, box):
                break
        return typed

    def operators(self, typed: Typed, box: tuple[float, float]) -> bytes:
        """The appearance: one line stands in the middle of its box, several begin at its top."""
        width, height = box
        up, down, lead = self._metrics(typed.size)
        first = height - _PADDING - up if len(typed.lines) > 1 else (height - up - down) / 2 + down
        moves = (f"0 {-lead:.2f} Td <{self._hex(line)}> Tj" for line in typed.lines[1:])
        shown = " ".join((f"{_PADDING:.2f} {first:.2f} Td <{self._hex(typed.lines[0])}> Tj", *moves))
        clip = f"1 1 {width - 2:.2f} {height - 2:.2f} re W n"
        return f"/Tx BMC\nq {clip} BT {FONT} {typed.size:g} Tf 0 g {shown} ET Q\nEMC\n".encode("ascii")

    def _set(self, text: str, width: float, size: float, many_lines: bool) -> Typed:
        room = (width - 2 * _PADDING) / size
        lines = (line for part in text.split("\n") for line in self._lines(part, room))
        return Typed(tuple(lines) if many_lines else (text.replace("\n", " "),), size)

    def _lines(self, text: str, room: float) -> Iterator[str]:
        """Words as many as a line of so many ems holds."""
        words = text.split(" ")
        start = 0
        for end, _ in pairwise(range(1, len(words) + 1)):
            if self._ems(" ".join(words[start : end + 1])) > room:
                yield " ".join(words[start:end])
                start = end
        yield " ".join(words[start:])

    def _fits(self, typed: Typed, box: tuple[float, float]) -> bool:
        up, down, lead = self._metrics(typed.size)
        tall = up + down + lead * (len(typed.lines) - 1)
        room = (box[0] - 2 * _PADDING) / typed.size
        return tall <= box[1] - _PADDING and all(self._ems(line) <= room for line in typed.lines)

    def _metrics(self, size: float) -> tuple[float, float, float]:
        """Height above the line, depth below it, and from line to line."""
        return self.font.ascent * size / 1000, -self.font.descent * size / 1000, 1.15 * size

    def _ems(self, text: str) -> float:
        return sum(self.font.widths[self._glyphs[letter]] for letter in text) / 1000

    def _hex(self, text: str) -> str:
        return "".join(f"{self._glyphs[letter]:04X}" for letter in text)
