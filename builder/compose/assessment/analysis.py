"""Analysis under the nine headings of point 14, in the words of the Rules, and the conclusions."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, Paragraph
from builder.compose.assessment.charts import charts_of
from builder.compose.assessment.telling import Telling, anchor, entry_anchor, linked
from builder.compose.items import bare
from builder.compose.voice import said
from builder.model.assessment import HEADINGS, Conclusion

POINT = 14


def analysis(telling: Telling, number: int) -> Iterator[Block]:
    """`number` is that of the chapter."""
    yield telling.body("analysis_lead")
    for subpoint in HEADINGS:
        words = heading_words(telling, subpoint)
        yield Heading(3, said(f"{number}.{subpoint}. {words}"), ids.subpoint("assessment", POINT, subpoint))
        found = telling.dossier.assessment.heading(subpoint)
        if found is None or not found.paragraphs:
            yield telling.body("nothing_written")
        else:
            for paragraph in found.paragraphs:
                yield Paragraph(telling.prose(paragraph.text, paragraph.sources))
        yield from charts_of(telling, subpoint)


def heading_words(telling: Telling, subpoint: int) -> str:
    """The subpoint of point 14 as it stands in the Rules, with a capital and without its closing sign."""
    points = (point for chapter in telling.content.rules.chapters for point in chapter.points)
    point = next(one for one in points if one.number == POINT)
    text = next(one.text for one in point.subpoints if one.number == subpoint)
    words = bare(telling.voice.words(text))
    return words[:1].upper() + words[1:]


def conclusions(telling: Telling) -> Iterator[Block]:
    for number, one in enumerate(telling.dossier.assessment.conclusions, 1):
        yield Clause(
            f"{number}.", (*telling.prose(one.text, one.sources), *_entries(telling, one)), 0, anchor(one.id)
        )


def _entries(telling: Telling, one: Conclusion) -> tuple[Run, ...]:
    if not one.entries:
        return ()
    before, _, after = telling.label("of_entries", entries="\0").partition("\0")
    links = linked((code, entry_anchor(code)) for code in one.entries)
    runs = tuple(item for item in links if isinstance(item, Run))
    return (Run(f" ({before}"), *runs, Run(f"{after})"))


def conclusion_numbers(telling: Telling) -> dict[str, int]:
    """Numbers of conclusions by id."""
    return {one.id: number for number, one in enumerate(telling.dossier.assessment.conclusions, 1)}
