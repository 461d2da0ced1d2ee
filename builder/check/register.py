"""The divergence register as the checks use it: where official words may stay as they are."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from builder.base.language import Language
from builder.check.memo import remembered
from builder.model.divergence import Divergence, DivergenceKind
from builder.model.library import Library
from builder.model.nodes import named_nodes
from builder.model.text import Standing, Text

_STEM = 4
"""Letters that make a word known again, and letters at its end that its form may change."""
_SLIPS = frozenset({DivergenceKind.MISPRINT, DivergenceKind.GRAMMAR})


def lineage(node: str) -> Iterator[str]:
    """The node, then its parents: `questionnaire/2.8/line1`, `questionnaire/2.8`, `questionnaire/2`."""
    while "/" in node:
        yield node
        node = node[: max(node.rfind("/"), node.rfind("."))]


def _squeezed(words: str) -> str:
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Register:
    """Entries by node, the node of every text that has one, and the texts of every node and its parts."""

    entries: dict[str, tuple[Divergence, ...]]
    nodes: dict[int, str]
    texts: dict[str, tuple[Text, ...]]
    read: frozenset[str]

    def lists(self, node: str) -> bool:
        """An entry names this very node; a line of an item also counts when its item is named."""
        return node in self.entries or ("/line" in node and node.rpartition("/")[0] in self.entries)

    def silences_parity(self, text: Text) -> bool:
        """Also while the file is broken: then nobody can tell which node the text belongs to."""
        node = self.nodes.get(id(text))
        return text.place.path not in self.read if node is None else self.lists(node)

    def covers(self, text: Text, language: Language, words: str) -> bool:
        """An entry for the text quotes the words, so they are known to stand in the publication so."""
        needle = words.strip()
        return any(needle in (entry.quote(language) or "") for entry in self._entries_for(text, language))

    def speaks_of(self, text: Text, language: Language, words: str) -> bool:
        """An entry for the text quotes one of the words, in whatever form; short words prove nothing."""
        stems = {
            word[: max(_STEM, len(word) - _STEM)] for word in words.lower().split() if len(word) >= _STEM
        }
        quotes = (entry.quote(language) or "" for entry in self._entries_for(text, language))
        return any(stem in quote.lower() for quote in quotes for stem in stems)

    def misprinted(self, text: Text, language: Language, stretch: str) -> bool:
        """An entry for the text quotes a slip of the publication from within the stretch."""
        slips = (entry for entry in self._entries_for(text, language) if entry.kind in _SLIPS)
        return any((entry.quote(language) or "\0") in stretch for entry in slips)

    def _entries_for(self, text: Text, language: Language) -> Iterator[Divergence]:
        """Entries for its node; for official words that have no node of their own, all entries.

        Such are official words repeated in a list, and every text of a file that is broken just now.
        """
        node = self.nodes.get(id(text))
        if node is not None:
            for parent in lineage(node):
                yield from self.entries.get(parent, ())
        elif text.place.path not in self.read or text[language].standing is Standing.OFFICIAL:
            for entries in self.entries.values():
                yield from entries

    def words(self, node: str, language: Language) -> str:
        """All words of a node and of what stands under it, as one line."""
        found = (text.wordings.get(language) for text in self.texts.get(node, ()))
        return _squeezed(" ".join(wording.plain for wording in found if wording is not None))

    def quotes(self, node: str, language: Language, quote: str) -> bool:
        """The node says so word for word; `…` in a quote stands for words left out."""
        words = self.words(node, language)
        places = [words.find(_squeezed(part)) for part in quote.split("…")]
        return min(places) >= 0 and all(first <= second for first, second in pairwise(places))


def _make(library: Library) -> Register:
    entries: dict[str, list[Divergence]] = defaultdict(list)
    if library.divergences is not None:
        for entry in library.divergences.divergences:
            for node in entry.where:
                entries[node].append(entry)
    nodes: dict[int, str] = {}
    texts: dict[str, list[Text]] = defaultdict(list)
    for named in named_nodes(library):
        nodes[id(named.text)] = named.id
        for parent in lineage(named.id):
            texts[parent].append(named.text)
    return Register(
        entries={node: tuple(found) for node, found in entries.items()},
        nodes=nodes,
        texts={node: tuple(found) for node, found in texts.items()},
        read=frozenset(part.place.path for part in (*library.provenances(), *library.beside)),
    )


register_of = remembered(_make)
