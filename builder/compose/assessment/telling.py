"""The voice of a document of an assessment: it knows the dossier and the numbers of sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from builder.base import ids
from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Heading, Paragraph, Style
from builder.compose.assessment.calls import runs
from builder.compose.assessment.curtain import Curtain
from builder.compose.assessment.dossier import Dossier
from builder.compose.voice import Voice, said
from builder.model.evidence import Figure, Slice
from builder.model.library import Content
from builder.model.tables import folded, named_code
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Telling:
    """`numbers` are those of the sources by id; `curtain` keeps back what the public must not see."""

    voice: Voice
    dossier: Dossier
    numbers: Mapping[str, int]
    curtain: Curtain | None = None

    @property
    def public(self) -> bool:
        """A public document tells of no single body and has no free text of respondents."""
        return self.curtain is not None

    @property
    def nothing(self) -> str:
        """What stands where nothing is known, or nothing may be shown."""
        return self.label("suppressed") if self.public else self.voice.label("value_not_answered")

    def figure(self, code: str, year: int) -> Figure | None:
        """A figure, None in public where it is kept back."""
        found = self.dossier.figure(code, year)
        return None if found is None else self.seen(found)

    def seen(self, figure: Figure) -> Figure | None:
        """The figure itself, or None where the readers of this document must not see it."""
        return None if self.curtain is not None and self.curtain.hides(figure) else figure

    def slices(self, code: str) -> tuple[Slice, ...]:
        """Breakdowns of a field; to the public, names of the respondents' own only where they are cleared."""
        found = self.dossier.known.slices(code)
        if not self.public:
            return found
        cleared = frozenset(map(folded, self.dossier.assessment.period.public_names))
        return tuple(
            one if one.category else _published(one)
            for one in found
            if one.category or folded(one.name) in cleared
        )

    def unit(self, name: str) -> str:
        return self.voice.words(self.content.unit(name).text)

    @property
    def content(self) -> Content:
        return self.voice.content

    @property
    def language(self) -> Language:
        return self.voice.language

    def label(self, key: str, **data: object) -> str:
        """A fixed word of an assessment: `assess_` and the key."""
        return self.voice.label(f"assess_{key}", **data)

    def prose(self, text: Text, sources: Iterable[str] = ()) -> Inlines:
        """A text with its figures put in and the numbers of its sources at the end."""
        known = self.dossier.known
        if self.curtain is not None:
            text = self.curtain.covered(known, text, self.language, self.label("suppressed"))
        return (*runs(self.voice, known, text), *self.cited(sources))

    def cited(self, sources: Iterable[str]) -> Inlines:
        """` [2, 5]` with links to the list of sources; numbers go up."""
        numbers = sorted((self.numbers[name], name) for name in set(sources))
        if not numbers:
            return ()
        linked = [Run(str(number), target=source_anchor(name)) for number, name in numbers]
        between = [item for link in linked for item in (Run(", "), link)][1:]
        return (Run(" ["), *between, Run("]"))

    def body(self, key: str, **data: object) -> Paragraph:
        return Paragraph(said(self.label(key, **data)))

    def heading(self, level: int, words: str, name: str) -> Heading:
        return Heading(level, said(words), anchor(name))

    def years(self, key: str) -> tuple[str, ...]:
        """Words for each year of the period, as headings of columns."""
        return tuple(self.label(key, year=year) for year in self.dossier.years)


def _published(one: Slice) -> Slice:
    """A category that respondents named, its figures under the code that they have in public tables."""
    code = named_code(one.code, one.name)
    figures = tuple(replace(figure, code=code) for figure in one.series.figures)
    return replace(one, series=replace(one.series, figures=figures))


def anchor(name: str) -> str:
    """`assessment/annex2`, `assessment/entry/1.1.3`: a place of the report."""
    return ids.part("assessment", name)


def source_anchor(name: str) -> str:
    return anchor(f"source/{name}")


def entry_anchor(code: str) -> str:
    """Where the measures of an entry of a ranked list stand."""
    return anchor(f"entry/{code}")


def code_anchor(code: str) -> str:
    """The row of the annex that has the figures of a code."""
    return anchor(f"code/{code}")


def linked(items: Iterable[tuple[str, str]]) -> Inlines:
    """Words with links, joined by commas."""
    found = [item for words, target in items for item in (Run(", "), Run(words, target=target))]
    return tuple(found[1:])


def note(content: Inlines, *, keep: bool = False) -> Block:
    return Paragraph(content, Style.NOTE, keep=keep)
