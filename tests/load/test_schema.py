"""The schemas that editors use say the same as the decoder, and are up to date."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from builder.load.assessment import FILES as ASSESSMENT_FILES
from builder.load.decode import Decoder
from builder.load.library import FILES, OPTIONAL, SECTIONS
from builder.load.schema import schemas, text_of
from builder.load.tree import Mapping, Node, Scalar, Sequence, parse, read
from builder.model.questionnaire import BreakdownsFile, SectionFile, UnitsFile

ROOT = Path(__file__).parent.parent.parent
ALL = schemas()
KINDS = {
    **{name: f"{part}.json" for name, (part, _) in FILES.items() if name not in OPTIONAL},
    **dict.fromkeys(SECTIONS, "section.json"),
}
ASSESSMENT = {name: f"assessment_{part}.json" for name, (part, _) in ASSESSMENT_FILES.items()}


def plain(node: Node) -> Any:
    """What an editor sees: only unquoted words may be numbers, true or false."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.plain and re.fullmatch(r"[0-9]{1,9}", node.value):
        return int(node.value)
    return {"true": True, "false": False}.get(node.value, node.value) if node.plain else node.value


def faults(name: str, node: Node) -> list[str]:
    validator = Draft202012Validator(ALL[name], format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(plain(node))]


def test_one_schema_for_every_kind_of_file() -> None:
    content = {f"{part}.json" for part, _ in FILES.values()} | {"section.json"}
    assert content | set(ASSESSMENT.values()) == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_schema_is_valid_and_up_to_date(name: str) -> None:
    Draft202012Validator.check_schema(ALL[name])
    kept = (ROOT / "schema" / name).read_text(encoding="utf-8")
    assert kept == text_of(ALL[name]), "run `make schema`"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in (ROOT / "schema").glob("*.json")} == set(ALL)


@pytest.mark.parametrize("name", KINDS)
def test_content_follows_its_schema(name: str) -> None:
    node, found = read(ROOT / "content" / name, name)
    assert node is not None, found
    assert faults(KINDS[name], node) == []


@pytest.mark.parametrize("name", ASSESSMENT)
def test_the_example_follows_its_schema(name: str) -> None:
    node, found = read(ROOT / "assessment/2021-2023" / name, name)
    assert node is not None, found
    assert faults(ASSESSMENT[name], node) == []


HEAD = 'provenance: {act: "1", registration: "2", edition: 2024-10-24, publication: V, standing: {kk: own}}\n'
UNIT = HEAD + 'units:\n  - {id: a, text: {kk: "адам", ru: "человек"}}\n'
SPLIT = HEAD + 'breakdowns:\n  - {id: a, title: {kk: "жасы", ru: "возраст"}, open: true, rows: 3}\n'
SECTION = HEAD + (
    "section:\n  number: 3\n  items:\n    - number: 1\n      indicator:\n"
    '        - text: {kk: "а", ru: "б"}\n          fields:\n            - {code: 1, kind: count, unit: a}\n'
)


RIGHT = (
    (UnitsFile, UNIT, "", ""),
    (UnitsFile, UNIT, 'ru: "человек"', 'ru: "человек", standing: {kk: draft}'),
    (UnitsFile, UNIT, "2024-10-24", '"2024-10-24"'),
    (BreakdownsFile, SPLIT, "", ""),
    (SectionFile, SECTION, "", ""),
)
WRONG = (
    (UnitsFile, UNIT, "units:", "unit:"),
    (UnitsFile, UNIT, "id: a, ", ""),
    (UnitsFile, UNIT, "id: a", 'id: ""'),
    (UnitsFile, UNIT, "id: a", "id: [a]"),
    (UnitsFile, UNIT, "id: a", "id: a, x: 1"),
    (UnitsFile, UNIT, "ru: ", "en: "),
    (UnitsFile, UNIT, '"человек"', '" "'),
    (UnitsFile, UNIT, '"человек"', "[человек]"),
    (UnitsFile, UNIT, 'ru: "человек"', 'ru: "человек", standing: {kk: drafty}'),
    (UnitsFile, UNIT, 'ru: "человек"', 'ru: "человек", standing: {en: draft}'),
    (UnitsFile, UNIT, 'ru: "человек"', 'ru: "человек", standing: draft'),
    (UnitsFile, UNIT, "2024-10-24", "24.10.2024"),
    (UnitsFile, UNIT, "2024-10-24", "2024-13-24"),
    (BreakdownsFile, SPLIT, "open: true", 'open: "true"'),
    (BreakdownsFile, SPLIT, "open: true", "open: yes"),
    (BreakdownsFile, SPLIT, "rows: 3", "rows: -3"),
    (BreakdownsFile, SPLIT, "rows: 3", "rows: 3.5"),
    (BreakdownsFile, SPLIT, "rows: 3", 'rows: "3"'),
    (BreakdownsFile, SPLIT, "rows: 3", "place: 3"),
    (SectionFile, SECTION, "kind: count", "kind: counts"),
    (SectionFile, SECTION, "kind: count, ", ""),
    (SectionFile, SECTION, "- number: 1", "- role: note\n      number: 1"),
    (SectionFile, SECTION, "items:", "items: {}\n  more:"),
)


@pytest.mark.parametrize(
    ("cls", "text", "old", "new", "right"),
    [*((*case, True) for case in RIGHT), *((*case, False) for case in WRONG)],
)
def test_schema_and_decoder_agree(cls: type, text: str, old: str, new: str, right: bool) -> None:
    node, found = parse(text.replace(old, new, 1), "x")
    assert node is not None, found
    decoder = Decoder({})
    decoder.decode(node, cls)
    name = {UnitsFile: "units.json", BreakdownsFile: "breakdowns.json", SectionFile: "section.json"}[cls]
    assert (decoder.findings == []) is right
    assert (faults(name, node) == []) is right


def test_every_key_is_explained_and_no_help_is_left_over() -> None:
    helped = tomllib.loads((ROOT / "builder/base/schema_help.toml").read_text(encoding="utf-8"))
    lines = {entry["kk"] for keys in helped.values() for entry in keys.values()}
    shown = "".join(json.dumps(schema, ensure_ascii=False) for schema in ALL.values())
    for owner, keys in helped.items():
        for key, entry in keys.items():
            assert set(entry) == {"kk", "ru", "en"}, f"{owner}.{key}"
    assert all(json.dumps(line, ensure_ascii=False)[1:-1] in shown for line in lines)


def test_editor_knows_every_file() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    assert {Path(name).name for name in mapped} == set(ALL)
    for schema, files in mapped.items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files)) or files.removeprefix("content/") in OPTIONAL, files
