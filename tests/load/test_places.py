"""Every letter of a text knows its place in the file, however the text is written."""

from pathlib import Path

import pytest

from builder.base.language import LAW_LANGUAGES
from builder.load.library import Loaded
from builder.load.tree import Scalar, parse, walk
from builder.model.text import Wording

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "written",
    [
        "a: бір екі үш",
        'a: "бір екі үш"',
        "a: 'бір екі үш'",
        "a: бір\n  екі\n  үш",
        'a: "бір\n  екі\n     үш"',
        "a: >-\n  бір\n  екі\n  үш\nb: үш",
        "a: |-\n  бір екі\n  үш\n",
        "a:\n  'бір\n\n   екі үш'",
        "# екі\nb: [1, 2]\na:   бір екі   \n\n",
    ],
)
def test_words_are_found(written: str) -> None:
    node, _ = parse(written, "x")
    assert node is not None
    lines = written.splitlines()
    scalar = next(part for part in walk(node) if isinstance(part, Scalar) and "екі" in part.value)
    wording = Wording(scalar.value, (), None, scalar.place, scalar.starts)  # type: ignore[arg-type]
    place = wording.at(scalar.value.index("екі"))
    assert lines[place.line - 1][place.column - 1 :].startswith("екі")


def test_escapes_fall_back_to_the_start() -> None:
    node, _ = parse('a: "бір \\"екі\\""', "x")
    assert node is not None
    scalar = next(part for part in walk(node) if isinstance(part, Scalar) and "екі" in part.value)
    assert scalar.starts == ()


def test_every_letter_of_the_content(loaded: Loaded) -> None:
    lines: dict[str, list[str]] = {}
    for text in loaded.library.texts:
        for language in LAW_LANGUAGES:
            wording = text[language]
            path = wording.place.path
            if path not in lines:
                lines[path] = (ROOT / path).read_text(encoding="utf-8").splitlines()
            for offset, letter in enumerate(wording.raw):
                place = wording.at(offset)
                assert letter == " " or lines[path][place.line - 1][place.column - 1] == letter
