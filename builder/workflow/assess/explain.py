"""How the rank of an entry came about, down to the answers and the files they stood in.

Made for the expert group: descriptions and names of bodies are shown as they are, so this is never published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from builder.analyse.bodies import Body, bodies
from builder.analyse.confidence import confidence, grounds
from builder.analyse.measures import shares
from builder.analyse.opinions import Opinion, opinions
from builder.analyse.plan import GENERAL
from builder.analyse.sensitivity import GROUP
from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.method import MeasureId, PlainMeasure
from builder.model.ranking import Entry, GroupAnswer, Measures, Ranking
from builder.workflow.assess.saying import Sayer, shortened, signed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation; `depth` counts from 0."""

    depth: int
    text: str


def explanation(
    content: Content, evidence: Evidence, rankings: tuple[Ranking, ...], code: str, language: Language
) -> tuple[Line, ...]:
    """Everything that the rank of `code` (`1.1.3`) rests on; QagidaError (Q953) for a code not ranked."""
    entries = {entry.code: (ranking, entry) for ranking in rankings for entry in ranking.entries}
    if code not in entries:
        data = {"code": code, "suggestion": guess(code, tuple(entries))}
        raise QagidaError(Finding("Q953", Place("--explain", at=code), data))
    return tuple(_Teller(content, evidence, language).tell(*entries[code]))


class _Teller:
    """Speaks of one entry in one language; where a text is of the law only, English readers get Russian."""

    def __init__(self, content: Content, evidence: Evidence, language: Language) -> None:
        self.content = content
        self.evidence = evidence
        self.law = language if language in LAW_LANGUAGES else Language.RU
        self.words = Sayer(language)
        self.say = self.words.say
        self.decimal = self.words.decimal

    def tell(self, ranking: Ranking, entry: Entry) -> Iterator[Line]:
        yield Line(0, f"{entry.code}. {self._wording(entry.code)}")
        yield Line(1, self.say("method", version=self.content.method.version))
        yield Line(1, self._place(ranking, entry))
        yield Line(1, self._judged(entry))
        yield Line(1, self._confidence(entry.measures))
        known = shares(entry.measures)
        for measure in self.content.method.measures:
            yield from self._measure(entry.measures, measure, known[measure.id])
        yield from self._moves(entry)

    def _wording(self, code: str) -> str:
        item, number = (int(part) for part in code.split(".")[1:])
        lines = next(one.lines for one in self.content.section(GENERAL).items if one.number == item)
        return next(line.text.plain(self.law) for line in lines if line.number == number)

    def _place(self, ranking: Ranking, entry: Entry) -> str:
        if entry.band == 0:
            return self.say("unranked")
        known = entry.interval
        return self.say(
            "place",
            place=entry.place,
            count=len(ranking.entries),
            band=entry.band,
            score=self.decimal(entry.score),
            low=self.decimal(known.low),
            high=self.decimal(known.high),
        )

    def _judged(self, entry: Entry) -> str:
        if entry.class_ is None:
            return self.say("not_judged")
        step = next(one for one in self.content.method.classes if one.value == entry.class_)
        return self.say(
            "judged",
            probability=entry.probability,
            consequence=entry.consequence,
            **{"class": f"{step.value} ({step.name.plain(self.law)})"},
        )

    def _confidence(self, one: Measures) -> str:
        found = grounds(self.content, self.evidence, one)
        return self.say(
            "confidence",
            name=confidence(self.content, self.evidence, one).name.plain(self.law),
            answering=self.decimal(float(found.answering * 100), 1),
            substance=self.decimal(float(found.substance * 100), 1),
            years=found.years,
            linked=found.linked,
        )

    def _measure(self, one: Measures, measure: PlainMeasure, share: float) -> Iterator[Line]:
        count, of = _counted(one, measure.id)
        adds = self.decimal(share * measure.weight / 1000)
        name = measure.name.plain(self.law)
        known = self.decimal(share) if of else "–"
        yield Line(
            1,
            self.say("measure", name=name, share=known, count=count, of=of, weight=measure.weight, adds=adds),
        )
        if measure.id is MeasureId.BREADTH and one.year is not None:
            low, high = self.decimal(one.breadth.low), self.decimal(one.breadth.high)
            yield Line(2, self.say("wilson", low=low, high=high, year=one.year))
            for answer in one.answers:
                yield from self._group(one.code, answer)
        elif measure.id is MeasureId.LINKED:
            for code in dict.fromkeys(figure.code for figure in one.linked):
                yield from self._linked([figure for figure in one.linked if figure.code == code])

    def _group(self, code: str, answer: GroupAnswer) -> Iterator[Line]:
        year = self.evidence.year(answer.year)
        if not answer.answered or year is None:
            return
        names = self.content.section(answer.section).addressees
        yield Line(
            2,
            self.say(
                "group",
                year=answer.year,
                section=answer.section,
                body=names[0].plain(self.law) if names else "–",
                asked=answer.asked,
                answered=answer.answered,
                yes=answer.yes,
                described=answer.described,
            ),
        )
        item = code.rpartition(".")[0]
        for body in bodies(year, answer.section):
            said = opinions(self.content, body, item)[code]
            if said.answered:
                yield from self._said(body, code, said)

    def _said(self, body: Body, code: str, said: Opinion) -> Iterator[Line]:
        ticked = body.given.keys() & {f"{code}.1", f"{code}.2"}
        no = "no" if ticked else "variant"
        key = ("both" if said.no else "yes") if said.yes else no
        yield Line(3, self.say("body", body=body.respondent.name[self.law], said=self.say(key)))
        for cell in (f"{code}.1", f"{code}.2", f"{code}.3"):
            if body.form is not None and cell in body.given:
                answer = body.form.answers[cell]
                yield Line(
                    4,
                    self.say(
                        "file",
                        code=cell,
                        words=shortened(answer.value.raw),
                        file=body.form.name,
                        at=self.words.at(answer.at),
                        how=self.words.how(answer.how),
                    ),
                )

    def _linked(self, figures: list[Figure]) -> Iterator[Line]:
        """The figures of one code; where no year has a number, one line says so."""
        if any(figure.parts for figure in figures):
            for figure in figures:
                yield from self._figure(figure)
        else:
            years = f"{figures[0].year}–{figures[-1].year}"
            yield Line(2, self.say("data_none", code=figures[0].code, years=years))

    def _figure(self, figure: Figure) -> Iterator[Line]:
        yield Line(
            2,
            self.say(
                "data",
                code=figure.code,
                year=figure.year,
                value=self.words.value(figure.value),
                computed=self.say("computed") if figure.computed else "",
                asked=figure.asked,
                answered=figure.answered,
                absent=figure.absent,
            ),
        )
        for part in figure.parts:
            yield Line(
                3,
                self.say(
                    "data_part",
                    body=self._name(figure.year, part.respondent),
                    words=shortened(part.value.raw),
                    file=part.file,
                    at=self.words.at(part.at),
                    how=self.words.how(part.how),
                ),
            )

    def _name(self, number: int, respondent: str) -> str:
        year = self.evidence.year(number)
        issues = () if year is None else year.issues
        named = (one.respondent.name[self.law] for one in issues if one.respondent.id == respondent)
        return next(named, respondent)

    def _moves(self, entry: Entry) -> Iterator[Line]:
        method = self.content.method
        if not entry.moves and entry.band:
            yield Line(1, self.say("no_moves", percent=method.weight_change))
        names = {measure.id: measure.name.plain(self.law) for measure in method.measures}
        for move in entry.moves:
            places = signed(move.places)
            if move.unranked:
                yield Line(1, self.say("move_out", section=move.name))
            elif move.kind == GROUP:
                yield Line(1, self.say("move_group", section=move.name, places=places))
            else:
                name, percent = names[MeasureId(move.name)], signed(move.percent)
                yield Line(1, self.say("move_weight", name=name, percent=percent, places=places))


def _counted(one: Measures, measure: MeasureId) -> tuple[int, int]:
    """What a measure is made of: so many of so many."""
    match measure:
        case MeasureId.BREADTH:
            return one.breadth.count, one.breadth.of
        case MeasureId.PERSISTENCE:
            return one.persistence.count, one.persistence.of
        case MeasureId.SUBSTANCE:
            return one.substance.count, one.substance.of
        case MeasureId.LINKED:
            return one.linked_count, one.linked_codes
        case _:
            assert_never(measure)
