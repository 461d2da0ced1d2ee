"""Files that somebody broke, or sent with intent: a finding, and never a hang or an exception."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.base.finding import Finding
from builder.base.language import Language
from builder.load.decode import Decoder
from builder.load.library import FILES, load, load_file
from builder.load.tree import MAX_BYTES, parse, read, walk
from builder.model.questionnaire import SectionFile, UnitsFile
from tests.patience import patience

UNITS = """\
provenance: {act: "1", registration: "2", edition: 2024-10-24, publication: V, standing: {kk: own, ru: own}}
units:
  - {id: a, text: {kk: "адам", ru: "человек"}}
"""

BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def codes(found: list[Finding]) -> list[str]:
    return [item.code for item in found]


def taken(path: Path) -> tuple[object, list[str]]:
    value, _, found = load_file(path, "content/x.yaml", UnitsFile)
    return value, codes(found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "Q109"),
        ("{a: " * 100_000, "Q109"),
        ("- " * 100_000, "Q109"),
        ("? " * 100_000, "Q101"),
        (BOMB, "Q107"),
        ("a: *nobody", "Q107"),
        ("a: !!python/object/apply:os.system ['true']", "Q108"),
        ("!!python/name:os.system x", "Q108"),
        ("a: !local x", "Q108"),
        ("", "Q101"),
        ("# only a comment\n", "Q101"),
        ("---\na: 1\n---\nb: 2\n", "Q101"),
        ("a: b: c", "Q101"),
        ("a:\n\t- b", "Q101"),
        ("? [a, b]\n: c", "Q101"),
        ('a: "open', "Q101"),
        ("a: \x00", "Q205"),
        ("a: \x1b[31m", "Q205"),
        ("%YAML 9.9\n---\na: 1", "Q101"),
    ],
)
def test_refused(text: str, code: str) -> None:
    with patience():
        node, found = parse(text, "content/x.yaml")
    assert node is None
    assert codes(found) == [code]


def test_place_of_a_control_character_counts_letters_not_bytes() -> None:
    _, found = parse("a: б\nв: қазақ\x07ша сөз", "x")
    assert (found[0].place.line, found[0].place.column) == (2, 9)
    assert found[0].data == {"character": "U+0007", "word": "қазақша"}


def test_duplicate_keys_at_every_depth() -> None:
    _, found = parse("a: 1\na: 2\nb:\n  - {c: 1, c: {d: 1, d: 2}}\n", "x")
    assert [(item.code, item.place.line, item.place.column) for item in found] == [
        ("Q103", 2, 1),
        ("Q103", 4, 12),
        ("Q103", 4, 22),
    ]


def test_many_unknown_keys() -> None:
    node, _ = parse("".join(f"key{number}: 1\n" for number in range(60_000)), "x")
    assert node is not None
    with patience():
        assert Decoder({}).decode(node, UnitsFile) is None


def test_long_word_is_cut_in_findings() -> None:
    node, _ = parse(f"{'к' * 500}: 1", "x")
    assert node is not None
    decoder = Decoder({})
    decoder.decode(node, UnitsFile)
    assert max(len(word) for item in decoder.findings for word in item.data.values()) <= 80


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)


def make_large(path: Path) -> None:
    path.write_bytes(b"#" * (MAX_BYTES + 1))


def make_cp1251(path: Path) -> None:
    path.write_bytes("units: адам".encode("cp1251"))


def make_utf16(path: Path) -> None:
    path.write_text(UNITS, encoding="utf-16")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "Q112"),
        (make_empty, "Q101"),
        (make_folder, "Q114"),
        (make_dangling, "Q112"),
        (make_loop, "Q114"),
        (make_sparse, "Q110"),
        (make_large, "Q110"),
        (make_cp1251, "Q111"),
        (make_utf16, "Q111"),
    ],
)
def test_wrong_file(make: Callable[[Path], None], code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    make(path)
    assert taken(path) == (None, [code])


def test_invalid_byte_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\nb: x\xff\n")
    _, found = read(path, "content/x.yaml")
    assert (str(found[0].place), found[0].data) == ("content/x.yaml:2:5", {"byte": "ff"})


@pytest.mark.parametrize(
    "data",
    [
        UNITS.encode(),
        UNITS.encode("utf-8-sig"),
        UNITS.replace("\n", "\r\n").encode(),
        UNITS.replace("\n", "\r").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr"],
)
def test_ways_to_save_a_file(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    value, found = taken(path)
    assert isinstance(value, UnitsFile)
    assert found == []
    assert value.units[0].text.plain(Language.KK) == "адам"
    assert value.units[0].text[Language.RU].at(0).line == 3


@pytest.mark.parametrize(
    "text", ["- 1\n- 2", "word", "42", "null", "{}", "units: {}", "units: [[[]]]", "~: 1"]
)
def test_wrong_shape(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    value, found = taken(path)
    assert value is None
    assert set(found) <= {"Q102", "Q104", "Q105"}
    assert found


@pytest.mark.parametrize(
    "code",
    [
        "{{ config }} {% for x in y %}{{ x }}{% endfor %}",
        '#let x = 1 #sys.version $x^2$ #read("/etc/passwd")',
        "${HOME} $(id) %s %(a)s {0} {name}",
        "=cmd|' /C calc'!A0",
        "\\input{x} \\write18{id}",
        "a < b > c & d",
    ],
)
def test_code_in_a_text_stays_words(code: str) -> None:
    quoted = code.replace("'", "''")
    node, found = parse(UNITS.replace('"человек"', f"'{quoted}'"), "x")
    assert node is not None
    decoder = Decoder({})
    value = decoder.decode(node, UnitsFile)
    assert found == []
    assert value is not None
    assert value.units[0].text[Language.RU].raw == code
    assert value.units[0].text.plain(Language.RU) == code.replace("\\\\", "\\")


def test_folder_without_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    loaded = load(tmp_path / "content")
    assert set(codes(list(loaded.findings))) == {"Q112"}
    assert load(tmp_path / "nothing").library == loaded.library


KINDS = st.sampled_from([*(cls for _, cls in FILES.values()), SectionFile])
SCRAPS = st.sampled_from(
    [
        *("a", "id", "units", "section", "order", "text", "kk", "ru", "standing", "number", "1", "true", "ұ"),
        *(
            ":",
            ": ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ",",
            '"',
            "'",
            "&",
            "*",
            "!",
            "|",
            ">",
            ">-\n",
            "%",
        ),
        *(
            "#",
            "?",
            "~",
            "\t",
            "2024-10-24",
            "\\",
            "](rules/p1)",
            "**",
            "<b>",
            "\ufeff",
            "\u2028",
            "\x85",
            "\r",
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(SCRAPS, max_size=60).map("".join)), KINDS)
def test_no_text_breaks_the_loader(text: str, cls: type) -> None:
    node, found = parse(text, "content/x.yaml")
    if node is None:
        assert found
        return
    assert all(part.place.line >= 1 and part.place.column >= 1 for part in walk(node))
    decoder = Decoder({})
    value = decoder.decode(node, cls)
    assert (value is None) <= bool(decoder.findings)
    for item in decoder.texts:
        for wording in item.wordings.values():
            assert wording.at(len(wording.raw)).line >= 1


@given(st.binary(max_size=400))
def test_no_bytes_break_the_loader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "x.yaml"
    path.write_bytes(data)
    value, _, found = load_file(path, "content/x.yaml", UnitsFile)
    assert value is not None or found
