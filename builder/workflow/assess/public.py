"""What of an assessment the public may see: tables protected and attacked, texts read over, words cleared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.analyse.case import item_of
from builder.analyse.disclosure.public import kept_back, protect
from builder.analyse.disclosure.tables import tables
from builder.base import ids
from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.assessment_evidence import answers_to
from builder.check.assessment_public import Passage, check_assessment_public, passages
from builder.compose.assessment.curtain import Curtain, curtain
from builder.model.assessment import Assessment
from builder.model.calls import Call, Slip, figures_of, found_in
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.published import Kept, Published
from builder.model.tables import CellId, CountTable, folded
from builder.model.text import Standing, Text, Wording
from builder.workflow.assess.dossier import CollectedSlices

SHOWN = 2
"""Calls that a finding names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What may be published, and what whoever publishes it has to know (Q666, Q680-Q683)."""

    published: Published
    findings: tuple[Finding, ...]


def publication(content: Content, assessment: Assessment, evidence: Evidence) -> Publication:
    """Protects the tables of a period; QagidaError (Q665) where they could be seen through."""
    figures = CollectedSlices(content, evidence)
    method, read = content.method, tuple(passages(assessment))
    called = {call for passage in read for call, _ in _calls(passage.text)}
    said = {CellId(*key) for call in called for key in figures_of(call, evidence.period)}
    made = tables(content, evidence, method.protected, assessment.period.public_names, said)
    published = protect(made, method)
    hidden = curtain(published)
    kept = _kept(figures, called, made, published)
    cleared = tuple(_cleared(evidence, assessment))
    findings = (
        *check_assessment_public((*read, *cleared), content.units, kept),
        *(one for passage in read for one in _unsaid(figures, passage.text, hidden)),
        *_unfound(figures, assessment),
    )
    return Publication(published, findings)


def _calls(text: Text) -> Iterator[tuple[Call, str]]:
    """Calls of a text with the words they are written in; each language has the same."""
    for wording in text.wordings.values():
        for found in found_in(wording.raw):
            if not isinstance(found.call, Slip):
                yield found.call, found.words


def _kept(
    figures: CollectedSlices, called: Iterable[Call], made: Iterable[CountTable], published: Published
) -> tuple[Kept, ...]:
    """Suppressed numbers of tables, and numbers that prose calls in vain."""
    hidden = curtain(published)
    vain = (figure for call in called for figure in hidden.kept(figures, call))
    more = {
        key: Kept(key, figure.value, figure.unit or "")
        for figure in vain
        if (key := CellId(figure.code, figure.year)) not in published.suppressed
    }
    return (*kept_back(made, published), *(more[key] for key in sorted(more)))


def _unsaid(figures: CollectedSlices, text: Text, hidden: Curtain) -> Iterator[Finding]:
    """Calls that the public version does not say (Q666)."""
    calls = dict.fromkeys(words for call, words in _calls(text) if hidden.kept(figures, call))
    if calls:
        shown = ", ".join(" ".join(words.split()) for words in list(calls)[:SHOWN])
        more = f" (+{len(calls) - SHOWN})" if len(calls) > SHOWN else ""
        yield Finding("Q666", text.place, {"call": shown + more})


def _cleared(evidence: Evidence, assessment: Assessment) -> Iterator[Passage]:
    """Answers whose words were cleared, to be read over like the texts of the assessment."""
    cleared = assessment.period.cleared
    if cleared is None:
        return
    for name in cleared.answers:
        for answer in answers_to(name, evidence):
            wording = Wording(answer.value.raw, (), Standing.OWN, cleared.place)
            yield Passage(Text({Language.RU: wording}, cleared.place), frozenset({item_of(answer.code)}))


def _unfound(figures: CollectedSlices, assessment: Assessment) -> Iterator[Finding]:
    """Words that were cleared and that nobody wrote (Q683)."""
    cleared = assessment.period.cleared
    if cleared is None:
        return
    written = frozenset(_names(figures)) if cleared.names else frozenset()
    for name in cleared.names:
        if folded(name) not in written:
            yield Finding("Q683", cleared.place, {"words": name})
    for name in cleared.answers:
        if not any(answers_to(name, figures.evidence)):
            yield Finding("Q683", cleared.place, {"words": name})


def _names(figures: CollectedSlices) -> Iterator[str]:
    """What respondents called the categories that they named."""
    for section in figures.content.sections:
        for item in section.items:
            for field in item.fields:
                for one in figures.slices(ids.code(section.number, item.number, field.code)):
                    yield folded(one.name)
