"""The map of judged entries: probability by consequence, numbers of entries in the cells."""

from collections.abc import Iterator

from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.blocks.tree import Block, Paragraph, Style
from builder.compose.assessment.judged import judged
from builder.compose.assessment.telling import Telling
from builder.compose.charts import drawing
from builder.compose.voice import said


def heat(telling: Telling) -> Iterator[Block]:
    """The drawing, and under it every entry with the reasons; nothing while nothing is judged."""
    if not telling.dossier.assessment.judgements:
        yield telling.body("nothing_judged")
        return
    yield drawing(telling.voice, heat_chart(telling))
    words = f"{telling.label('heat')}. {telling.label('heat_note')}"
    yield Paragraph(said(words), Style.NOTE, keep=True)
    yield from judged(telling)


def heat_chart(telling: Telling) -> Chart:
    """Rows from the highest probability down; the class of a cell is that of the stated table."""
    method, words = telling.content.method, telling.voice.words
    codes: dict[tuple[int, int], list[str]] = {}
    for one in telling.dossier.assessment.judgements:
        codes.setdefault((one.probability, one.consequence), []).append(one.code)
    runs = []
    for step in reversed(method.probability):
        data = []
        for other in method.consequence:
            class_ = float(method.class_of(step.value, other.value))
            data.append(Datum(class_, class_, ", ".join(codes.get((step.value, other.value), ()))))
        runs.append(Run(f"{step.value}. {words(step.name)}", tuple(data)))
    return Chart(
        ChartKind.HEAT,
        telling.label("heat"),
        tuple(f"{step.value}. {words(step.name)}" for step in method.consequence),
        tuple(runs),
        "",
        telling.label("consequence"),
        side=telling.label("probability"),
        classes=tuple(words(one.name) for one in sorted(method.classes, key=lambda one: one.value)),
    )
