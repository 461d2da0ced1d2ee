"""A small assessment with nothing wrong in it, beside the house of content."""

from pathlib import Path

from builder.base.finding import Finding
from builder.workflow.check import check_project
from builder.workflow.project import Project
from tests.check import house

PERIOD = "2021-2023"

_PROVENANCE = """\
provenance:
  act: example
  registration: "-"
  edition: 2024-09-11
  publication: EXAMPLE
  standing: {kk: draft, ru: own}
"""

_PERIOD = """\
period:
  first: 2021
  last: 2023
  formed: 2024-09-11
  official: false
  note: {kk: "Үлгі", ru: "Пример"}
  description:
    - text:
        kk: 'Барлығы {{ value("2.1.1", 2023, "dative") }} ([бұйрық](order/p1)).'
        ru: 'Всего {{ value("2.1.1", 2023) }} ([приказ](order/p1)).'
    - text: {kk: "Мәтін.", ru: "Текст."}
      sources: [collection]
"""

_HEADING = """\
  - subpoint: {subpoint}
    paragraphs:
      - text: {{kk: "Талдау.", ru: "Анализ."}}
        sources: [article]
"""

_CONCLUSIONS = """\
conclusions:
  - id: c1
    text: {kk: "Қорытынды.", ru: "Вывод."}
    entries: ["1.1.1"]
"""

_RECOMMENDATIONS = """\
recommendations:
  - id: r1
    text: {kk: "Ұсыным.", ru: "Рекомендация."}
    direction: cooperation
    executors: [mia]
    form: {kk: "хаттама", ru: "протокол"}
    indicator: {kk: "саны", ru: "число"}
    follows: [c1]
    minimizes: ["1.1.1"]
"""

_JUDGEMENTS = """\
judgements:
  - code: "1.1.1"
    probability: 4
    consequence: 3
    reason: {kk: "Себебі.", ru: "Причина."}
    answers: ["1.1.1.1@mia/2023"]
"""

_SOURCES = """\
sources:
  - {id: collection, kind: collection, text: {kk: "Жинақ", ru: "Сборник"}}
  - {id: article, kind: article, text: {kk: "Мақала", ru: "Статья"}}
"""

HOUSE = {
    "period.yaml": _PERIOD,
    "analysis.yaml": "headings:\n" + "".join(_HEADING.format(subpoint=number) for number in range(1, 10)),
    "conclusions.yaml": _CONCLUSIONS,
    "recommendations.yaml": _RECOMMENDATIONS,
    "judgements.yaml": _JUDGEMENTS,
    "sources.yaml": _SOURCES,
}


def build(root: Path) -> Path:
    """The house of content and, beside it, the folder of assessments, which is answered."""
    house.build(root)
    folder = root / "assessment"
    (folder / PERIOD).mkdir(parents=True)
    for name, text in HOUSE.items():
        (folder / PERIOD / name).write_text(_PROVENANCE + text, encoding="utf-8")
    return folder


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    """One thing in one file of the period is replaced."""
    house.spoil(folder / PERIOD, name, old, new)


def findings(folder: Path) -> tuple[Finding, ...]:
    """All findings of reading and of checking, those of the content included."""
    return check_project(Project(folder.parent)).findings


def shown(found: tuple[Finding, ...]) -> list[str]:
    """`Q651 analysis.yaml:7:5` for each."""
    prefix = f"assessment/{PERIOD}/"
    return [
        f"{item.code} {item.place.path.removeprefix(prefix)}:{item.place.line}:{item.place.column}"
        for item in found
    ]


def where(folder: Path, name: str, words: str) -> str:
    """Line and column at which the words first stand in a file of the period."""
    return house.where(folder / PERIOD, name, words)
