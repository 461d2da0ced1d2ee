"""What a workbook says of itself: hidden properties first, visible words where they are gone."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from builder.base.form_id import FormId, find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.workbook import Words, Workbook
from builder.model.answers import Marks
from builder.read.codes import leading
from builder.read.sheet.cells import Opened
from builder.read.wording import folded

Blanks = Callable[[int, Language], Workbook]
"""The blank form of a section in a language."""

SECTIONS = range(2, 17)
"""Sections of addressees; section 1 is in every form."""

_ENOUGH = 3
_DIGITS = re.compile(r"[0-9]{1,4}")


def marks_of(book: Opened, blanks: Blanks) -> Marks:
    """The marks; section and language are found by codes and wording when nothing else tells them."""
    said = book.properties
    form = find_form_id(said.get("qagida-form", "")) or _visible(book)
    language = _language(said.get("qagida-language", ""))
    if language is None and form is not None:
        language = form.language
    section = _number(said.get("qagida-section", ""))
    if section not in SECTIONS:
        section = _by_codes(book)
    if section is None or language is None:
        section, language = _by_words(book, blanks, section, language)
    year = _number(said.get("qagida-year", ""))
    return Marks(
        form_id=str(form) if form is not None else None,
        year=year if year is not None or form is None else form.year,
        section=section,
        language=language,
        edition=said.get("qagida-edition"),
        digest=said.get("qagida-hash"),
    )


def _visible(book: Opened) -> FormId | None:
    texts = (cell.text for page in book.pages for cell in page.cells() if len(cell.text) < 1000)
    return next((form for text in texts if (form := find_form_id(text)) is not None), None)


def _language(word: str) -> Language | None:
    return next((language for language in LAW_LANGUAGES if language.value == word), None)


def _number(word: str) -> int | None:
    return int(word) if _DIGITS.fullmatch(word) else None


def _by_codes(book: Opened) -> int | None:
    """The section that most codes of the sheets begin with."""
    leads = (leading(cell.text) for page in book.pages for cell in page.cells() if len(cell.text) < 20)
    numbers = Counter(
        int(lead.code.partition(".")[0]) for lead in leads if lead is not None and lead.code.count(".") > 1
    )
    counted = [(count, number) for number, count in numbers.items() if number in SECTIONS]
    count, number = max(counted, default=(0, 0))
    return number if count >= _ENOUGH else None


def _by_words(
    book: Opened, blanks: Blanks, section: int | None, language: Language | None
) -> tuple[int | None, Language | None]:
    """The form whose words are in the sheets; what is known already stays."""
    seen = {folded(cell.text) for page in book.pages for cell in page.cells()}
    best: tuple[int, int | None, Language | None] = (_ENOUGH - 1, section, language)
    for number in SECTIONS if section is None else (section,):
        for spoken in LAW_LANGUAGES if language is None else (language,):
            count = len(seen & set(_own_words(blanks(number, spoken))))
            if count > best[0]:
                best = (count, number, spoken)
    return best[1:]


def _own_words(book: Workbook) -> Iterable[str]:
    """Official words of the addressee's own section."""
    for row in book.sheets[-1].rows:
        words = row.text if isinstance(row, Words) else row.wording
        if words:
            yield folded(words)
