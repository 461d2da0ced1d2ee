"""Whatever an assessment names by an id or by a code is there, and every id is given once."""

import re
from collections.abc import Collection, Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.codes import entries, is_code
from builder.check.guess import guess
from builder.model.assessment import CHARTS, AssessmentFiles
from builder.model.library import Library

_ANSWER = re.compile(r"(?P<code>[0-9.]+)(?:@(?P<respondent>[a-z0-9_-]+)(?:/(?P<year>\d{4}))?)?")
"""`2.11.1`, `2.11.1@mia`, `2.11.1@mia/2023`."""

_CLEARED = re.compile(r"(?P<code>[0-9.]+)@[a-z0-9_-]+/\d{4}")
"""Words are cleared one by one: with the respondent and the year."""

Named = Iterator[tuple[str, Place]]


def check_assessment_ids(files: AssessmentFiles, library: Library) -> Iterable[Finding]:
    yield from _duplicates(files)
    if files.sources is not None:
        yield from _unknown("source", _sources(files), [source.id for source in files.sources.sources])
    if files.conclusions is not None:
        known = [conclusion.id for conclusion in files.conclusions.conclusions]
        yield from _unknown("conclusion", _followed(files), known)
    if library.subjects is not None:
        known = [subject.id for subject in library.subjects.subjects]
        yield from _unknown("subject", _executors(files), known)
    if files.analysis is not None:
        named = ((name, one.place) for one in files.analysis.headings for name in one.charts)
        yield from _unknown("chart", named, CHARTS)
    judged = entries(library)
    if judged:
        yield from _unknown("entry", _entries(files), judged)
    for pattern, answers in ((_ANSWER, _answers(files)), (_CLEARED, _cleared(files))):
        for answer, place in answers:
            match = pattern.fullmatch(answer)
            if match is None or not is_code(library, match["code"]):
                yield _finding("answer", answer, place, ())


def _unknown(what: str, named: Named, known: Collection[str]) -> Iterator[Finding]:
    for name, place in named:
        if name not in known:
            yield _finding(what, name, place, known)


def _finding(what: str, name: str, place: Place, known: Collection[str]) -> Finding:
    return Finding("Q652", place, {"named": what, "value": name, "suggestion": guess(name, known)})


def _sources(files: AssessmentFiles) -> Named:
    for paragraph in files.paragraphs():
        yield from ((name, paragraph.place) for name in paragraph.sources)
    for conclusion in files.conclusions.conclusions if files.conclusions is not None else ():
        yield from ((name, conclusion.place) for name in conclusion.sources)
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        yield from ((name, one.place) for name in one.sources)
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        yield from ((name, judgement.place) for name in judgement.sources)


def cited(files: AssessmentFiles) -> frozenset[str]:
    """Ids of all sources that something is taken from."""
    return frozenset(name for name, _ in _sources(files))


def _followed(files: AssessmentFiles) -> Named:
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        yield from ((name, one.place) for name in one.follows)


def _executors(files: AssessmentFiles) -> Named:
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        yield from ((name, one.place) for name in one.executors)


def _entries(files: AssessmentFiles) -> Named:
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        yield judgement.code, judgement.place
    for conclusion in files.conclusions.conclusions if files.conclusions is not None else ():
        yield from ((code, conclusion.place) for code in conclusion.entries)
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        yield from ((code, one.place) for code in one.minimizes)


def _answers(files: AssessmentFiles) -> Named:
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        yield from ((answer, judgement.place) for answer in judgement.answers)


def _cleared(files: AssessmentFiles) -> Named:
    cleared = None if files.period is None else files.period.period.cleared
    if cleared is not None:
        yield from ((answer, cleared.place) for answer in cleared.answers)


def _duplicates(files: AssessmentFiles) -> Iterator[Finding]:
    for group in _given(files):
        first: dict[str, Place] = {}
        for name, place in group:
            if name in first:
                yield Finding("Q403", place, {"id": name, "line": str(first[name].line)})
            first.setdefault(name, place)


def _given(files: AssessmentFiles) -> Iterator[list[tuple[str, Place]]]:
    if files.sources is not None:
        yield [(one.id, one.place) for one in files.sources.sources]
    if files.conclusions is not None:
        yield [(one.id, one.place) for one in files.conclusions.conclusions]
    if files.recommendations is not None:
        yield [(one.id, one.place) for one in files.recommendations.recommendations]
    if files.judgements is not None:
        yield [(one.code, one.place) for one in files.judgements.judgements]
