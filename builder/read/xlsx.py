"""A returned workbook: answers by the codes of their rows, and everything else that somebody wrote."""

from collections.abc import Iterator, Mapping

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.base.place import Place
from builder.model.answers import Filled, Marks, Stray
from builder.ooxml.package import read
from builder.read.names import legible
from builder.read.refusal import refused
from builder.read.sheet.cells import MOST_CELLS, Opened, TooMuchError, opened
from builder.read.sheet.marks import Blanks, marks_of
from builder.read.sheet.reading import Reading
from builder.read.sheet.rows import blank_of

__all__ = ["Blanks", "read_xlsx"]


def read_xlsx(data: bytes, name: str, blanks: Blanks, parts: Mapping[str, bytes] | None = None) -> Filled:
    """The answers of a workbook. `blanks` gives the blank form of a section in a language.

    `parts` are those of the package where it was unpacked before.

    Raises QagidaError: Q721 when the file is damaged, Q727 when it holds more cells than any form.
    """
    name = legible(name)
    try:
        book = opened(parts or read(data))
    except TooMuchError as error:
        raise refused("Q727", name, excess="cells", limit=str(MOST_CELLS)) from error
    except Exception as error:
        # Zip, XML, numbers and dates raise almost anything over a damaged file.
        raise refused("Q721", name, trouble="damaged") from error
    marks = marks_of(book, blanks)
    if marks.section is None or marks.language is None:
        return _foreign(book, name, marks)
    others = (language for language in LAW_LANGUAGES if language is not marks.language)
    forms = [blanks(marks.section, language) for language in (marks.language, *others)]
    reading = Reading(name, blank_of(forms[0]), forms)
    for page in book.pages:
        reading.page(page)
    return reading.filled(marks)


def _foreign(book: Opened, name: str, marks: Marks) -> Filled:
    """A workbook in which nothing of a form can be recognised: its words are kept as they are."""
    finding = Finding(
        "Q751", Place(name), {"arrangement": "form", "sheet": book.pages[0].title if book.pages else "—"}
    )
    return Filled(name, "xlsx", marks, (), tuple(_all(book)), (finding,))


def _all(book: Opened) -> Iterator[Stray]:
    for page in book.pages:
        for cell in page.cells():
            if cell.text.strip() or cell.formula:
                yield Stray(cell.text or cell.formula, page.place(cell))
