"""What a PDF says of itself: entries of ours in its information dictionary, else words on its pages."""

import re
from collections.abc import Mapping

import pikepdf

from builder.base.form_id import FormId, find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.model.answers import Marks
from builder.ooxml.xml import clean
from builder.read.pdf_open import BROKEN
from builder.read.pdf_text import drawn_words

_PREFIX = "/qagida-"
_DIGEST = re.compile(r"(?<![0-9a-z])[0-9a-f]{10,64}(?![0-9a-z])")
_PAGES = 2
"""Pages on which a form number is looked for: it stands on the first."""


def pdf_marks(pdf: pikepdf.Pdf) -> Marks:
    """Marks of the file; the number on the page serves where a program has dropped the properties."""
    given = _given(pdf)
    number = find_form_id(given.get("form", "")) or find_form_id(" ".join(given.values()))
    seen = "" if number is not None and "hash" in given else _seen(pdf)
    number = number or find_form_id(seen)
    digests = _DIGEST.findall(given.get("hash", "")) or _DIGEST.findall(seen)
    return Marks(
        form_id=str(number) if number is not None else None,
        year=_number(given.get("year")) or (number.year if number is not None else None),
        section=_number(given.get("section")),
        language=_language(given.get("language"), number, pdf),
        edition=given.get("edition"),
        digest=digests[-1] if digests else None,
    )


def _given(pdf: pikepdf.Pdf) -> Mapping[str, str]:
    """Properties of the file by their own names, without our prefix."""
    found: dict[str, str] = {}
    try:
        for key, value in pdf.docinfo.items():
            if isinstance(value, pikepdf.String):
                found[str(key).removeprefix(_PREFIX).removeprefix("/")] = clean(str(value)).strip()
    except BROKEN:
        pass
    return {key: value for key, value in found.items() if value}


def _seen(pdf: pikepdf.Pdf) -> str:
    words = []
    for number, page in enumerate(pdf.pages):
        if number >= _PAGES:
            break
        words += [drawn_words(page.obj, apart=False), drawn_words(page.obj)]
    return " ".join(words)


def _number(word: str | None) -> int | None:
    return int(word) if word is not None and re.fullmatch("[0-9]{1,4}", word) else None


def _language(given: str | None, number: FormId | None, pdf: pikepdf.Pdf) -> Language | None:
    if given in tuple(map(str, LAW_LANGUAGES)):
        return Language(given)
    if number is not None:
        return number.language
    tag = str(pdf.Root.get("/Lang", ""))[:2].casefold()
    return Language(tag) if tag in tuple(map(str, LAW_LANGUAGES)) else None
