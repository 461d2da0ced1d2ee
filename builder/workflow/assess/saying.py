"""Words, numbers and values of an explanation in the language of the person at the keyboard."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.analyse.adding import is_number
from builder.analyse.interval import interval, plain
from builder.base.language import Language
from builder.model.answers import How, Value, ValueKind

SHOWN = 160
"""Characters of an answer that are repeated."""
_SIGNS = {ValueKind.ABOUT: "≈ ", ValueKind.UP_TO: "≤ ", ValueKind.MORE_THAN: "≥ "}


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """All words by key and language."""
    return tomllib.loads(files("builder.workflow.assess").joinpath("explain.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Sayer:
    """Speaks one language."""

    language: Language

    def say(self, key: str, **data: object) -> str:
        words = table()[key][self.language.value]
        return words.format(**data) if data else words

    def decimal(self, number: float, digits: int = 2) -> str:
        words = f"{number:.{digits}f}"
        return words if self.language is Language.EN else words.replace(".", ",")

    def value(self, value: Value) -> str:
        """A number with the sign of its kind, a range with a dash, or that there is none."""
        if not is_number(value):
            return self.say("no_data" if value.kind is ValueKind.NO_DATA else "no_value")
        numbers = dict.fromkeys(plain(one) for one in (value.low, value.high) if one is not None)
        return _SIGNS.get(value.kind, "") + "–".join(numbers) if numbers else str(interval(value))

    def at(self, place: str) -> str:
        """The place of an answer in its file; readers of Word and PDF files count paragraphs and pages."""
        kind, _, number = place.partition(" ")
        known = kind in {"paragraph", "page"} and number.isdigit()
        return self.say(f"at_{kind}", number=number) if known else place or "–"

    def how(self, how: How | None) -> str:
        """How an answer was found in its file."""
        return self.say(f"how_{how.value if how is not None else 'unknown'}")


def signed(number: int) -> str:
    return f"{number:+}".replace("-", "−")


def shortened(words: str) -> str:
    """One line of bounded length."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
