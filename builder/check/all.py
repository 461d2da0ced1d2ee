"""The list of checks; it can be read aloud."""

from collections.abc import Callable, Iterable
from datetime import date

from builder.base.finding import Finding, in_order
from builder.check.abbreviations import check_abbreviations
from builder.check.acts import check_acts
from builder.check.addressees import check_addressees
from builder.check.answer_checks import check_answer_checks
from builder.check.answers import check_answers
from builder.check.asked import check_asked
from builder.check.bodies import check_bodies
from builder.check.breakdowns import check_breakdowns
from builder.check.characters import check_characters
from builder.check.citations import check_citations
from builder.check.concerns import check_concerns
from builder.check.contacts import check_contacts
from builder.check.correspondence import check_correspondence
from builder.check.dates import check_dates
from builder.check.definitions import check_definitions
from builder.check.distributions import check_distributions
from builder.check.duplicates import check_duplicates
from builder.check.executors import check_executors
from builder.check.freshness import check_freshness
from builder.check.kinds import check_kinds
from builder.check.labels import check_labels
from builder.check.letters import check_letters
from builder.check.lists import check_lists
from builder.check.method import check_method
from builder.check.numbering import check_numbering
from builder.check.numbers import check_numbers
from builder.check.pairs import check_pairs
from builder.check.passive import check_passive
from builder.check.provenance import check_provenance
from builder.check.quotes import check_quotes
from builder.check.references import check_references
from builder.check.registry import check_registry
from builder.check.rotation import check_rotation
from builder.check.sentences import check_sentences
from builder.check.spaced import check_spaced
from builder.check.spaces import check_spaces
from builder.check.standing import check_standing
from builder.check.structure import check_structure
from builder.check.subjects import check_subjects
from builder.check.sums import check_sums
from builder.check.terms import check_terms
from builder.check.units import check_units
from builder.check.vocabulary import check_vocabulary
from builder.check.wording import check_wording
from builder.model.library import Library

Check = Callable[[Library], Iterable[Finding]]
DatedCheck = Callable[[Library, date], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    # the words of one wording
    check_letters,
    check_spaced,
    check_characters,
    check_spaces,
    check_pairs,
    # the two languages of one text
    check_structure,
    check_numbers,
    check_dates,
    check_acts,
    check_standing,
    # order and identifiers
    check_lists,
    check_numbering,
    check_duplicates,
    check_references,
    # the questionnaire
    check_units,
    check_breakdowns,
    check_sums,
    check_distributions,
    check_kinds,
    check_answers,
    check_addressees,
    check_answer_checks,
    # terms and divergences
    check_terms,
    check_quotes,
    check_definitions,
    # plain language and dignity
    check_sentences,
    check_passive,
    check_wording,
    # registries: everything is named once
    check_subjects,
    check_bodies,
    check_contacts,
    check_citations,
    check_abbreviations,
    check_executors,
    check_concerns,
    # the yearly collection: who is asked, who signs, in what words
    check_registry,
    check_asked,
    check_rotation,
    check_correspondence,
    check_vocabulary,
    # the assessment: how answers are ranked
    check_method,
    # fixed words and provenance
    check_labels,
    check_provenance,
)


DATED: tuple[DatedCheck, ...] = (check_freshness,)
"""Checks whose answer depends on the day."""


def check(library: Library, today: date | None = None) -> tuple[Finding, ...]:
    """All findings, by place; the library may be missing parts. Without a day, nothing is too old."""
    found = [finding for ask in CHECKS for finding in ask(library)]
    if today is not None:
        found += [finding for ask in DATED for finding in ask(library, today)]
    return in_order(found)
