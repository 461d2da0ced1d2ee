"""Issued workbooks and made-up answers to them. Respondents, answers and numbers here are fixtures."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from builder.base.language import Language
from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Line, Workbook
from builder.compose.workbook import blank, workbook
from builder.model.answers import Filled
from builder.model.collection import Collection, Issue
from builder.model.library import Content
from builder.model.registry import Respondent, Words
from builder.read.sheet.marks import Blanks
from builder.read.xlsx import read_xlsx
from builder.write.xlsx.writer import write

SECTIONS = range(2, 17)
LANGUAGES = (Language.KK, Language.RU)

_NUMBERS = (
    "12", "0", "1 234", "около 100", "90-ға дейін", "1-2 млн", "12 (двенадцать)", "нет данных", "-",
    "≈100", "1,5", "шамамен 40",
)  # fmt: skip
_TEXTS = (
    "Адам саудасына қарсы іс-қимыл",
    "Первая строка\nвторая строка",
    "=1+1",
    "+7 (700) 000-00-00",
    '"Кавычки" & <знаки>',
    " с пробелом в начале",
)


def issue(section: int, number: int = 31) -> Issue:
    body = Words("Сынақ органы", "Пробный орган")
    collection = Collection(2026, date(2027, 1, 11), date(2027, 2, 11), "mia", date(2024, 10, 24))
    return Issue(number, Respondent(f"test-{section}", "mia", section, body, body, "astana"), collection)


def issued(content: Content, section: int, language: Language) -> bytes:
    """The bytes of an issued form, each written once."""
    key = (id(content), section, language)
    if key not in _issued:
        _issued[key] = write(workbook(content, issue(section), language))
    return _issued[key]


_issued: dict[tuple[int, int, Language], bytes] = {}


_blanks: dict[int, Blanks] = {}


def blanks(content: Content) -> Blanks:
    """Blank forms, each composed once."""
    if id(content) not in _blanks:

        @cache
        def made(section: int, language: Language) -> Workbook:
            return blank(content, section, language)

        _blanks[id(content)] = made
    return _blanks[id(content)]


def read(content: Content, data: bytes, name: str = "form.xlsx") -> Filled:
    return read_xlsx(data, name, blanks(content))


def answers(book: Workbook, *, ids: bool = False) -> dict[str, str | bool]:
    """An answer to every line of a form; `ids` gives choices by their id, as surveys do."""
    return dict(_answers(book, ids=ids))


def _answers(book: Workbook, *, ids: bool) -> Iterator[tuple[str, str | bool]]:
    for number, line in enumerate(book.lines):
        match line.kind:
            case ControlKind.NUMBER:
                yield line.code, _NUMBERS[number % len(_NUMBERS)]
            case ControlKind.DATE:
                yield line.code, f"2026-03-{number % 28 + 1:02}"
            case ControlKind.CHECK:
                yield line.options[number % 3 % 2].value, True
            case ControlKind.CHOICE:
                option = line.options[number % len(line.options)]
                yield line.code, option.value if ids else option.label
            case ControlKind.LINE | ControlKind.AREA:
                yield line.code, _TEXTS[number % len(_TEXTS)]


def said(filled: Filled) -> dict[str, str | bool]:
    """What was read, in the shape of `answers`."""
    return {one.code: True if one.ticked else one.text for one in filled.found}


def codes(filled: Filled) -> list[str]:
    """Codes of the findings, each once, in order."""
    return sorted({finding.code for finding in filled.findings})


def places(filled: Filled, code: str) -> list[str]:
    return [finding.place.at for finding in filled.findings if finding.code == code]


def line_of(book: Workbook, kind: ControlKind, *, listed: bool = False) -> Line:
    """The first line of a kind in the addressee's own section."""
    return next(
        line for line in book.sheets[-1].lines if line.kind is kind and (line.entry is not None) is listed
    )
