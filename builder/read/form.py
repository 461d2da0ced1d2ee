"""Found words to answers: each by what its code asks for, and nothing dropped on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Answer, Filled, Found, Stray, Value, ValueKind
from builder.model.cells import Part
from builder.read.days import understand_period
from builder.read.lexicon import Lexicon
from builder.read.names import legible
from builder.read.questions import Question, Questions, question_for
from builder.read.values import understand

_QUOTE = 60
_TICK = "☒"
_EITHER = " | "
_YES, _NO = ".1", ".2"
_AS_TICKED = frozenset({"x", "х", "v", "+", "✓", "✔", "☑", "☒", "1", "true"})


@dataclass(frozen=True, slots=True)
class Understanding:
    """Answers by code, silent cells left out; `strays` and `findings` go on from those of the file.

    A tick of "yes" is an answer YES at the code of that box, a tick of "no" an answer NO at its own.
    """

    answers: Mapping[str, Answer]
    strays: tuple[Stray, ...]
    findings: tuple[Finding, ...]


def understood(filled: Filled, questions: Questions, known: Lexicon) -> Understanding:
    """The answers of a file that was read, by the questions of its form.

    Findings: Q750 for a code that the form does not have, Q771 to Q775 for what could not be told.
    """
    reader = _Reader(filled, questions, known)
    for found in filled.found:
        reader.take(found)
    reader.close()
    return Understanding(
        reader.answers, (*filled.strays, *reader.strays), (*filled.findings, *reader.findings)
    )


class _Reader:
    def __init__(self, filled: Filled, questions: Questions, known: Lexicon) -> None:
        self.answers: dict[str, Answer] = {}
        self.strays: list[Stray] = []
        self.findings: list[Finding] = []
        self._name = filled.name
        self._questions = questions
        self._known = known
        self._starts: list[tuple[str, Found]] = []

    def take(self, found: Found) -> None:
        question = question_for(found.code, self._questions)
        if question is None:
            self._take_unknown(found)
        elif question.part in (Part.YES, Part.NO):
            self._take_tick(found, question)
        else:
            self._take_words(found, question)

    def _take_words(self, found: Found, question: Question) -> None:
        text = _TICK if found.ticked and not found.text else found.text
        result = understand(text, question.asked, self._known)
        if result.value.kind is ValueKind.NOT_ANSWERED:
            return
        findings = tuple(replace(one, place=Place(self._name, at=found.code)) for one in result.findings)
        self._keep(Answer(found.code, result.value, found.how, found.at), findings)
        if question.part is Part.START:
            self._starts.append((found.code.removesuffix(_YES) + _NO, found))

    def _take_tick(self, found: Found, question: Question) -> None:
        """A tick, or what somebody wrote beside the box: `x` means the box, `нет` means "no"."""
        if found.ticked is False and not found.text.strip():
            return
        said = found.text.strip().casefold()
        chosen = question.part
        if not found.ticked and said not in _AS_TICKED:
            result = understand(found.text, question.asked, self._known, Place(self._name, at=found.code))
            if result.value.kind is ValueKind.NOT_ANSWERED:
                return
            if result.value.kind not in (ValueKind.YES, ValueKind.NO):
                code = question.field + (_NO if chosen is Part.NO else _YES)
                self._keep(Answer(code, result.value, found.how, found.at), result.findings)
                return
            if question.part is Part.YES:
                chosen = Part.YES if result.value.kind is ValueKind.YES else Part.NO
        self._tick(question.field, chosen, found)

    def _tick(self, field: str, chosen: Part, found: Found) -> None:
        kind, tail = (ValueKind.YES, _YES) if chosen is Part.YES else (ValueKind.NO, _NO)
        value = Value(kind, found.text or _TICK)
        self._keep(Answer(field + tail, value, found.how, found.at), ())

    def _take_unknown(self, found: Found) -> None:
        """Perhaps the code of a pair of boxes with "yes" or "no" in words, as tables of data have it."""
        pair = self._questions.get(found.code + _YES)
        if pair is not None and pair.part is Part.YES:
            self._take_tick(found, pair)
            return
        text = found.text or (_TICK if found.ticked else "")
        if text.strip():
            self.strays.append(Stray(text, found.at, found.code))
            self._tell("Q750", found.code, found=text)

    def _keep(self, answer: Answer, findings: Iterable[Finding]) -> None:
        """A code is answered once; two answers that differ are none, and both stay in the words."""
        before = self.answers.get(answer.code)
        if before is None:
            self.answers[answer.code] = answer
            self.findings.extend(findings)
        elif before.value != answer.value and before.value.raw.strip() != answer.value.raw.strip():
            raw = _EITHER.join((before.value.raw, answer.value.raw))
            self.answers[answer.code] = Answer(
                answer.code, Value(ValueKind.UNREADABLE, raw), before.how, before.at
            )
            self._tell("Q771", answer.code, found=raw)

    def close(self) -> None:
        """Periods written whole into the first of two cells."""
        for end, found in self._starts:
            self._close_period(end, found)

    def _close_period(self, end: str, found: Found) -> None:
        period = understand_period(found.text, self._known)
        if end not in self.answers and period is not None and period[0] != period[1]:
            value = Value(ValueKind.DATE, found.text, day=period[1])
            self.answers[end] = Answer(end, value, found.how, found.at)

    def _tell(self, code: str, at: str, found: str) -> None:
        data = {"found": legible(" ".join(found.split()), _QUOTE)}
        self.findings.append(Finding(code, Place(self._name, at=at), data))
