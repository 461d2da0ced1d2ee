"""What one document gathers while its body is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.base.language import Language
from builder.blocks.tree import Clause, Document, Drawing, Heading, Paragraph, walk
from builder.ooxml.drawing import Frame
from builder.ooxml.names import bookmark_name, control_number
from builder.ooxml.sdt import Hint

if TYPE_CHECKING:
    from builder.write.chart.picture import Picture

_FIRST_BOOKMARK = 1000
"""Above the numbers of bookmarks that a shell may have."""
_ADDRESS_SIGNS = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: its language, the room it has, and the role of its row."""

    language: Language
    width: int
    head: bool = False
    band: bool = False
    keep: bool = False

    def within(self, *, language: Language | None, width: int, head: bool, band: bool, keep: bool) -> "Spot":
        """The same for a cell, which may be in another language; `keep` holds its row with the next."""
        return Spot(language or self.language, width, head, band, keep)


@dataclass(slots=True)
class Draft:
    """Names and numbers given out so far; `links`, `hints` and `media` become parts of their own."""

    document: Document
    styles: Mapping[str, str]
    anchors: frozenset[str]
    fonts: Path
    links: dict[str, str] = field(default_factory=dict)
    hints: dict[tuple[str, Language], Hint] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    _bookmarks: set[str] = field(default_factory=set)
    _numbers: set[int] = field(default_factory=set)

    def bookmark(self, anchor: str, inside: str) -> str:
        """The inside of a paragraph between the ends of its bookmark; the first of a name has it."""
        if anchor in self._bookmarks:
            return inside
        number = _FIRST_BOOKMARK + len(self._bookmarks)
        self._bookmarks.add(anchor)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'

    def number(self, code: str) -> int:
        """The number of a control."""
        return control_number(f"{self.document.kind}/{self.document.name}", code, self._numbers)

    def link(self, address: str) -> str:
        """The relationship that leads to an outer address."""
        return self.links.setdefault(quote(address, _ADDRESS_SIGNS), f"link{len(self.links) + 1}")

    def picture(self, drawing: Drawing, drawn: "Picture", size: float) -> Frame:
        """The frame of a picture, which is stored as lines and, for older readers, as dots."""
        from builder.write.chart.picture import dots  # noqa: PLC0415 - few documents have charts

        number = len(self.media) // 2 + 1
        self.media[f"drawing{number}.png"] = dots(drawing.chart, self.fonts)
        self.media[f"drawing{number}.svg"] = drawn.svg.encode()
        return Frame(number, drawing.chart.title, drawing.alt, drawn.width * size, drawn.height * size)

    def hint(self, text: str, language: Language, look: str) -> Hint:
        """The hint with these words; equal ones share a building block."""
        found = self.hints.get((text, language))
        if found is None:
            found = Hint(text, f"qagida-hint-{len(self.hints) + 1}", look)
            self.hints[text, language] = found
        return found

    def tongue(self, language: Language) -> str:
        """The language of a run, where it is not the document's own."""
        if language is self.document.main:
            return ""
        return f'<w:lang w:val="{language.tag}" w:eastAsia="{language.tag}"/>'


def begun(document: Document, styles: Mapping[str, str], fonts: Path) -> Draft:
    """A draft that knows where links can lead, and the folder with fonts for its charts."""
    anchors = frozenset(
        block.anchor
        for block in walk(document.blocks)
        if isinstance(block, Heading | Paragraph | Clause) and block.anchor is not None
    )
    return Draft(document, styles, anchors, fonts)
