"""Judgements rest on what was collected: somebody said yes to the entry, and the answers cited were given.

Asked when the evidence is at hand, not by `qagida check`.
"""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.model.answers import Answer, ValueKind
from builder.model.assessment import Judgement
from builder.model.evidence import Evidence

_NOTHING = frozenset({ValueKind.NO_DATA, ValueKind.NOT_ANSWERED, ValueKind.UNREADABLE})


def check_assessment_evidence(judgements: Iterable[Judgement], evidence: Evidence) -> Iterator[Finding]:
    """Q656 for an entry that nobody said yes to, and for an answer that nobody gave."""
    for judgement in judgements:
        if not _said_yes(judgement.code, evidence):
            data = {"code": judgement.code, "baseless": "entry"}
            yield Finding("Q656", judgement.place, data)
        for answer in judgement.answers:
            if not any(_speaks(given) for given in answers_to(answer, evidence)):
                yield Finding("Q656", judgement.place, {"code": answer, "baseless": "answer"})


def answers_to(reference: str, evidence: Evidence) -> Iterator[Answer]:
    """Answers meant by `2.11.1`, `2.11.1@mia` or `2.11.1@mia/2023`."""
    code, _, owner = reference.partition("@")
    respondent, _, year = owner.partition("/")
    for one in evidence.years:
        if year in ("", str(one.number)):
            for form in one.forms:
                if respondent in ("", form.respondent) and code in form.answers:
                    yield form.answers[code]


def _said_yes(code: str, evidence: Evidence) -> bool:
    """A yes is the box of an entry, or words in one that has no box (`other risks`)."""
    return any(given.value.kind is ValueKind.YES for given in answers_to(f"{code}.1", evidence)) or any(
        given.value.kind is ValueKind.TEXT for given in answers_to(code, evidence)
    )


def _speaks(answer: Answer) -> bool:
    return answer.value.kind not in _NOTHING
