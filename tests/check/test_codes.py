"""One wrong file for every code: what is spoilt, and the findings it must give, with their places."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.base.catalogue import codes
from tests.check import house

ORDER = "rules/order.yaml"
RULES = "rules/rules.yaml"
TERMS = "rules/terms.yaml"
DIVERGENCES = "rules/divergences.yaml"
SECTION_1 = "questionnaire/section-01.yaml"
SECTION_2 = "questionnaire/section-02.yaml"
SECTION_3 = "questionnaire/section-03.yaml"
UNITS = "questionnaire/units.yaml"
BREAKDOWNS = "questionnaire/breakdowns.yaml"
LABELS = "labels.yaml"


@dataclass(frozen=True)
class Wrong:
    """`old` becomes `new` in `file`; the findings are `code` at `places`, then `others`."""

    code: str
    file: str
    old: str
    new: str
    places: str
    others: tuple[str, ...] = ()

    @property
    def expected(self) -> list[str]:
        return sorted([*(f"{self.code} {self.file}:{place}" for place in self.places.split()), *self.others])


WRONG = (
    # reading
    Wrong("Q101", UNITS, "units:", "units: [", "8:3"),
    Wrong("Q101", UNITS, "units:", "units: a\nunits2", "9:3"),
    Wrong("Q102", RULES, "heading:", "headin:", "11:7", ("Q104 rules/rules.yaml:10:7",)),
    Wrong("Q102", RULES, 'kk: "Қағидалар"', 'kz: "x", kk: "Қағидалар"', "8:11"),
    Wrong("Q102", RULES, "standing: {kk: official", "standing: {uz: official", "6:14"),
    Wrong("Q103", UNITS, "id: persons,", "id: persons, id: people,", "8:18"),
    Wrong("Q104", UNITS, "id: persons, ", "", "8:5"),
    Wrong("Q104", SECTION_3, "indicator:", "indicator: []\n      data:", "12:7"),
    Wrong("Q105", SECTION_3, "number: 3", 'number: "3"', "8:11"),
    Wrong("Q105", SECTION_3, "number: 3", "number: ٣", "8:11"),
    Wrong("Q105", ORDER, "date: 2024-10-23", "date: 20241023", "13:44"),
    Wrong("Q105", ORDER, "date: 2024-10-23", "date: 2024-02-30", "13:44"),
    Wrong("Q105", UNITS, 'text: {kk: "адам", ru: "человек"}', "text: адам", "8:24"),
    Wrong("Q105", BREAKDOWNS, "open: true", "open: yes", "13:62"),
    Wrong("Q106", SECTION_3, "kind: period", "kind: perod", "15:31"),
    Wrong("Q107", UNITS, "text: {", "text: &a {", "8:24"),
    Wrong("Q107", UNITS, "id: tenge", "id: *a", "9:10"),
    Wrong("Q108", UNITS, "text: {", "text: !!map {", "8:24"),
    Wrong("Q109", UNITS, "text: {", "text: " + "[" * 50 + "{", "8:60"),
    Wrong("Q113", TERMS, "", "", "1:1"),
    # the words of one text
    Wrong("Q201", UNITS, ', ru: "человек"', "", "8:24"),
    Wrong("Q202", UNITS, '"человек"', '""', "8:41"),
    Wrong("Q203", RULES, "субъектілер", "cубъектілер", "20:34"),
    Wrong("Q203", RULES, "өкілдерінен", "өкiлдерінен", "21:19"),
    Wrong("Q203", RULES, "Оценка проводится", "Оценка c проводится", "32:27"),
    Wrong("Q203", TERMS, '"сауалнама"', '"cауалнама"', "13:9"),
    Wrong("Q204", RULES, "Жалпы", "Ж а л п ы", "11:22"),
    Wrong("Q205", RULES, "тұратын", "тұра\u00adтын", "21:35"),
    Wrong("Q205", RULES, "тұратын", "тұра\u200bтын", "21:35"),
    Wrong("Q205", RULES, "субъектілер", "суб\u0007ъектілер", "20:37"),
    Wrong("Q205", RULES, "топ.", "и\u0306оп.", "21:40"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы  ережелер", "11:27"),
    Wrong("Q206", RULES, "Жалпы ережелер", " Жалпы ережелер", "11:22"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы ережелер ", "11:36"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы\u00a0ережелер", "11:27"),
    Wrong("Q206", RULES, "Жалпы ережелер", "Жалпы\tережелер", "11:27"),
    Wrong("Q207", RULES, "Жалпы ережелер", "(Жалпы ережелер", "11:22"),
    Wrong("Q207", RULES, "Общие положения", "Общие) положения", "11:49"),
    Wrong("Q207", RULES, "Общие положения", "«Общие положения", "11:44"),
    Wrong("Q207", RULES, 'kk: "Ұғымдар:"', "kk: 'Ұғымдар\":'", "16:26"),
    Wrong("Q208", RULES, "Жалпы ережелер", "Жалпы <b>ережелер</b>", "11:28"),
    Wrong("Q208", RULES, "Жалпы ережелер", "[Жалпы](javascript:x)", "11:30"),
    # the two languages of one text
    Wrong("Q301", ORDER, "[Правила](rules/title)", "Правила", "18:11"),
    Wrong("Q301", UNITS, '"адам"', '"адам {page}"', "8:24"),
    Wrong("Q302", ORDER, "14-бабының", "15-бабының", "15:13"),
    Wrong("Q302", RULES, "3 (үш)", "3 (екі)", "31:15"),
    Wrong("Q302", ORDER, "5 дней", "6 дней", "21:11"),
    Wrong("Q303", ORDER, "от 23 октября 2024", "от 23 ноября 2024", "10:5"),
    Wrong("Q303", ORDER, "к приказу от 23", "к приказу от 22", "30:7"),
    Wrong("Q304", ORDER, "№ 410 бұйрық", "№ 411 бұйрық", "10:5"),
    # order and identifiers
    Wrong("Q401", RULES, "number: 2\n          paragraphs", "number: 4\n          paragraphs", "29:11",
          ("Q404 rules/divergences.yaml:8:5",)),
    Wrong("Q401", ORDER, "{number: 2, text", "{number: 3, text", "24:11"),
    Wrong("Q401", SECTION_3, "number: 3", "number: 4", "8:3", ("Q403 questionnaire/section-04.yaml:8:3",)),
    Wrong("Q401", SECTION_1, "{code: 2", "{code: 3", "24:15", ("Q401 questionnaire/section-01.yaml:24:15",)),
    Wrong("Q402", SECTION_2, "- number: 2\n", "- number: 1\n", "26:7"),
    Wrong("Q402", SECTION_2, "{code: 2", "{code: 1", "16:15", ("Q504 questionnaire/section-02.yaml:26:11",)),
    Wrong("Q403", UNITS, "id: tenge", "id: persons", "9:5"),
    Wrong("Q403", BREAKDOWNS, "id: female", "id: male", "12:9"),
    Wrong("Q403", SECTION_2, "id: people", "id: topic", "24:19"),
    Wrong("Q404", ORDER, 'kk: "[Қағидалар](rules/title)', 'kk: "[Қағидалар](rules/titel)', "18:28",
          ("Q301 rules/order.yaml:18:11",)),
    Wrong("Q404", DIVERGENCES, "where: [rules/p2/2]", "where: [rules/p22]", "8:5",
          ("Q601 rules/rules.yaml:33:20", "Q601 rules/rules.yaml:34:20")),
    Wrong("Q404", TERMS, "defined_at: rules/p1.1", "defined_at: rules/p1.7", "8:5"),
    # the questionnaire
    Wrong("Q501", SECTION_2, "{code: 2, kind: count, unit: persons}", "{code: 2, kind: count}", "16:15"),
    Wrong("Q501", SECTION_2, "{id: people, kind: count, unit: persons,", "{id: people, kind: count,", "24:19"),
    Wrong("Q502", SECTION_2, "{code: 2, kind: count, unit: persons}", "{code: 2, kind: count, unit: person}", "16:15"),
    Wrong("Q503", SECTION_2, "breakdowns: [sex]", "breakdowns: [sexx]", "15:15"),
    Wrong("Q503", SECTION_2, "breakdown: sex", "breakdown: sexx", "19:15"),
    Wrong("Q503", SECTION_2, "options: sex", "options: seks", "20:15"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: []", "26:11"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: [1, 2]", "26:11"),
    Wrong("Q504", SECTION_2, "parts: [2]", "parts: [4]", "26:11"),
    Wrong("Q505", SECTION_2, "breakdown: sex, of: 1", "breakdown: sex", "19:15"),
    Wrong("Q505", SECTION_2, "breakdown: sex, of: 1", "breakdown: sex, of: 4", "19:15"),
    Wrong("Q506", SECTION_2, "kind: choice, options: sex", "kind: choice", "20:15"),
    Wrong("Q506", SECTION_2, "{code: 1, kind: period}", "{code: 1, kind: period, unit: persons}", "31:15"),
    Wrong("Q506", SECTION_2, "{id: topic, kind: text,", "{id: topic, kind: yes_no,", "23:19"),
    Wrong("Q506", SECTION_2, "{id: topic, kind: text,", "{id: topic, kind: text, unit: persons,", "23:19"),
    Wrong("Q506", BREAKDOWNS, ", open: true", "", "13:5"),
    Wrong("Q507", SECTION_3, "          fields:\n            - {code: 1, kind: period}\n", "", "12:7"),
    Wrong("Q508", SECTION_3, '  addressees:\n    - {kk: "Министрлік", ru: "Министерство"}\n', "", "8:3"),
    Wrong("Q508", SECTION_1, '  title: {kk: "Жалпы сұрақтар", ru: "Общие вопросы"}\n', "", "8:3"),
    # terms and divergences
    Wrong("Q601", UNITS, '"человек"', '"человек анкеты"', "8:50"),
    Wrong("Q601", RULES, "Оценка проводится", "Группа экспертов: оценка проводится", "32:20"),
    Wrong("Q602", DIVERGENCES, '"Сарапшылар тобы"', '"сарапшылар тобы"', "8:5"),
    Wrong("Q602", DIVERGENCES, '"Группа экспертов … выводы"', '"выводы … Группа экспертов"', "8:5"),
    Wrong("Q603", TERMS, 'ru: {term: "экспертная группа"', 'ru: {term: "экспертный совет"', "11:9"),
    # fixed words and provenance
    Wrong("Q701", LABELS, "  choose_date:", "  choose_dat:", "8:3", ("Q702 labels.yaml:41:15",)),
    Wrong("Q702", LABELS, "labels:\n", 'labels:\n  page_off: {kk: "а", ru: "а"}\n', "8:13"),
    Wrong("Q703", LABELS, 'page_of: {kk: "{page} {total}"', 'page_of: {kk: "{page} {totl}"', "8:17"),
    Wrong("Q703", LABELS, 'yes: {kk: "сөз"', 'yes: {kk: "сөз {page}"', "48:13"),
    Wrong("Q801", UNITS, "edition: 2024-10-24", "edition: 2024-10-25", "2:3"),
    Wrong("Q801", ORDER, 'registration: {number: "35288"', 'registration: {number: "35289"', "2:3"),
)  # fmt: skip

ELSEWHERE = frozenset(
    {
        "Q110", "Q111", "Q112", "Q114",  # tests of hostile and missing files
        *(code for code in codes() if code.startswith("Q9")),  # raised while documents are made
    }
)  # fmt: skip


def test_house_has_nothing_wrong(tmp_path: Path) -> None:
    assert house.shown(house.findings(house.build(tmp_path))) == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.code}-{wrong.new[:30]}")
def test_code(wrong: Wrong, tmp_path: Path) -> None:
    content = house.build(tmp_path)
    if wrong.code == "Q113":
        (content / TERMS).rename(content / "rules/term.yaml")
        assert house.shown(house.findings(content)) == [
            "Q113 rules/term.yaml:1:1",
            "Q112 rules/terms.yaml:1:1",
        ]
        return
    house.spoil(content, wrong.file, wrong.old, wrong.new)
    assert sorted(house.shown(house.findings(content))) == wrong.expected


def test_every_code_has_its_wrong_file() -> None:
    assert {wrong.code for wrong in WRONG} | ELSEWHERE == set(codes())
