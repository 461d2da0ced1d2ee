"""What people typed does not tell the public what its tables keep back (method, rule `disclosure`).

A number called in prose is hidden where it must be; a number typed by hand cannot be. Asked when the public
version is made, not by `qagida check`: what is kept back follows from the answers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.base import ids
from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.typed import Typed, codes_in, counts, counts_other, spelt_before, typed
from builder.model.assessment import CHARTS, Assessment
from builder.model.calls import Slip, figures_of, found_in
from builder.model.published import Kept
from builder.model.questionnaire import Unit
from builder.model.text import Text, Wording

_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that the public reads; `items` are those it speaks of, `near` those of its heading."""

    text: Text
    items: frozenset[str]
    near: frozenset[str] = frozenset()


def check_assessment_public(
    read: Iterable[Passage], units: Iterable[Unit], kept: Iterable[Kept]
) -> Iterator[Finding]:
    """Q680 for a number that is kept back, Q681 for any number beside one, Q682 for one that looks so."""
    reader = _Reader({unit.id: unit for unit in units}, tuple(kept))
    for passage in read:
        for language, wording in passage.text.wordings.items():
            yield from reader.read(passage, language, wording)


def passages(assessment: Assessment) -> Iterator[Passage]:
    """All texts of the public version, with the items that they speak of."""
    for paragraph in assessment.period.description:
        yield _passage(paragraph.text)
    for heading in assessment.headings:
        own = [_passage(paragraph.text) for paragraph in heading.paragraphs]
        drawn = {item for name in heading.charts for item in map(_item, CHARTS.get(name, ()))}
        near = frozenset(drawn.union(*(one.items for one in own)))
        yield from (Passage(one.text, one.items, near) for one in own)
    for conclusion in assessment.conclusions:
        yield _passage(conclusion.text)
    for judgement in assessment.judgements:
        answers = (answer.partition("@")[0] for answer in judgement.answers)
        yield _passage(judgement.reason, answers)
    for one in assessment.recommendations:
        for text in (one.text, one.form, one.indicator):
            yield _passage(text)


def _passage(text: Text, codes: Iterable[str] = ()) -> Passage:
    return Passage(text, frozenset(map(_item, (*codes, *codes_in(text), *_called(text)))))


def _called(text: Text) -> Iterator[str]:
    for wording in text.wordings.values():
        for found in found_in(wording.raw):
            if not isinstance(found.call, Slip):
                yield from (code for code, _ in figures_of(found.call, (0,)))


def _item(code: str) -> str:
    return ids.code(*map(int, code.split(".")[:2]))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Knows what is kept back."""

    units: dict[str, Unit]
    kept: tuple[Kept, ...]

    def read(self, passage: Passage, language: Language, wording: Wording) -> Iterator[Finding]:
        beside = [one for one in self.kept if _item(one.id.code) in passage.items]
        for number in typed(wording):
            place = wording.at(number.start)
            same = [one for one in self.kept if _equal(number, one)]
            data = {"number": number.words}
            if told := next((one for one in same if self._tells(number, one, passage, language)), None):
                yield Finding("Q680", place, {**data, "code": told.id.code, "year": str(told.id.year)})
            elif beside:
                yield Finding("Q681", place, {**data, "item": _item(beside[0].id.code)})
            elif maybe := next((one for one in same if self._may_tell(number, one, wording, language)), None):
                yield Finding("Q682", place, {**data, "code": maybe.id.code, "year": str(maybe.id.year)})
        yield from self._spelt(passage, language, wording)

    def _spelt(self, passage: Passage, language: Language, wording: Wording) -> Iterator[Finding]:
        for name in sorted({one.unit for one in self.kept} & self.units.keys()):
            for number in spelt_before(wording, language, self.units[name]):
                for one in self.kept:
                    if _equal(number, one) and self._tells(number, one, passage, language):
                        data = {"number": number.words, "code": one.id.code, "year": str(one.id.year)}
                        yield Finding("Q680", wording.at(number.start), data)
                        break

    def _tells(self, number: Typed, one: Kept, passage: Passage, language: Language) -> bool:
        """Of the same item and not of another year; or of the same year, and counting the same."""
        years = _YEAR.findall(passage.text[language].raw)
        named = str(one.id.year) in years
        if _item(one.id.code) in passage.items | passage.near:
            return named or not years
        unit = self.units.get(one.unit)
        return named and unit is not None and counts(number, unit, language)

    def _may_tell(self, number: Typed, one: Kept, wording: Wording, language: Language) -> bool:
        """Of the same year, and not counting something else."""
        others = (unit for unit in self.units.values() if unit.id != one.unit)
        named = str(one.id.year) in _YEAR.findall(wording.raw)
        return named and not counts_other(number, others, language)


def _equal(number: Typed, one: Kept) -> bool:
    return number.number > 0 and number.number in (one.value.low, one.value.high)
