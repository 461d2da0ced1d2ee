"""Official builds: no document with a text below `confirmed`, and each such text is named."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.base.finding import Finding
from builder.base.place import Place
from builder.compose.heard import Unconfirmed
from builder.compose.request import Request
from builder.model.library import Content
from builder.workflow.make import spoken

NAMED = 5
"""So many texts of a content file are named; the last of them tells how many more there are."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """The documents that may be official, those that may not, and the texts in their way (Q912)."""

    accepted: tuple[Request, ...]
    refused: tuple[Request, ...] = ()
    findings: tuple[Finding, ...] = ()


def judge(content: Content, chosen: tuple[Request, ...]) -> Judged:
    """Composes every chosen document and listens: what it says is what it contains."""
    contained = {request: spoken(content, request)[1] for request in chosen}
    return Judged(
        tuple(request for request, texts in contained.items() if not texts),
        tuple(request for request, texts in contained.items() if texts),
        tuple(_findings(contained)),
    )


def _findings(contained: Mapping[Request, tuple[Unconfirmed, ...]]) -> Iterator[Finding]:
    texts = {item.wording.place: item for found in contained.values() for item in found}
    documents = Counter(item.wording.place for found in contained.values() for item in found)
    files: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(texts):
        files[place.path].append(place)
    for places in files.values():
        named = places[:NAMED]
        for place in named:
            more = len(places) - len(named) if place == named[-1] else 0
            yield _finding(texts[place], documents[place], more)


def _finding(item: Unconfirmed, documents: int, more: int) -> Finding:
    words = item.wording.plain
    data = {
        "language": str(item.language),
        "standing": str(item.wording.standing),
        "words": words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…",
        "documents": str(documents),
        "more": str(more),
    }
    return Finding("Q912", item.wording.place, data)
