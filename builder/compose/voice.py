"""The content seen in one language: what every composer speaks with."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from builder.base.dates import long_date
from builder.base.inline import Run, Runs
from builder.base.language import Language
from builder.blocks.inline import Inlines
from builder.blocks.tree import Paragraph, Style
from builder.model.library import Content, Named
from builder.model.text import Standing, Text

_UNOFFICIAL = frozenset({Standing.DRAFT, Standing.STALE})


@dataclass(frozen=True, slots=True)
class Voice:
    """Content and the language it is spoken in."""

    content: Content
    language: Language

    def label(self, key: str, **data: object) -> str:
        """A fixed word; `data` fills its placeholders."""
        words = self.content.labels.labels[key].plain(self.language)
        for name, value in data.items():
            words = words.replace("{" + name + "}", str(value))
        return words

    def words(self, text: Text) -> str:
        return text.plain(self.language)

    def runs(self, text: Text) -> Runs:
        """The runs of a text; wording that is not official yet is set in italics."""
        wording = text[self.language]
        if wording.standing in _UNOFFICIAL:
            return tuple(replace(run, emphasis=True) for run in wording.runs)
        return wording.runs

    def day(self, day: date) -> str:
        return long_date(day, self.language)

    def paragraph(self, text: Text, style: Style = Style.BODY, anchor: str | None = None) -> Paragraph:
        return Paragraph(self.runs(text), style, anchor)

    def notice(self, nodes: Iterable[Named]) -> tuple[Paragraph, ...]:
        """A warning when one of the nodes is not official in this language."""
        if all(node.text[self.language].standing not in _UNOFFICIAL for node in nodes):
            return ()
        return (Paragraph((Run(self.label("draft_notice")),), Style.NOTICE),)


def said(words: str, *, strong: bool = False) -> Inlines:
    """Words as inline content."""
    return (Run(words, strong=strong),)
