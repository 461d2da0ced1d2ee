"""A returned PDF form: values of its fields by code. Pictures and printed words are never guessed at."""

import re
from collections.abc import Callable, Collection

import pikepdf

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Filled, Found, How, Marks, Stray
from builder.read.limits import LIMITS, Limits
from builder.read.names import legible
from builder.read.pdf_fields import Box, Note, Widget, on_pages, shown_name
from builder.read.pdf_guard import check_pdf
from builder.read.pdf_marks import pdf_marks
from builder.read.pdf_open import opened

_CODE = re.compile(r"\d{1,3}(\.\d{1,4}){1,6}")
_TICK = "☒"
_QUOTE = 60
"""Characters of foreign words that a finding repeats."""


def read_pdf(
    data: bytes,
    name: str,
    codes: Collection[str] | Callable[[Marks], Collection[str]] = (),
    limits: Limits = LIMITS,
) -> Filled:
    """The fields of a form; `codes` are those it was issued with, empty where that is not known.

    They may be asked for by the marks of the file. Raises QagidaError: Q721 damaged, Q726 locked, Q727 too
    much inside, Q733 active content.
    """
    with opened(data, name, limits) as pdf:
        check_pdf(pdf, name, limits)
        marks = pdf_marks(pdf)
        reading = _Reading(name, frozenset(codes(marks) if callable(codes) else codes))
        for seen in on_pages(pdf):
            if isinstance(seen, Widget):
                reading.widget(seen)
            else:
                reading.notes.append(seen)
        reading.finish(pdf)
        return reading.filled(marks)


class _Reading:
    """What has been read of one file so far."""

    def __init__(self, name: str, codes: frozenset[str]) -> None:
        self.notes: list[Note] = []
        self.found: list[Found] = []
        self.strays: list[Stray] = []
        self.findings: list[Finding] = []
        self._name = name
        self._codes = codes
        self._seen: dict[str, Widget] = {}

    def widget(self, widget: Widget) -> None:
        """A field is read once; a second place of it may only say the same."""
        code = _code(widget.name)
        if code is None or (self._codes and code not in self._codes):
            self._unknown(widget)
            return
        first = self._seen.setdefault(code, widget)
        if first is not widget:
            self._repeated(code, first, widget)
            return
        at = _at(widget.page)
        if widget.tick:
            self.found.append(Found(code, "", How.FIELD, at, ticked=True))
        elif widget.words.strip():
            self.found.append(Found(code, widget.words, How.FIELD, at))
        elif widget.shown:
            self.strays.append(Stray(widget.shown, at, code))
            self._tell("Q760", code, found=legible(widget.shown, _QUOTE))
        if widget.clash:
            self._tell("Q760", code, found=_TICK)

    def _repeated(self, code: str, first: Widget, again: Widget) -> None:
        if (again.words, again.tick) != (first.words, first.tick) and (again.words.strip() or again.tick):
            self.strays.append(Stray(again.words or _TICK, _at(again.page), code))
            self._tell("Q760", code, found=legible(again.words or _TICK, _QUOTE))

    def _unknown(self, widget: Widget) -> None:
        words = widget.words.strip() or widget.shown or (_TICK if widget.tick else "")
        if words:
            at = _at(widget.page)
            self.strays.append(Stray(words, at))
            data = {"field": shown_name(widget.name), "found": legible(words, _QUOTE)}
            self.findings.append(Finding("Q758", Place(self._name, at=at), data))

    def finish(self, pdf: pikepdf.Pdf) -> None:
        """Words over the pages, then what the form as a whole has lost."""
        for note in self.notes:
            near = self._nearest(note)
            self.strays.append(Stray(note.words or _TICK, _at(note.page), near))
            place = Place(self._name, at=near or _at(note.page))
            self.findings.append(Finding("Q757", place, {"found": legible(note.words or note.kind, _QUOTE)}))
        form = pdf.Root.get("/AcroForm")
        if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
            self._tell("Q759", "")
        lost = len(self._codes - self._seen.keys())
        if not self._seen:
            self._tell("Q756", "", lost="all")
        elif lost:
            self._tell("Q756", "", lost=str(lost))

    def filled(self, marks: Marks) -> Filled:
        return Filled(self._name, "pdf", marks, tuple(self.found), tuple(self.strays), tuple(self.findings))

    def _nearest(self, note: Note) -> str:
        """The code of the field on the same page whose box is nearest to a note."""
        here = ((code, widget) for code, widget in self._seen.items() if widget.page == note.page)
        best = min(here, key=lambda pair: _distance(pair[1].box(), note.box()), default=None)
        return best[0] if best is not None else ""

    def _tell(self, code: str, at: str, **data: str) -> None:
        self.findings.append(Finding(code, Place(self._name, at=at), data))


def _code(name: str) -> str | None:
    """The code that a field is named for: `2.8.1` as its export name, `2-8-1` as its own."""
    code = name.replace("-", ".")
    return code if _CODE.fullmatch(code) else None


def _at(page: int) -> str:
    return f"page {page}"


def _distance(one: Box, other: Box) -> float:
    """Between the edges of two boxes; nothing when they overlap."""
    across = max(one[0] - other[2], other[0] - one[2], 0)
    down = max(one[1] - other[3], other[1] - one[3], 0)
    return float(across + 3 * down)  # what stands in the same row is nearer than what stands below
