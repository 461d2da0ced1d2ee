"""Calls of figures in prose are well written, name codes that exist, and are the same in both languages."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

from builder.base.finding import Finding
from builder.base.kazakh import Case
from builder.base.language import Language
from builder.check.codes import is_code
from builder.check.figures import difference
from builder.model.assessment import AssessmentFiles
from builder.model.calls import Call, Slip, found_in
from builder.model.library import Library
from builder.model.text import Text, Wording


def check_assessment_calls(files: AssessmentFiles, library: Library) -> Iterable[Finding]:
    for text in prose(files):
        yield from _calls(text, library)
    for text in _others(files):
        for wording in text.wordings.values():
            for found in found_in(wording.raw):
                data = {"call": found.words, "misuse": str(Slip.PLACE)}
                yield Finding("Q657", wording.at(found.start), data)


def prose(files: AssessmentFiles) -> Iterator[Text]:
    """Texts in which figures may be called."""
    for paragraph in files.paragraphs():
        yield paragraph.text
    for conclusion in files.conclusions.conclusions if files.conclusions is not None else ():
        yield conclusion.text
    for judgement in files.judgements.judgements if files.judgements is not None else ():
        yield judgement.reason


def _others(files: AssessmentFiles) -> Iterator[Text]:
    """Texts that are printed as they are: a call in them would be read as it was typed."""
    if files.period is not None:
        yield files.period.period.note
    for one in files.recommendations.recommendations if files.recommendations is not None else ():
        yield from (one.text, one.form, one.indicator)
    for source in files.sources.sources if files.sources is not None else ():
        yield source.text


def _calls(text: Text, library: Library) -> Iterator[Finding]:
    called: dict[Language, Counter[str]] = {}
    for language, wording in text.wordings.items():
        called[language] = Counter()
        for found in found_in(wording.raw):
            place = wording.at(found.start)
            if isinstance(found.call, Slip):
                yield Finding("Q657", place, {"call": found.words, "misuse": str(found.call)})
                continue
            called[language][_same(found.call)] += 1
            for code in _codes(found.call):
                if not is_code(library, code):
                    data = {"named": "code", "value": code, "suggestion": "—"}
                    yield Finding("Q652", place, data)
        yield from _split(wording)
    kk, ru = called.get(Language.KK, Counter()), called.get(Language.RU, Counter())
    if kk != ru:
        yield Finding("Q301", text.place, {"kk": difference(kk, ru), "ru": difference(ru, kk)})


def _split(wording: Wording) -> Iterator[Finding]:
    """A call that markup tears apart would never be found in the runs."""
    whole = sum(1 for _ in found_in(wording.raw))
    if whole != sum(1 for run in wording.runs for _ in found_in(run.text)):
        yield Finding("Q657", wording.place, {"call": "{{…}}", "misuse": str(Slip.BRACES)})


def _codes(call: Call) -> Iterator[str]:
    for one in fields(call):
        value = getattr(call, one.name)
        if isinstance(value, str) and not isinstance(value, Case):
            yield value


def _same(call: Call) -> str:
    """What a call asks for, whatever its case: each language has cases of its own."""
    values = (getattr(call, one.name) for one in fields(call))
    return " ".join([type(call).__name__.lower(), *(str(one) for one in values if not isinstance(one, Case))])
