"""The content seen in one language: what every composer speaks with."""

from dataclasses import dataclass, replace
from datetime import date

from builder.base.dates import long_date
from builder.base.inline import Run, Runs
from builder.base.language import Language
from builder.blocks.inline import Inlines
from builder.blocks.tree import Paragraph, Style
from builder.compose.heard import BELOW_CONFIRMED, note
from builder.model.library import Content
from builder.model.text import Text, Wording


@dataclass(frozen=True, slots=True)
class Voice:
    """Content and the language it is spoken in.

    `translated`: the whole document is a draft translation. A notice and the running head say so;
    italics are for single texts among official ones.
    """

    content: Content
    language: Language
    translated: bool = False

    def label(self, key: str, **data: object) -> str:
        """A fixed word; `data` fills its placeholders."""
        words = self.words(self.content.labels.labels[key])
        for name, value in data.items():
            words = words.replace("{" + name + "}", str(value))
        return words

    def words(self, text: Text) -> str:
        return self._spoken(text).plain

    def runs(self, text: Text) -> Runs:
        """The runs of a text; single wordings that are not official yet are set in italics."""
        wording = self._spoken(text)
        if wording.standing in BELOW_CONFIRMED and not self.translated:
            return tuple(replace(run, emphasis=True) for run in wording.runs)
        return wording.runs

    def _spoken(self, text: Text) -> Wording:
        """Every word of a document comes through here, so that none below `confirmed` is missed."""
        return note(self.language, text[self.language])

    def day(self, day: date) -> str:
        return long_date(day, self.language)

    def paragraph(self, text: Text, style: Style = Style.BODY, anchor: str | None = None) -> Paragraph:
        return Paragraph(self.runs(text), style, anchor)

    def notice(self) -> Paragraph:
        """What stands first in a document with a text below `confirmed`."""
        if self.translated:
            return self.translation_notice()
        return Paragraph((Run(self.label("draft_notice")),), Style.NOTICE)

    def translation_notice(self) -> Paragraph:
        """What stands first in a draft translation."""
        return Paragraph((Run(self.label("draft_notice_translation")),), Style.NOTICE)


def said(words: str, *, strong: bool = False) -> Inlines:
    """Words as inline content."""
    return (Run(words, strong=strong),)
