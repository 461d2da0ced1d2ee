"""The content against its own print, whole and then damaged in known places."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from builder.base.language import LAW_LANGUAGES, Language
from builder.load.library import Loaded
from builder.model.nodes import official_nodes
from builder.verify.compare import compare, compare_pieces
from builder.verify.difference import Kind
from builder.verify.expected import Piece, pieces
from tests.verify.samples import printed, seen

languages = pytest.mark.parametrize("language", LAW_LANGUAGES)

EVERY = 50


@languages
def test_pieces_hold_every_official_text(loaded: Loaded, language: Language) -> None:
    texts = [piece.text for piece in pieces(loaded.library, language) if not piece.marker]
    assert texts == [named.text.plain(language) for named in official_nodes(loaded.library)]


@languages
def test_its_own_print_has_no_differences(loaded: Loaded, language: Language) -> None:
    publication = printed(pieces(loaded.library, language))
    comparison = compare(loaded.library, publication, language)
    assert [item for item in seen(comparison) if item[0] != Kind.UNPUBLISHED] == []


@dataclass
class Print:
    """Texts as lists of words, to be spoilt; `spoilt` names the nodes touched."""

    texts: list[list[str]]
    nodes: list[str]
    spoilt: list[str]

    @classmethod
    def of(cls, expected: tuple[Piece, ...]) -> "Print":
        published = [piece for piece in expected if piece.published]
        return cls([piece.text.split() for piece in published], [piece.node for piece in published], [])

    @property
    def text(self) -> str:
        return "\n".join(" ".join(words) for words in self.texts)


def other_letter(words: list[str], at: int, rng: random.Random) -> bool:
    places = [index for index, char in enumerate(words[at]) if char.isalnum()]
    if not places:
        return False
    place = rng.choice(places)
    new = "ж" if words[at][place] != "ж" else "щ"
    words[at] = words[at][:place] + new + words[at][place + 1 :]
    return True


def lost(words: list[str], at: int, _: random.Random) -> bool:
    if len(words) < 2 or not any(map(str.isalnum, words[at])):
        return False
    del words[at]
    return True


def swapped(words: list[str], at: int, _: random.Random) -> bool:
    if at + 1 >= len(words) or words[at] == words[at + 1] or not (words[at] + words[at + 1]).isalnum():
        return False
    words[at], words[at + 1] = words[at + 1], words[at]
    return True


def replaced(words: list[str], at: int, rng: random.Random) -> bool:
    new = rng.choice(["приказ", "немесе", "людьми", "және", "15"])
    changed = words[at].strip('",.;:()?') != new and any(map(str.isalnum, words[at]))
    words[at] = new if changed else words[at]
    return changed


def added(words: list[str], at: int, rng: random.Random) -> bool:
    if at == 0:
        return False
    words.insert(at, rng.choice(["не", "емес", "людьми", "адам", "2"]))
    return True


SPOILERS: tuple[Callable[[list[str], int, random.Random], bool], ...] = (
    other_letter, lost, swapped, replaced, added,
)  # fmt: skip


def spoil(copy: Print, at: tuple[int, int], rng: random.Random) -> None:
    """One change at a word; the kinds of change take turns as luck has it."""
    text, word = at
    for spoiler in rng.sample(SPOILERS, len(SPOILERS)):
        if spoiler(copy.texts[text], word, rng):
            copy.spoilt.append(copy.nodes[text])
            return


def places(expected: tuple[Piece, ...]) -> list[tuple[int, int]]:
    published = [piece for piece in expected if piece.published]
    return [
        (text, word)
        for text, piece in enumerate(published)
        if not piece.marker
        for word in range(len(piece.text.split()))
    ]


@languages
@pytest.mark.parametrize("seed", range(3))
def test_every_change_of_many_shows_at_its_node(loaded: Loaded, language: Language, seed: int) -> None:
    expected = pieces(loaded.library, language)
    rng = random.Random(seed)
    copy = Print.of(expected)
    for at in places(expected)[seed::EVERY][::-1]:
        spoil(copy, at, rng)
    comparison = compare_pieces(expected, copy.text)
    assert len(copy.spoilt) > 60
    assert {item.node for item in comparison.unexplained} == set(copy.spoilt)


@languages
def test_each_single_change_shows_at_its_node_only(loaded: Loaded, language: Language) -> None:
    expected = pieces(loaded.library, language)
    rng = random.Random(849)
    for at in rng.sample(places(expected), 15):
        copy = Print.of(expected)
        spoil(copy, at, rng)
        unexplained = compare_pieces(expected, copy.text).unexplained
        assert {item.node for item in unexplained} == set(copy.spoilt), copy.texts[at[0]]


@languages
def test_a_lost_text_shows_at_its_node(loaded: Loaded, language: Language) -> None:
    expected = pieces(loaded.library, language)
    rng = random.Random(410)
    wordy = [index for index, piece in enumerate(expected) if piece.published and len(piece.text) > 40]
    for index in rng.sample(wordy, 5):
        publication = printed(expected[:index] + expected[index + 1 :])
        unexplained = compare_pieces(expected, publication).unexplained
        assert {item.node for item in unexplained} == {expected[index].node}


@languages
def test_lost_numbers_are_numbers_only(loaded: Loaded, language: Language) -> None:
    expected = pieces(loaded.library, language)
    markers = [index for index, piece in enumerate(expected) if piece.marker][::7]
    publication = printed(tuple(piece for index, piece in enumerate(expected) if index not in markers))
    comparison = compare_pieces(expected, publication)
    lost_numbers = [item.node for item in comparison.of(Kind.NUMBER_MISSING)]
    assert lost_numbers == [expected[index].node for index in markers]
    assert comparison.unexplained == ()
