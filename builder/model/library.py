"""Everything the content says, as loaded; and the same once it is known to be whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.act import Order, OrderFile, Rules, RulesFile
from builder.model.divergence import Divergence, DivergencesFile
from builder.model.labels import LabelsFile
from builder.model.provenance import Provenance
from builder.model.questionnaire import (
    Breakdown,
    BreakdownsFile,
    Questionnaire,
    QuestionnaireFile,
    Section,
    SectionFile,
    Unit,
    UnitsFile,
)
from builder.model.terms import Term, TermsFile
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Named:
    """A text with the identifier of its node and the file that holds it."""

    id: str
    text: Text
    path: str


@dataclass(frozen=True, slots=True)
class Library:
    """The content files that could be read; a part is None where its file is missing or broken.

    `texts` holds every bilingual text of every file, broken files included, so that checks of wording
    miss nothing.
    """

    order: OrderFile | None = None
    rules: RulesFile | None = None
    questionnaire: QuestionnaireFile | None = None
    sections: tuple[SectionFile, ...] = ()
    units: UnitsFile | None = None
    breakdowns: BreakdownsFile | None = None
    terms: TermsFile | None = None
    divergences: DivergencesFile | None = None
    labels: LabelsFile | None = None
    texts: tuple[Text, ...] = ()

    def provenances(self) -> Iterator[Provenance]:
        for part in (
            self.order, self.rules, self.questionnaire, *self.sections, self.units,
            self.breakdowns, self.terms, self.divergences, self.labels,
        ):  # fmt: skip
            if part is not None:
                yield part.provenance


@dataclass(frozen=True, slots=True)
class Content:
    """Whole content: what documents are composed from."""

    order: Order
    rules: Rules
    questionnaire: Questionnaire
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    breakdowns: tuple[Breakdown, ...]
    terms: tuple[Term, ...]
    divergences: tuple[Divergence, ...]
    labels: LabelsFile
    provenance: Provenance

    def section(self, number: int) -> Section:
        return next(item for item in self.sections if item.number == number)

    def unit(self, unit_id: str) -> Unit:
        return next(item for item in self.units if item.id == unit_id)

    def breakdown(self, breakdown_id: str) -> Breakdown:
        return next(item for item in self.breakdowns if item.id == breakdown_id)


def whole(library: Library) -> Content | None:
    """The complete content, or None while a file is missing or broken."""
    if (
        library.order is None
        or library.rules is None
        or library.questionnaire is None
        or library.units is None
        or library.breakdowns is None
        or library.terms is None
        or library.divergences is None
        or library.labels is None
        or not library.sections
    ):
        return None
    return Content(
        order=library.order.order,
        rules=library.rules.rules,
        questionnaire=library.questionnaire.questionnaire,
        sections=tuple(
            sorted((file.section for file in library.sections), key=lambda section: section.number)
        ),
        units=library.units.units,
        breakdowns=library.breakdowns.breakdowns,
        terms=library.terms.terms,
        divergences=library.divergences.divergences,
        labels=library.labels,
        provenance=library.order.provenance,
    )
