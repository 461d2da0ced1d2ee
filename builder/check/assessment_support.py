"""Every statement leans on something, every source is used, every conclusion leads to what somebody does."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.assessment_ids import cited
from builder.model.assessment import AssessmentFiles, Paragraph
from builder.model.library import Library


def check_assessment_support(files: AssessmentFiles, _library: Library) -> Iterable[Finding]:
    for what, place in _leaning_on_nothing(files):
        yield Finding("Q658", place, {"statement": what})
    used = cited(files)
    if None not in (files.period, files.analysis, files.conclusions, files.recommendations):
        for source in files.sources.sources if files.sources is not None else ():
            if source.id not in used:
                yield Finding("Q653", source.place, {"source": source.id})
    if files.recommendations is not None:
        for one in files.recommendations.recommendations:
            if not one.executors:
                yield Finding("Q686", one.place, {"id": one.id})
        followed = {name for one in files.recommendations.recommendations for name in one.follows}
        for conclusion in files.conclusions.conclusions if files.conclusions is not None else ():
            if conclusion.id not in followed:
                yield Finding("Q654", conclusion.place, {"conclusion": conclusion.id})


def _leaning_on_nothing(files: AssessmentFiles) -> Iterator[tuple[str, Place]]:
    """Statements with neither a source nor a figure (points 10 and 15 of the Rules)."""
    for paragraph in files.paragraphs():
        if not paragraph.sources and not _has_figure(paragraph):
            yield "paragraph", paragraph.place
    for conclusion in files.conclusions.conclusions if files.conclusions is not None else ():
        if not conclusion.sources and not conclusion.entries:
            yield "conclusion", conclusion.place
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        if not one.sources and not one.follows:
            yield "recommendation", one.place
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        if not judgement.answers:
            yield "judgement", judgement.place


def _has_figure(paragraph: Paragraph) -> bool:
    return all("{{" in wording.raw for wording in paragraph.text.wordings.values())
