"""Figures for the calls in prose: from the evidence, as the analysis sums and breaks them."""

from dataclasses import dataclass

from builder.analyse.series import NoFigureError, figure
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content


@dataclass(frozen=True, slots=True)
class CollectedFigures:
    """What compose/assessment/saying.Figures asks for."""

    content: Content
    evidence: Evidence

    def figure(self, code: str, year: int) -> Figure | None:
        """The figure of a code in a year; None for a code that takes no number or a year not collected."""
        if self.evidence.year(year) is None:
            return None
        try:
            return figure(self.content, self.evidence, code, year)
        except NoFigureError:
            return None
