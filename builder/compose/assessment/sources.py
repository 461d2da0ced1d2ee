"""Numbers of sources in the order in which the report cites them, and the list of them (GOST 7.0.100)."""

from collections.abc import Iterable, Iterator, Mapping

from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Clause
from builder.compose.assessment.telling import Telling, source_anchor
from builder.model.assessment import Assessment, Source


def numbered(assessment: Assessment) -> Mapping[str, int]:
    """Number by id: as cited from the description to the recommendations, then those not cited."""
    names = dict.fromkeys((*_cited(assessment), *(source.id for source in assessment.sources)))
    return {name: number for number, name in enumerate(names, 1)}


def _cited(assessment: Assessment) -> Iterator[str]:
    for paragraph in assessment.period.description:
        yield from paragraph.sources
    for judgement in assessment.judgements:
        yield from judgement.sources
    for heading in sorted(assessment.headings, key=lambda heading: heading.subpoint):
        for paragraph in heading.paragraphs:
            yield from paragraph.sources
    for conclusion in assessment.conclusions:
        yield from conclusion.sources
    for recommendation in assessment.recommendations:
        yield from recommendation.sources


def sources(telling: Telling) -> Iterator[Block]:
    """The list, by number."""
    cited = set(_cited(telling.dossier.assessment))
    for source in _ordered(telling):
        words = _described(telling, source)
        if source.id not in cited:
            words = (*words, Run(f" ({telling.label('uncited')})"))
        yield _entry(telling, source, words)


def those(telling: Telling, names: Iterable[str]) -> Iterator[Block]:
    """Some sources only, with the numbers that they have in the report."""
    wanted = set(names)
    for source in _ordered(telling):
        if source.id in wanted:
            yield _entry(telling, source, _described(telling, source))


def _ordered(telling: Telling) -> list[Source]:
    return sorted(telling.dossier.assessment.sources, key=lambda source: telling.numbers[source.id])


def _entry(telling: Telling, source: Source, words: Inlines) -> Block:
    return Clause(f"{telling.numbers[source.id]}.", words, 0, source_anchor(source.id))


def _described(telling: Telling, source: Source) -> Inlines:
    """The description; what was read on the network has its address and the day of reading."""
    if source.address is None:
        return telling.voice.runs(source.text)
    text, key = telling.voice.words(source.text), "address_undated" if source.visited is None else "address"
    day = "" if source.visited is None else f"{source.visited:%d.%m.%Y}"
    words = telling.voice.label(f"assess_{key}", text=text, day=day, address="\0")
    before, _, after = words.partition("\0")
    return (Run(before), Run(source.address, target=source.address), Run(after))
