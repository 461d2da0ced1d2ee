"""Figures made for tests; nobody counted them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.load.inline import runs_of
from builder.model.answers import Form, State, Value, ValueKind
from builder.model.collection import Collection, Issue
from builder.model.evidence import Break, Evidence, Figure, Year
from builder.model.registry import Respondent, Words
from builder.model.text import Standing, Text, Wording

PLACE = Place("assessment/2021-2023/analysis.yaml", 7, 11)
NAME = Words("орган", "орган")


def exact(number: int | str) -> Value:
    kind = ValueKind.EXACT if Decimal(number) else ValueKind.ZERO
    return Value(kind, str(number), Decimal(number), Decimal(number))


def about(number: int) -> Value:
    return Value(ValueKind.ABOUT, f"около {number}", Decimal(number), Decimal(number))


def up_to(number: int) -> Value:
    return Value(ValueKind.UP_TO, f"до {number}", None, Decimal(number))


def more_than(number: int) -> Value:
    return Value(ValueKind.MORE_THAN, f"более {number}", Decimal(number), None)


def between(low: int, high: int) -> Value:
    return Value(ValueKind.RANGE, f"{low}-{high}", Decimal(low), Decimal(high))


SILENT = Value(ValueKind.NOT_ANSWERED, "")
ABSENT = Value(ValueKind.NO_DATA, "нет данных")


@dataclass(frozen=True)
class Made:
    """Figures by code and year; `breaks` stand before the year."""

    values: Mapping[tuple[str, int], Value]
    unit: str | None = "persons"
    breaks: Mapping[int, tuple[Break, ...]] = field(default_factory=dict)
    computed: bool = False

    @property
    def evidence(self) -> Evidence:
        return Evidence(tuple(map(_year, (2021, 2022, 2023))), 2021, 2023)

    def figure(self, code: str, year: int) -> Figure | None:
        value = self.values.get((code, year))
        if value is None:
            return None
        return Figure(code, year, value, self.unit, (), 1, 1, 0, self.computed, self.breaks.get(year, ()))


def _year(number: int) -> Year:
    """Two bodies of section 2 and one of section 16 are asked; only `mia` answers."""
    day = date(number + 1, 2, 1)
    collection = Collection(number, day, day, "mia", day)
    asked = (("mia", 2), ("police-abai", 2), ("ngo", 16))
    issues = tuple(
        Issue(position, Respondent(name, "mia", section, NAME, NAME), collection)
        for position, (name, section) in enumerate(asked, 1)
    )
    received = datetime(number + 1, 2, 1, tzinfo=UTC)
    form = Form(1, "mia", 2, Language.RU, "mia.docx", "docx", "0" * 64, received, State.CURRENT)
    return Year(collection, issues, (form,))


def text(kk: str, ru: str | None = None) -> Text:
    """A text as a content file would give it."""
    wordings = {}
    for language, raw in zip(LAW_LANGUAGES, (kk, kk if ru is None else ru), strict=True):
        runs, _ = runs_of(raw, PLACE)
        wordings[language] = Wording(raw, runs, Standing.OWN, PLACE, ((0, PLACE),))
    return Text(wordings, PLACE)
