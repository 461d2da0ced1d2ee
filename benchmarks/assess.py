"""A whole assessment report of three years of 1,000 bodies: where the time goes.

The report for the expert group needs no disclosure control; it is measured too, for a build of all documents
makes both versions.

The evidence is made by script and kept in memory: bodies, answers and figures are invented. Judgements
and texts are those of the example period; in its texts every call asks how many bodies got the form, for what
they say of single figures does not hold of invented ones. Nothing is written to disk.

`python -m benchmarks.assess [COUNT]`
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Stages
from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.base.place import Place
from builder.blocks.tree import Document, Drawing, walk
from builder.compose.assessment.compose import compose
from builder.compose.assessment.report import Report
from builder.load.assessment import load_assessment, load_ledger
from builder.load.library import load
from builder.model.answers import Answer, Form, How, State, Value, ValueKind
from builder.model.assessment import Assessment, Paragraph
from builder.model.cells import Part
from builder.model.collection import Collection, Issue
from builder.model.evidence import Evidence, Year
from builder.model.library import Content, whole
from builder.model.questionnaire import FieldKind
from builder.model.registry import Respondent, Words
from builder.model.respondents import respondents
from builder.model.text import Text
from builder.workflow.assess.dossier import dossier_of
from builder.workflow.assess.public import publication
from builder.workflow.collect.codebook import Entry, codebook
from builder.workflow.project import Project, find, moment_of
from builder.write.chart.picture import dots, picture
from builder.write.docx.writer import write as write_docx
from builder.write.pdf.compiler import compile_pdf, families
from builder.write.pdf.encode import encode
from builder.write.pdf.finish import finish

COUNT = 1_000
YEARS = (2021, 2022, 2023)
PERIOD = "2021-2023"
LANGUAGE = Language.RU
GIVEN = 0.8
"""Share of the answers in words that are given; numbers are given by all, or no year could be compared."""
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
CALLED = "{{ asked(0, 2023) }}"
NUMBERS = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE, FieldKind.DISTRIBUTION})
RECEIVED = datetime(2024, 1, 20, tzinfo=UTC)
LIBRARY = "charts: the drawing library imported"
DRAWN = "charts: drawn as vectors and dots"
TYPST, WORD = "PDF: Typst", "Word: XML and zip, charts drawn before"


def main(count: int = COUNT) -> None:
    project = find(Path(__file__).parent)
    content = whole(load(project.content).library)
    assert content is not None
    assessment = _assessment(project)
    evidence = invented(content, count)
    answers = sum(len(form.answers) for year in evidence.years for form in year.forms)
    print(f"(f) one assessment report, Word and PDF, of {len(YEARS)} years of {count} forms each "
          f"({answers} invented answers, in memory)", flush=True)  # fmt: skip
    stages = Stages()
    tree = _tree(content, assessment, evidence, stages)
    charts, pages = _written(tree, project, assessment, stages)
    _show(stages.seconds, charts, pages)


def _show(seconds: dict[str, float], charts: int, pages: int) -> None:
    total = sum(seconds.values())
    print(f"  {charts} charts, {pages} pages; CPU time in one process")
    for name, value in seconds.items():
        print(f"  {name:58} {value:7.2f} s {100 * value / total:5.1f} %")
    engines = sum(seconds[name] for name in (LIBRARY, DRAWN, TYPST, WORD))
    print(
        f"  all {total:.2f} s, of it charts, Typst and Word {engines:.2f} s: {100 * engines / total:.0f} %\n"
    )


def _assessment(project: Project) -> Assessment:
    """The example period, its texts with calls that hold of any evidence."""
    ledger, _ = load_ledger(project.assessments)
    loaded = load_assessment(project.assessments, PERIOD, ledger)
    made = loaded.assessment
    assert made is not None, loaded.findings
    return replace(
        made,
        period=replace(made.period, description=tuple(map(_paragraph, made.period.description))),
        headings=tuple(
            replace(one, paragraphs=tuple(map(_paragraph, one.paragraphs))) for one in made.headings
        ),
        conclusions=tuple(replace(one, text=_recalled(one.text)) for one in made.conclusions),
    )


def _paragraph(one: Paragraph) -> Paragraph:
    return replace(one, text=_recalled(one.text))


def _recalled(text: Text) -> Text:
    """The text with another call in place of each of its own."""
    wording = text[LANGUAGE]
    runs = tuple(replace(run, text=_CALL.sub(CALLED, run.text)) for run in wording.runs)
    changed = replace(wording, raw=_CALL.sub(CALLED, wording.raw), runs=runs)
    return replace(text, wordings={**text.wordings, LANGUAGE: changed})


def _tree(content: Content, assessment: Assessment, evidence: Evidence, stages: Stages) -> Document:
    with stages.stage("disclosure control: tables, suppression, attack"):
        published = publication(content, assessment, evidence).published
    with stages.stage("dossier: ranks, completeness"):
        dossier = dossier_of(content, assessment, evidence, published)
    with stages.stage("compose, figures in prose and tables included"):
        made = compose(content, dossier, Report(), LANGUAGE)
    with stages.stage("arrange"):
        return arrange(made)


def _written(tree: Document, project: Project, assessment: Assessment, stages: Stages) -> tuple[int, int]:
    """Both formats; charts and pages. Charts are drawn first and remembered, so that writers find them."""
    fonts = project.templates / "fonts"
    moment = moment_of(assessment.period.formed)
    known = families(project.templates)
    with stages.stage(LIBRARY):
        import_module("builder.write.chart.canvas")
    charts = [block.chart for block in walk(tree.blocks) if isinstance(block, Drawing)]
    with stages.stage(DRAWN):
        for chart in charts:
            picture(chart, fonts)
            dots(chart, fonts)
    drawn = picture.cache_info().misses, dots.cache_info().misses
    with stages.stage("PDF: encode for Typst"):
        data = encode(tree, known, fonts)
    with stages.stage(TYPST):
        bare = compile_pdf(data, project.templates, moment, Place("assessment"))
    with stages.stage("PDF: tags, metadata"):
        finished = finish(bare, tree, None)
    with stages.stage(WORD):
        write_docx(tree, project.templates / "docx", moment)
    assert drawn == (picture.cache_info().misses, dots.cache_info().misses), "a writer drew a chart again"
    return len(charts), finished.pages


def invented(content: Content, count: int) -> Evidence:
    """Three years in which every body sent its form back."""
    chance = random.Random(5)
    entries = [
        entry for entry in codebook(content).entries.values() if entry.part not in ("", Part.NO, "reason")
    ]
    return Evidence(tuple(_year(content, number, count, entries, chance) for number in YEARS))


def _year(content: Content, number: int, count: int, entries: list[Entry], chance: random.Random) -> Year:
    opened = Collection(number, date(number + 1, 1, 5), date(number + 1, 2, 5), "mia", date(2024, 10, 24))
    issues, forms = [], []
    for position, one in enumerate(_bodies(content, count), 1):
        asked = (entry for entry in entries if entry.section in (1, one.section))
        answers = {
            entry.code: Answer(entry.code, _value(entry, chance), How.TAG, "")
            for entry in asked
            if entry.kind in NUMBERS or chance.random() < GIVEN
        }
        issues.append(Issue(position, one, opened))
        forms.append(Form(position, one.id, one.section, LANGUAGE, one.id, "docx", "0" * 64, RECEIVED,
                          State.CURRENT, answers))  # fmt: skip
    return Year(opened, tuple(issues), tuple(forms))


def _bodies(content: Content, count: int) -> Iterator[Respondent]:
    """The bodies of the register one after the other, as often as it takes, under invented names."""
    known = respondents(content)
    for position in range(count):
        name = f"invented-{position:04}"
        words = Words(f"Ойдан шығарылған орган {position}", f"Вымышленный орган {position}")
        yield replace(known[position % len(known)], id=name, name=words)


def _value(entry: Entry, chance: random.Random) -> Value:
    if entry.part == Part.NAME:
        return _words(f"Вымышленный вид {chance.randrange(20)}")
    if entry.kind in NUMBERS:
        number = Decimal(chance.choice((0, 1, 2, 5, 8, 20, 150)))
        return Value(ValueKind.EXACT if number else ValueKind.ZERO, str(number), number, number)
    if entry.part == Part.YES:
        return Value(chance.choice((ValueKind.YES, ValueKind.NO)), "x")
    if entry.options:
        return Value(ValueKind.CHOICE, "x", text=chance.choice(tuple(entry.options)))
    return _words(f"Вымышленный ответ {chance.randrange(1000)} для измерения, не настоящий.")


def _words(words: str) -> Value:
    return Value(ValueKind.TEXT, words, text=words)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
