"""What the public version keeps back: suppressed numbers, in tables, charts and prose alike."""

from dataclasses import dataclass, replace

from builder.base.language import Language
from builder.compose.assessment.quantity import NUMBERS
from builder.compose.assessment.saying import Figures
from builder.model.calls import Call, Slip, figures_of, found_in
from builder.model.evidence import Figure
from builder.model.published import Published
from builder.model.tables import CellId
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Curtain:
    """`shown` are numbers that may be seen, `listed` codes that the published tables speak of.

    A number of a protected unit that no published table shows is kept back as well.
    """

    shown: frozenset[CellId]
    listed: frozenset[str]
    protected: tuple[str, ...]

    def hides(self, figure: Figure) -> bool:
        """Holes are no numbers: they may be seen."""
        if figure.value.kind not in NUMBERS:
            return False
        guarded = figure.unit in self.protected or figure.code in self.listed
        return guarded and CellId(figure.code, figure.year) not in self.shown

    def covered(self, figures: Figures, text: Text, language: Language, mark: str) -> Text:
        """A text with a mark in place of every call that would say a number kept back."""
        wording = text[language]
        runs = tuple(
            replace(run, text=self._covered(figures, run.text, mark)) if "{{" in run.text else run
            for run in wording.runs
        )
        return replace(text, wordings={**text.wordings, language: replace(wording, runs=runs)})

    def _covered(self, figures: Figures, words: str, mark: str) -> str:
        pieces, end = [], 0
        for found in found_in(words):
            hidden = not isinstance(found.call, Slip) and bool(self.kept(figures, found.call))
            pieces += [words[end : found.start], mark if hidden else found.words]
            end = found.end
        return "".join([*pieces, words[end:]])

    def kept(self, figures: Figures, call: Call) -> tuple[Figure, ...]:
        """The figures that a call needs and that are kept back: it cannot be said then."""
        needed = (figures.figure(*key) for key in figures_of(call, figures.evidence.period))
        return tuple(figure for figure in needed if figure is not None and self.hides(figure))


def curtain(published: Published) -> Curtain:
    """The curtain of a publication."""
    cells = tuple(published.cells())
    shown = frozenset(cell.id for cell in cells if not cell.suppressed)
    return Curtain(shown, frozenset(cell.id.code for cell in cells), published.protected)
