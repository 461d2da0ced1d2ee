"""A government plan: the resolution that approves it and its measures in five columns."""

from dataclasses import dataclass
from datetime import date

from builder.base.place import Place
from builder.model.abbreviations import Abbreviation
from builder.model.act import Signature, Subpoint
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class ResolutionPoint:
    number: int
    text: Text
    place: Place
    subpoints: tuple[Subpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resolution of the Government that approves the plan."""

    title: Text
    imprint: Text
    number: str
    date: date
    preamble: Text
    points: tuple[ResolutionPoint, ...]
    signature: Signature
    place: Place


@dataclass(frozen=True, slots=True)
class PlanSection:
    number: int
    title: Text
    place: Place


@dataclass(frozen=True, slots=True)
class MeasurePart:
    """A numbered part of a measure with executors of its own, such as `3.1`."""

    number: str
    measure: Text
    place: Place
    executors: Text | None = None
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the plan. `form`, `executors` and `deadline` are as printed.

    `bodies` are those of `Plan.executors`, `due` ISO 8601 years or intervals, `period` the years that the
    deadline covers.
    """

    number: int
    section: int
    measure: Text
    form: Text
    deadline: Text
    place: Place
    executors: Text | None = None
    parts: tuple[MeasurePart, ...] = ()
    bodies: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    period: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportYear:
    """When the work of a year is told of: executors inform a ministry (`to`), it the Government."""

    year: int
    to: str
    executors_by: date
    summary_by: date
    place: Place


@dataclass(frozen=True, slots=True)
class Executor:
    """Who informs of the work on a form of its own.

    `id` names the files of the form; `body` is how measures name him: an abbreviation of the key in Russian,
    or another word where the key has none, and then a `name`, in the words of the column of executors.
    """

    id: str
    body: str
    place: Place
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    resolution: Resolution
    stamp: tuple[Text, ...]
    title: Text
    columns: tuple[Text, ...]
    sections: tuple[PlanSection, ...]
    measures: tuple[Measure, ...]
    note: Text
    key: tuple[Abbreviation, ...]
    place: Place
    reporting: tuple[ReportYear, ...] = ()
    executors: tuple[Executor, ...] = ()

    def executor(self, name: str) -> Executor:
        """One by its id; raises LookupError."""
        for one in self.executors:
            if one.id == name:
                return one
        raise LookupError(name)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """content/plan/2018-2020.yaml."""

    provenance: Provenance
    plan: Plan
