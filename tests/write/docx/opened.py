"""A written Word file, opened for questions; and shells changed for a test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from lxml import etree

from builder.base.language import Language
from builder.blocks.tree import Block, Document, Furniture
from builder.ooxml.package import pack, read
from builder.ooxml.xml import W, parse
from builder.write.docx.writer import write

SHELLS = Path(__file__).parents[3] / "templates" / "docx"
CREATED = datetime(2024, 11, 1, 12, 30, tzinfo=UTC)
NAMES = {"w": W, "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


@dataclass(frozen=True)
class Opened:
    """`ask` takes an XPath over the body; strings come back as strings."""

    data: bytes
    parts: dict[str, bytes]

    def part(self, name: str) -> etree._Element:
        return parse(self.parts[name])

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        found = self.part(part).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [item for item in found if isinstance(item, etree._Element)]

    def ask(self, path: str, part: str = "word/document.xml") -> list[str]:
        found = self.part(part).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [str(item) for item in found]

    def texts(self, path: str) -> list[str]:
        """The text of each element found."""
        return ["".join(str(piece) for piece in item.itertext()) for item in self.find(path)]

    def furniture(self) -> Iterator[str]:
        """The text of every header and footer."""
        for name in sorted(self.parts):
            if name.startswith(("word/header", "word/footer")):
                yield "".join(self.ask("//w:t/text() | //w:instrText/text()", name))


def opened(document: Document, shells: Path = SHELLS, created: datetime = CREATED) -> Opened:
    data = write(document, shells, created)
    return Opened(data, read(data))


def made(*blocks: Block, language: Language = Language.KK, form: bool = False) -> Document:
    """A document of these blocks."""
    furniture = Furniture("edition", "hash", "{total} беттің {page} беті", "header")
    return Document(
        kind="test",
        name="test",
        language=language.value,
        main=language,
        title="t",
        subject="s",
        keywords="k",
        edition=date(2024, 10, 24),
        furniture=furniture,
        blocks=blocks,
        sources=(),
        form=form,
    )


def with_furniture(document: Document, furniture: Furniture) -> Document:
    return replace(document, furniture=furniture)


def changed_shell(folder: Path, change: Callable[[str, str], str], name: str = "document.kk.docx") -> Path:
    """A folder with one shell whose parts went through `change(part, text)`."""
    parts = read((SHELLS / name).read_bytes())
    (folder / name).write_bytes(
        pack({part: change(part, data.decode()).encode() for part, data in parts.items()})
    )
    return folder
