"""The parts of a workbook and what leads from one to another."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from builder.ooxml.xml import parse

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Link:
    """`kind` is the last word of the relationship's type, `part` the name of what it leads to."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """Parts by name. A part that is missing or broken makes any of these raise KeyError or an XML error."""

    parts: Mapping[str, bytes]

    def tree(self, part: str) -> etree._Element:
        return parse(self.parts[part])

    def links(self, part: str) -> tuple[Link, ...]:
        """Relationships of a part whose targets are in the package."""
        folder, name = posixpath.split(part)
        index = posixpath.join(folder, "_rels", f"{name}.rels")
        if index not in self.parts:
            return ()
        found = (
            Link(
                link.get("Id", ""),
                link.get("Type", "").rpartition("/")[2],
                _target(folder, link.get("Target", "")),
            )
            for link in self.tree(index).iter(_LINK)
        )
        return tuple(link for link in found if link.part in self.parts)

    def linked(self, part: str, kind: str) -> str | None:
        """The first part of a kind that another leads to."""
        return next((link.part for link in self.links(part) if link.kind == kind), None)


def _target(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
