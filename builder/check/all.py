"""The list of checks; it can be read aloud."""

from collections.abc import Callable, Iterable

from builder.base.finding import Finding, in_order
from builder.check.acts import check_acts
from builder.check.addressees import check_addressees
from builder.check.answers import check_answers
from builder.check.breakdowns import check_breakdowns
from builder.check.characters import check_characters
from builder.check.dates import check_dates
from builder.check.definitions import check_definitions
from builder.check.distributions import check_distributions
from builder.check.duplicates import check_duplicates
from builder.check.kinds import check_kinds
from builder.check.labels import check_labels
from builder.check.letters import check_letters
from builder.check.lists import check_lists
from builder.check.numbering import check_numbering
from builder.check.numbers import check_numbers
from builder.check.pairs import check_pairs
from builder.check.provenance import check_provenance
from builder.check.quotes import check_quotes
from builder.check.references import check_references
from builder.check.spaced import check_spaced
from builder.check.spaces import check_spaces
from builder.check.standing import check_standing
from builder.check.structure import check_structure
from builder.check.sums import check_sums
from builder.check.terms import check_terms
from builder.check.units import check_units
from builder.model.library import Library

Check = Callable[[Library], Iterable[Finding]]

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
    # terms and divergences
    check_terms,
    check_quotes,
    check_definitions,
    # fixed words and provenance
    check_labels,
    check_provenance,
)


def check(library: Library) -> tuple[Finding, ...]:
    """All findings, by place; the library may be missing parts."""
    return in_order(finding for ask in CHECKS for finding in ask(library))
