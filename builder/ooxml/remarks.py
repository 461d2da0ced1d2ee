"""What people wrote beside a document: comments, footnotes and endnotes."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from builder.ooxml.opened import Opened
from builder.ooxml.pieces import Remark
from builder.ooxml.returned import paragraphs
from builder.ooxml.xml import w

_PARTS: Final = {"comment": "comments.xml", "footnote": "footnotes.xml", "endnote": "endnotes.xml"}


class Written(NamedTuple):
    """Words of one comment or note, and the number of the paragraph that it hangs on."""

    kind: str
    text: str
    number: int


def written(opened: Opened, references: Iterable[Remark]) -> Iterator[Written]:
    """Every comment and note that has words, by reference; then comments whose reference was lost."""
    known: dict[str, dict[str, str]] = {}
    for reference in references:
        if reference.kind not in known:
            known[reference.kind] = _texts(opened, reference.kind)
        text = known[reference.kind].pop(reference.id, "")
        if text:
            yield Written(reference.kind, text, reference.number)
    lost = known["comment"] if "comment" in known else _texts(opened, "comment")
    yield from (Written("comment", text, 0) for text in lost.values() if text)


def _texts(opened: Opened, kind: str) -> dict[str, str]:
    """Words by id; what a note part holds besides (separators) has no reference and is never asked for."""
    folder = opened.main.rpartition("/")[0]
    name = f"{folder}/{_PARTS[kind]}".removeprefix("/")
    if name not in opened:
        return {}
    return {
        item.get(w("id"), ""): "\n".join(text.strip() for text in paragraphs(item)).strip()
        for item in opened.tree(name)
        if isinstance(item.tag, str)
    }
