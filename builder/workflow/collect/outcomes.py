"""What became of received files, as it is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from builder.base.finding import Finding
from builder.model.answers import State
from builder.store.shapes import Kept


class Outcome(StrEnum):
    """What became of a file. `CORRECTED`: a form in it took the place of an earlier one."""

    NEW = "new"
    CORRECTED = "corrected"
    SAME = "same"
    UNASSIGNED = "unassigned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One file: its forms in the store, and what was found in it.

    Up to `DETAILED` files what the answer checks found is among the findings; of larger batches it is in
    the store only, where `check` and `return` take it from, and counted in `defects` of each form.
    """

    path: Path
    name: str
    outcome: Outcome
    forms: tuple[Kept, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """Files in order; `left` were not looked at because the store failed, `stopped` says how."""

    taken: tuple[Taken, ...]
    left: tuple[str, ...] = ()
    stopped: tuple[Finding, ...] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(one.outcome for one in self.taken)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*(finding for one in self.taken for finding in one.findings), *self.stopped)


def outcome_of(kept: Iterable[Kept]) -> Outcome:
    """Of several forms in a file, the one that most needs a person's eye."""
    kept = tuple(one for one in kept if not one.same)
    if not kept:
        return Outcome.SAME
    if any(one.state is State.UNASSIGNED for one in kept):
        return Outcome.UNASSIGNED
    return Outcome.CORRECTED if any(one.replaced is not None for one in kept) else Outcome.NEW


def findings_of(kept: Iterable[Kept]) -> tuple[Finding, ...]:
    return tuple(finding for one in kept for finding in (*one.findings, *one.checked))
