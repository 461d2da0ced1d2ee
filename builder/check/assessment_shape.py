"""The period is that of its folder, all nine headings stand once, judgements keep to the scale, days fit."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.model.assessment import HEADINGS, SCALE, AnalysisFile, AssessmentFiles, Period
from builder.model.library import Library


def check_assessment_shape(files: AssessmentFiles, _library: Library) -> Iterable[Finding]:
    if files.period is not None:
        period = files.period.period
        if files.name != f"{period.first}-{period.last}" or period.first > period.last:
            data = {"folder": files.name, "first": str(period.first), "last": str(period.last)}
            yield Finding("Q659", period.place, data)
        yield from _days(period, files)
    if files.analysis is not None:
        yield from _headings(files.analysis)
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        for number in (judgement.probability, judgement.consequence):
            if number not in SCALE:
                yield Finding("Q655", judgement.place, {"code": judgement.code, "number": str(number)})


def _days(period: Period, files: AssessmentFiles) -> Iterator[Finding]:
    """The last year is over when the assessment is formed, and deadlines come after it."""
    formed = period.formed.isoformat()
    if period.formed.year <= period.last:
        yield Finding("Q688", period.place, {"formed": formed, "last": str(period.last)})
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        if one.due is not None and one.due <= period.formed:
            data = {"id": one.id, "due": one.due.isoformat(), "formed": formed}
            yield Finding("Q687", one.place, data)


def _headings(analysis: AnalysisFile) -> Iterator[Finding]:
    """Point 14 of the Rules has nine subpoints; each is a heading, and none is empty."""
    seen = set()
    for heading in analysis.headings:
        misplaced = ""
        if heading.subpoint not in HEADINGS:
            misplaced = "unknown"
        elif heading.subpoint in seen:
            misplaced = "twice"
        elif not heading.paragraphs:
            misplaced = "empty"
        if misplaced:
            data = {"subpoint": str(heading.subpoint), "misplaced": misplaced}
            yield Finding("Q651", heading.place, data)
        seen.add(heading.subpoint)
    for subpoint in HEADINGS:
        if subpoint not in seen:
            data = {"subpoint": str(subpoint), "misplaced": "missing"}
            yield Finding("Q651", analysis.provenance.place, data)
