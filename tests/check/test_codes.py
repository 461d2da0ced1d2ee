"""One wrong file for every code: what is spoilt, and the findings it must give, with their places."""

from pathlib import Path

import pytest

from builder.base import catalogue
from builder.base.catalogue import codes
from builder.base.language import Language
from builder.model.standing import words_hash
from tests.check import house
from tests.check.wrong import (
    BREAKDOWNS,
    CITATIONS,
    DIVERGENCES,
    LABELS,
    ORDER,
    PLAN,
    ROLES,
    RULES,
    SECTION_1,
    SECTION_2,
    SECTION_3,
    SECTION_4,
    SOP,
    STANDING,
    SUBJECTS,
    TERMS,
    UNITS,
    Wrong,
)
from tests.check.wrong_checks import WRONG_CHECKS
from tests.check.wrong_method import WRONG_METHOD
from tests.check.wrong_registry import WRONG_REGISTRY
from tests.check.wrong_sop import WRONG_SOP
from tests.check.wrong_values import WRONG_VALUES

WRONG = (
    # reading
    Wrong("Q101", UNITS, "units:", "units: [", "- {id: persons"),
    Wrong("Q101", UNITS, 'ru: "человек"', 'ru: "человек" лишнее', "лишнее"),
    Wrong("Q102", RULES, "heading:", "headin:", others=(("Q104", RULES, "number: 1\n      headin"),)),
    Wrong("Q102", RULES, 'kk: "Қағидалар"', 'kz: "x", kk: "Қағидалар"'),
    Wrong("Q102", RULES, "standing: {kk: official", "standing: {uz: official", "uz: official"),
    Wrong("Q103", UNITS, "id: persons,", "id: persons, id: people,", "id: people"),
    Wrong("Q104", UNITS, "id: persons, ", "", "{text:"),
    Wrong("Q104", SECTION_3, "indicator:", "indicator: []\n      data:", "number: 1"),
    Wrong("Q104", ROLES, 'entries: [{kk: "оқытады", ru: "обучает"}]', "entries: []", "{direction"),
    Wrong("Q105", SECTION_3, "number: 3", 'number: "3"', '"3"'),
    Wrong("Q105", SECTION_3, "number: 3", "number: ٣", "٣"),
    Wrong("Q105", ORDER, "date: 2024-10-23", "date: 20241023", "20241023"),
    Wrong("Q105", ORDER, "date: 2024-10-23", "date: 2024-02-30", "2024-02-30"),
    Wrong("Q105", UNITS, 'text: {kk: "адам", ru: "человек"}', "text: адам", "адам"),
    Wrong("Q105", BREAKDOWNS, "open: true", "open: yes", "yes"),
    Wrong("Q106", SECTION_3, "kind: period", "kind: perod", "perod"),
    Wrong("Q107", UNITS, "text: {", "text: &a {", "&a"),
    Wrong("Q107", UNITS, "id: tenge", "id: *a", "*a"),
    Wrong("Q108", UNITS, "text: {", "text: !!map {", "!!map"),
    Wrong("Q109", UNITS, "text: {", "text: " + "[" * 50 + "{", "[" * 13 + "{"),
    # the words of one text
    Wrong("Q201", UNITS, ', ru: "человек"', "", '{kk: "адам"'),
    Wrong("Q202", UNITS, '"человек"', '""'),
    Wrong("Q203", RULES, "субъектілер", "cубъектілер"),
    Wrong("Q203", RULES, "өкілдерінен", "өкiлдерінен"),
    Wrong("Q203", RULES, "Оценка проводится", "Оценка c проводится", "c проводится"),
    Wrong("Q203", TERMS, '"сауалнама"', '"cауалнама"', '{term: "cауалнама"'),
    Wrong("Q204", RULES, "Жалпы", "Ж а л п ы"),
    Wrong("Q205", RULES, "тұратын", "тұра\u00adтын", "\u00ad"),
    Wrong("Q205", RULES, "тұратын", "тұра\u200bтын", "\u200b"),
    Wrong("Q205", RULES, "субъектілер", "суб\u0007ъектілер", "\u0007"),
    Wrong("Q205", RULES, "топ.", "и\u0306оп.", "\u0306"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы  ережелер", "  ережелер"),
    Wrong("Q206", RULES, "Жалпы ережелер", " Жалпы ережелер"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы ережелер ", ' ", ru: "Общие'),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы\u00a0ережелер", "\u00a0"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы\tережелер", "\t"),
    Wrong("Q207", RULES, "Жалпы ережелер", "(Жалпы ережелер"),
    Wrong("Q207", RULES, "Общие положения", "Общие) положения", ") положения"),
    Wrong("Q207", RULES, "Общие положения", "«Общие положения"),
    Wrong("Q207", RULES, 'kk: "Ұғымдар:"', "kk: 'Ұғымдар\":'", "\":'"),
    Wrong("Q208", RULES, "Жалпы ережелер", "Жалпы <b>ережелер</b>", "<b>"),
    Wrong("Q208", RULES, "Жалпы ережелер", "[Жалпы](javascript:x)", "javascript"),
    Wrong("Q209", STANDING, '"000000000000"', f'"{words_hash("оқытады")}"', '"оқытады"', target=ROLES),
    Wrong("Q210", ROLES, 'ru: "обучает"', 'ru: "обучает", standing: {kk: confirmed}', "{kk: confirmed}"),
    # the two languages of one text
    Wrong("Q301", ORDER, "[Правила](rules/title)", "Правила", '{kk: "[Қағидалар]'),
    Wrong("Q301", UNITS, '"адам"', '"адам {page}"', '{kk: "адам {page}"'),
    Wrong("Q302", ORDER, "14-бабының", "15-бабының", '{kk: "Заңның 15'),
    Wrong("Q302", RULES, "3 (үш)", "3 (екі)", 'kk: "Бағалау'),
    Wrong("Q302", ORDER, "5 дней", "6 дней", '{kk: "Департамент бес'),
    Wrong("Q303", ORDER, "от 23 октября 2024", "от 23 ноября 2024", 'kk: "2024 жылғы 23 қазандағы № 849',
          (("Q816", ORDER, "23 ноября"),)),
    Wrong("Q303", ORDER, "к приказу от 23", "к приказу от 22", '{kk: "2024 жылғы 23 қазандағы"',
          (("Q816", ORDER, "22 октября"),)),
    Wrong("Q304", ORDER, "№ 410 бұйрық", "№ 411 бұйрық", 'kk: "2024 жылғы 23 қазандағы № 849',
          (("Q818", ORDER, "2024 жылғы 24 қазандағы № 411"),)),
    # order and identifiers
    Wrong("Q401", SOP, "{number: 2, term", "{number: 3, term"),
    Wrong("Q401", ROLES, "number: 1", "number: 2", others=(("Q819", SUBJECTS, "id: mia"),)),
    Wrong("Q403", CITATIONS, "id: joint", "id: law", "id: law\n    kind: order",
          (("Q812", SOP, '{number: "2.1"'),)),
    Wrong("Q401", RULES, "- number: 1\n              text", "- number: 2\n              text",
          "number: 2\n              text", (("Q404", TERMS, "id: expert_group"),)),
    Wrong("Q401", RULES, "number: 2\n      heading", "number: 3\n      heading"),
    Wrong("Q401", ORDER, "number: 2\n          text", "number: 3\n          text"),
    Wrong("Q401", SECTION_3, "number: 3", "number: 4", others=(
        ("Q403", SECTION_4, "number: 4"),
        ("Q821", SUBJECTS, "id: mlsp"),
    )),
    Wrong("Q401", SECTION_1, "{code: 2", "{code: 3"),
    Wrong("Q402", SECTION_2, "- number: 2\n", "- number: 1\n",
          'number: 1\n      indicator:\n        - text: {kk: "Кез'),
    Wrong("Q402", SECTION_2, "{code: 2", "{code: 1", "{code: 1, kind: count, unit: persons}",
          (("Q504", SECTION_2, "{total: 1"),)),
    Wrong("Q403", UNITS, "id: tenge", "id: persons", '{id: persons, text: {kk: "теңге"'),
    Wrong("Q403", BREAKDOWNS, "id: female", "id: male", '{id: male, text: {kk: "әйел"'),
    Wrong("Q403", SECTION_2, "id: people", "id: topic", "{id: topic, kind: count"),
    Wrong("Q404", ORDER, 'kk: "[Қағидалар](rules/title)', 'kk: "[Қағидалар](rules/titel)', "rules/titel",
          (("Q301", ORDER, '{kk: "[Қағидалар]'),)),
    Wrong("Q404", DIVERGENCES, "where: [rules/p2/2]", "where: [rules/p22]", "id: d001",
          (("Q601", RULES, "Сарапшылар тобы"), ("Q601", RULES, "Группа экспертов"))),
    Wrong("Q404", TERMS, "defined_at: rules/p1.1", "defined_at: rules/p1.7", "id: expert_group"),
    # the questionnaire
    Wrong("Q501", SECTION_2, "{code: 2, kind: count, unit: persons}", "{code: 2, kind: count}"),
    Wrong("Q501", SECTION_2, "{id: people, kind: count, unit: persons,", "{id: people, kind: count,"),
    Wrong("Q502", SECTION_2, "{code: 2, kind: count, unit: persons}", "{code: 2, kind: count, unit: person}"),
    Wrong("Q503", SECTION_2, "breakdowns: [sex]", "breakdowns: [sexx]", "{code: 1"),
    Wrong("Q503", SECTION_2, "breakdown: sex", "breakdown: sexx", "{code: 3"),
    Wrong("Q503", SECTION_2, "options: sex", "options: seks", "{code: 4"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: []", "{total"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: [1, 2]", "{total"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: [4]", "{total"),
    Wrong("Q504", SECTION_2, "total: 1", "total: 9", "{total"),
    Wrong("Q505", SECTION_2, "breakdown: sex, of: 1", "breakdown: sex", "{code: 3"),
    Wrong("Q505", SECTION_2, "breakdown: sex, of: 1", "breakdown: sex, of: 4", "{code: 3"),
    Wrong("Q506", SECTION_2, "kind: choice, options: sex", "kind: choice", "{code: 4"),
    Wrong("Q506", SECTION_2, "{code: 1, kind: period}", "{code: 1, kind: period, unit: persons}"),
    Wrong("Q506", SECTION_2, "{id: topic, kind: text,", "{id: topic, kind: yes_no,"),
    Wrong("Q506", SECTION_2, "{id: topic, kind: text,", "{id: topic, kind: text, unit: persons,"),
    Wrong("Q506", BREAKDOWNS, ", open: true", "", "{id: age"),
    Wrong("Q507", SECTION_3, "          fields:\n            - {code: 1, kind: period}\n", "", "number: 1"),
    Wrong("Q508", SECTION_3, '  addressees:\n    - {kk: "Еңбек министрлігі", ru: "Министерство труда"}\n', "",
          "number: 3"),
    Wrong("Q508", SECTION_1, '  title: {kk: "Жалпы сұрақтар", ru: "Общие вопросы"}\n', "", "number: 1"),
    # terms and divergences
    Wrong("Q601", UNITS, '"человек"', '"человек анкеты"', "анкеты"),
    Wrong("Q601", RULES, "Оценка проводится", "Группа экспертов: оценка проводится"),
    Wrong("Q602", DIVERGENCES, '"Сарапшылар тобы"', '"сарапшылар тобы"', "id: d001"),
    Wrong("Q602", DIVERGENCES, '"Группа экспертов … выводы"', '"выводы … Группа экспертов"', "id: d001"),
    Wrong("Q603", TERMS, '{term: "экспертная группа"', '{term: "экспертный совет"'),
    # fixed words and provenance
    Wrong("Q701", LABELS, "  choose_date:", "  choose_dat:", "provenance:",
          (("Q702", LABELS, '{kk: "сөз", ru: "сөз"}\n  enter_text'),)),
    Wrong("Q702", LABELS, "labels:\n", 'labels:\n  page_off: {kk: "а", ru: "а"}\n', '{kk: "а"'),
    Wrong("Q703", LABELS, 'kk: "{page} {total}"', 'kk: "{page} {totl}"', '"{page} {totl}"'),
    Wrong("Q703", LABELS, 'yes: {kk: "сөз"', 'yes: {kk: "сөз {page}"', '"сөз {page}"'),
    Wrong("Q801", UNITS, "edition: 2024-10-24", "edition: 2024-10-25", "act:"),
    Wrong("Q801", ORDER, 'registration: {number: "35288"', 'registration: {number: "35289"', "act:"),
    Wrong("Q801", ROLES, "edition: 2024-12-01", "edition: 2024-12-02", "act:"),
    Wrong("Q801", PLAN, "edition: 2018-10-01", "edition: 2018-10-02", "act:"),
)  # fmt: skip

ALL = (*WRONG, *WRONG_SOP, *WRONG_CHECKS, *WRONG_REGISTRY, *WRONG_VALUES, *WRONG_METHOD)

ELSEWHERE = frozenset(
    {
        "Q636", "Q637",  # raised while a table is read: tests of the registry
        "Q110", "Q111", "Q112", "Q113", "Q114",  # tests of hostile, missing and misnamed files
        *(code for code in codes() if "Q651" <= code <= "Q661"),  # tests of assessments
        *(code for code in codes() if "Q667" <= code <= "Q679"),  # raised while forms go out and come back
        "Q665", "Q666", "Q680", "Q681", "Q682", "Q683",  # raised while a public version is made
        "Q685",  # raised while a rank is explained
        "Q686", "Q687", "Q688",  # tests of assessments
        *(code for code in codes() if "Q721" <= code <= "Q799"),  # raised while returned forms are read
        *(code for code in codes() if code.startswith("Q9")),  # raised while documents are made
    }
)  # fmt: skip


def test_house_has_nothing_wrong(tmp_path: Path) -> None:
    assert house.shown(house.findings(house.build(tmp_path))) == []


@pytest.mark.parametrize("wrong", ALL, ids=lambda wrong: f"{wrong.code}-{wrong.new[:30]}")
def test_code(wrong: Wrong, tmp_path: Path) -> None:
    content = house.build(tmp_path)
    house.spoil(content, wrong.file, wrong.old, wrong.new)
    found = house.findings(content)
    assert sorted(house.shown(found)) == wrong.expected(content)
    for item in found:
        assert placeholders(item.code) <= set(item.data)


def placeholders(code: str) -> set[str]:
    """What the message of a code asks of a finding."""
    asked: set[str] = set()

    class Data(dict[str, str]):
        def __missing__(self, key: str) -> str:
            asked.add(key)
            return ""

    for part in catalogue.templates(code, Language.EN):
        part.format_map(Data())
    return asked


def test_file_with_another_name(tmp_path: Path) -> None:
    content = house.build(tmp_path)
    (content / TERMS).rename(content / "rules/term.yaml")
    found = house.findings(content)
    assert house.shown(found) == ["Q113 rules/term.yaml:1:1", "Q112 rules/terms.yaml:1:1"]
    assert found[0].data == {"suggestion": "rules/terms.yaml"}


def test_every_code_has_its_wrong_file() -> None:
    assert {wrong.code for wrong in ALL} | ELSEWHERE == set(codes())
