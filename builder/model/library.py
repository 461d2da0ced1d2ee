"""Everything the content says, as loaded; and the same once it is known to be whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.act import Order, OrderFile, Rules, RulesFile
from builder.model.answer_checks import AnswerChecks, AnswerChecksFile
from builder.model.citations import Citation, CitationsFile
from builder.model.contacts import Contact, ContactsFile
from builder.model.divergence import Divergence, DivergencesFile
from builder.model.indicators import IndicatorsFile
from builder.model.labels import LabelsFile
from builder.model.letters import DefectsFile, LettersFile
from builder.model.memos import Memo, MemosFile
from builder.model.method import Method, MethodFile
from builder.model.plan import Plan, PlanFile
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
from builder.model.registry import (
    Entry,
    Group,
    ImportedFile,
    Region,
    RegionsFile,
    RespondentsFile,
    RotationFile,
)
from builder.model.roles import RolesFile, RoleTable
from builder.model.sop import Sop, SopFile
from builder.model.standing import StandingFile
from builder.model.subjects import Subject, SubjectsFile
from builder.model.terms import Term, TermsFile
from builder.model.text import Text
from builder.model.vocabulary import ValuesFile, Vocabulary
from builder.model.wording import AvoidedWording, WordingFile


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
    miss nothing. Texts of assessments may be among them; then `beside` has the provenance of their files.
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
    subjects: SubjectsFile | None = None
    contacts: ContactsFile | None = None
    citations: CitationsFile | None = None
    sop: SopFile | None = None
    indicators: IndicatorsFile | None = None
    roles: RolesFile | None = None
    memos: MemosFile | None = None
    wording: WordingFile | None = None
    plan: PlanFile | None = None
    regions: RegionsFile | None = None
    respondents: RespondentsFile | None = None
    imported: ImportedFile | None = None
    rotation: RotationFile | None = None
    letters: LettersFile | None = None
    defects: DefectsFile | None = None
    answer_checks: AnswerChecksFile | None = None
    vocabulary: ValuesFile | None = None
    method: MethodFile | None = None
    standing: StandingFile | None = None
    texts: tuple[Text, ...] = ()
    beside: tuple[Provenance, ...] = ()

    def provenances(self) -> Iterator[Provenance]:
        for part in (
            self.order, self.rules, self.questionnaire, *self.sections, self.units,
            self.breakdowns, self.terms, self.divergences, self.labels,
            self.subjects, self.contacts, self.citations, self.sop, self.indicators,
            self.roles, self.memos, self.wording, self.plan, self.regions, self.respondents,
            self.imported, self.rotation, self.letters, self.defects, self.answer_checks, self.vocabulary,
            self.method,
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
    subjects: tuple[Subject, ...]
    contacts: tuple[Contact, ...]
    citations: tuple[Citation, ...]
    sop: Sop
    indicators: IndicatorsFile
    roles: tuple[RoleTable, ...]
    roles_lead: tuple[Text, ...]
    tables_announced: int
    memos: tuple[Memo, ...]
    wording: tuple[AvoidedWording, ...]
    plan: Plan
    regions: tuple[Region, ...]
    groups: tuple[Group, ...]
    bodies: tuple[Entry, ...]
    imported: tuple[Entry, ...]
    rotation: RotationFile
    letters: LettersFile
    defects: DefectsFile
    answer_checks: AnswerChecks
    vocabulary: Vocabulary
    method: Method
    sop_provenance: Provenance
    plan_provenance: Provenance

    def section(self, number: int) -> Section:
        return next(item for item in self.sections if item.number == number)

    def unit(self, unit_id: str) -> Unit:
        return next(item for item in self.units if item.id == unit_id)

    def breakdown(self, breakdown_id: str) -> Breakdown:
        return next(item for item in self.breakdowns if item.id == breakdown_id)

    def subject(self, subject_id: str) -> Subject:
        return next(item for item in self.subjects if item.id == subject_id)

    def contact(self, contact_id: str) -> Contact:
        return next(item for item in self.contacts if item.id == contact_id)

    def citation(self, citation_id: str) -> Citation:
        return next(item for item in self.citations if item.id == citation_id)

    def memo(self, memo_id: str) -> Memo:
        return next(item for item in self.memos if item.id == memo_id)

    def role_table(self, subject_id: str) -> RoleTable | None:
        """The role table of a subject, where it has one."""
        return next((table for table in self.roles if table.subject == subject_id), None)


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
        or library.subjects is None
        or library.contacts is None
        or library.citations is None
        or library.sop is None
        or library.indicators is None
        or library.roles is None
        or library.memos is None
        or library.wording is None
        or library.plan is None
        or library.regions is None
        or library.respondents is None
        or library.rotation is None
        or library.letters is None
        or library.defects is None
        or library.answer_checks is None
        or library.vocabulary is None
        or library.method is None
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
        subjects=library.subjects.subjects,
        contacts=library.contacts.contacts,
        citations=library.citations.citations,
        sop=library.sop.sop,
        indicators=library.indicators,
        roles=library.roles.roles,
        roles_lead=library.roles.roles_lead,
        tables_announced=library.roles.tables_announced,
        memos=library.memos.memos,
        wording=library.wording.wording,
        plan=library.plan.plan,
        regions=library.regions.regions,
        groups=library.respondents.groups,
        bodies=library.respondents.bodies,
        imported=library.imported.bodies if library.imported is not None else (),
        rotation=library.rotation,
        letters=library.letters,
        defects=library.defects,
        answer_checks=library.answer_checks.checks,
        vocabulary=library.vocabulary.vocabulary,
        method=library.method.method,
        sop_provenance=library.sop.provenance,
        plan_provenance=library.plan.provenance,
    )
