"""A small house of content with nothing wrong in it, and a way to spoil one thing."""

from datetime import date
from pathlib import Path

from builder.base.finding import Finding, in_order
from builder.check.all import check
from builder.load.library import load
from builder.model.labels import LABELS
from tests.check import house_checks, house_method, house_registry, house_sop, house_values

TODAY = date(2027, 11, 21)
"""A year to the day after the contacts of the house were checked."""

PROVENANCE = """\
provenance:
  act: "849/410"
  registration: "35288"
  edition: 2024-10-24
  publication: V2400035288
  standing: {kk: official, ru: official}
"""

ORDER = """\
order:
  title: {kk: "Бекіту туралы", ru: "Об утверждении"}
  imprint:
    kk: "2024 жылғы 23 қазандағы № 849 және 2024 жылғы 24 қазандағы № 410 бұйрық"
    ru: "Приказ от 23 октября 2024 года № 849 и от 24 октября 2024 года № 410"
  registration: {number: "35288", date: 2024-10-24}
  numbers:
    - {body: mia, number: "849", date: 2024-10-23}
    - {body: mlsp, number: "410", date: 2024-10-24}
  preamble: {kk: "Заңның 14-бабының 2-тармағына сәйкес", ru: "Согласно пункту 2 статьи 14 Закона"}
  points:
    - number: 1
      paragraphs:
        - {kk: "[Қағидалар](rules/title) бекітілсін.", ru: "Утвердить [Правила](rules/title)."}
    - number: 2
      paragraphs:
        - {kk: "Департамент бес күн ішінде:", ru: "Департаменту в течение 5 дней:"}
      subpoints:
        - {number: 1, text: {kk: "тіркеуді;", ru: "регистрацию;"}}
        - number: 2
          text: {kk: "хабарлауды (2-тармақтың 1) тармақшасы).", ru: "уведомление (подпункт 1) пункта 2)."}
  signatures:
    - {post: {kk: "Министр", ru: "Министр"}, name: {kk: "Е. Сәденов", ru: "Е. Саденов"}}
  agreements:
    - {mark: {kk: "КЕЛІСІЛДІ", ru: "СОГЛАСОВАН"}, body: {kk: "Министрлік", ru: "Министерство"}}
  stamp:
    - {kk: "2024 жылғы 23 қазандағы", ru: "Приложение"}
    - {kk: "№ 849 бұйрығына", ru: "к приказу от 23 октября 2024 года № 849"}
"""

RULES = """\
rules:
  title: {kk: "Қағидалар", ru: "Правила"}
  chapters:
    - number: 1
      heading: {kk: "Жалпы ережелер", ru: "Общие положения"}
      points:
        - number: 1
          paragraphs:
            - kk: "Ұғымдар:"
              ru: "Понятия:"
          subpoints:
            - number: 1
              text:
                kk: >-
                  сараптама тобы – субъектілер
                  өкілдерінен тұратын топ.
                ru: >-
                  экспертная группа – группа
                  из представителей субъектов.
    - number: 2
      heading: {kk: "Тәртіп", ru: "Порядок"}
      points:
        - number: 2
          paragraphs:
            - kk: "Бағалау 3 (үш) жылда 1 (бір) рет өткізіледі."
              ru: "Оценка проводится 1 (один) раз в 3 (три) года."
            - kk: "Сарапшылар тобы қорытынды жасайды."
              ru: "Группа экспертов делает выводы."
"""

TERMS = """\
terms:
  - id: expert_group
    defined_at: rules/p1.1
    kk: {term: "сараптама тобы", avoid: ["сарапшылар тоб"]}
    ru: {term: "экспертная группа", avoid: ["группа экспертов", "группы экспертов"]}
  - id: questionnaire
    kk: {term: "сауалнама"}
    ru: {term: "опросник", avoid: ["анкет"]}
"""

DIVERGENCES = """\
divergences:
  - id: d001
    where: [rules/p2/2]
    kind: term
    kk: "Сарапшылар тобы"
    ru: "Группа экспертов … выводы"
    note: {kk: "Басқаша аталған.", ru: "Названа иначе."}
    effect: {kk: "Бұл – сол топ.", ru: "Это та же группа."}
"""

QUESTIONNAIRE = """\
questionnaire:
  mark:
    - {kk: "Қосымша", ru: "Приложение"}
  title: {kk: "Сауалнама", ru: "Опросник"}
  columns:
    - {kk: "№", ru: "№"}
    - {kk: "Көрсеткіштер", ru: "Показатели"}
    - {kk: "Деректер", ru: "Данные"}
"""

SECTION_1 = """\
section:
  number: 1
  title: {kk: "Жалпы сұрақтар", ru: "Общие вопросы"}
  items:
    - number: 1
      indicator:
        - text: {kk: "Қандай тәуекелдер бар?", ru: "Какие есть риски?"}
      data:
        - number: 1
          text: {kk: "Олқылықтар:", ru: "Пробелы:"}
          prompt: {kk: "Иә / Жоқ", ru: "Да/Нет"}
          fields:
            - {code: 1, kind: yes_no}
        - number: 2
          text: {kk: "Басқа:", ru: "Иное:"}
          fields:
            - {code: 2, kind: text}
"""

SECTION_2 = """\
section:
  number: 2
  addressees:
    - {kk: "Ішкі істер министрлігі", ru: "Министерство внутренних дел"}
  items:
    - number: 1
      indicator:
        - text: {kk: "Қылмыстар саны", ru: "Количество преступлений"}
          fields:
            - {code: 1, kind: count, unit: persons, breakdowns: [sex]}
            - {code: 2, kind: count, unit: persons}
        - text: {kk: "Жынысы", ru: "Пол"}
          fields:
            - {code: 3, kind: distribution, unit: persons, breakdown: sex, of: 1}
            - {code: 4, kind: choice, options: sex}
            - code: 5
              kind: entries
              columns:
                - {id: topic, kind: text, label: {kk: "Тақырып", ru: "Тема"}}
                - {id: people, kind: count, unit: persons, label: {kk: "Саны", ru: "Число"}}
      sums:
        - {total: 1, parts: [2], relation: within}
    - number: 2
      indicator:
        - text: {kk: "Кезең", ru: "Период"}
          fields:
            - {code: 1, kind: period}
"""

OTHER_SECTION = """\
section:
  number: {number}
  addressees:
    - {{kk: "Еңбек министрлігі", ru: "Министерство труда"}}
  items:
    - number: 1
      indicator:
        - text: {{kk: "Кезең", ru: "Период"}}
          fields:
            - {{code: 1, kind: period}}
"""

UNITS = """\
units:
  - {id: persons, text: {kk: "адам", ru: "человек"}}
  - {id: tenge, text: {kk: "теңге", ru: "тенге"}}
"""

BREAKDOWNS = """\
breakdowns:
  - id: sex
    title: {kk: "жынысы", ru: "пол"}
    categories:
      - {id: male, text: {kk: "еркек", ru: "мужской"}}
      - {id: female, text: {kk: "әйел", ru: "женский"}}
  - {id: age, title: {kk: "жасы", ru: "возраст"}, open: true}
  - id: region
    title: {kk: "өңір", ru: "регион"}
    categories:
      - {id: abai, text: {kk: "Абай облысы", ru: "область Абай"}}
"""


def _labels() -> str:
    lines = ["labels:"]
    for key, names in LABELS.items():
        words = " ".join(f"{{{name}}}" for name in sorted(names)) or "сөз"
        lines.append(f'  {key}: {{kk: "{words}", ru: "{words}"}}')
    return "\n".join(lines) + "\n"


HOUSE = {
    "rules/order.yaml": ORDER,
    "rules/rules.yaml": RULES,
    "rules/terms.yaml": TERMS,
    "rules/divergences.yaml": DIVERGENCES,
    "questionnaire/questionnaire.yaml": QUESTIONNAIRE,
    "questionnaire/units.yaml": UNITS,
    "questionnaire/breakdowns.yaml": BREAKDOWNS,
    "labels.yaml": _labels(),
    "questionnaire/section-01.yaml": SECTION_1,
    "questionnaire/section-02.yaml": SECTION_2,
    **{
        f"questionnaire/section-{number:02}.yaml": OTHER_SECTION.format(number=number)
        for number in range(3, 17)
    },
}


def build(root: Path) -> Path:
    """The house as a content folder."""
    content = root / "content"
    files = {name: PROVENANCE + text for name, text in HOUSE.items()}
    files |= house_checks.HOUSE | house_sop.HOUSE | house_registry.HOUSE | house_values.HOUSE
    files |= house_method.HOUSE
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def spoil(content: Path, name: str, old: str, new: str) -> None:
    """One thing in one file is replaced."""
    path = content / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def findings(content: Path) -> tuple[Finding, ...]:
    """All findings of reading and of checking."""
    loaded = load(content)
    return in_order((*loaded.findings, *check(loaded.library, TODAY)))


def shown(found: tuple[Finding, ...]) -> list[str]:
    """`Q102 rules/terms.yaml:7:3` for each."""
    return [
        f"{item.code} {item.place.path.removeprefix('content/')}:{item.place.line}:{item.place.column}"
        for item in found
    ]


def where(content: Path, name: str, words: str) -> str:
    """Line and column at which the words first stand in a file."""
    text = (content / name).read_text(encoding="utf-8")
    assert words in text, f"{words!r} is not in {name}"
    before = text[: text.index(words)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
