"""Copies of a form have the bytes that each would have by itself."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.workbook import Workbook
from builder.compose.workbook import blank, workbook
from builder.load.library import load
from builder.model.library import Content, whole
from builder.write.xlsx.copies import Copier
from builder.write.xlsx.writer import write
from tests.kinds.addressed.issues import issue, named

ROOT = Path(__file__).parents[3]
LONG = "Республикалық мемлекеттік мекеменің өте ұзын атауы " * 4


def test_copies_are_what_the_writer_makes(content: Content) -> None:
    copier = Copier()
    for language in LAW_LANGUAGES:
        plain = blank(content, 13, language)
        for one in (
            issue(1),
            issue(2, region=None),
            issue(30_000, region="astana"),
            named(issue(4), LONG.strip(), 'ТОО «А&Б» <"филиал">'),
            named(issue(5), "=1+1", "'"),
        ):
            book = workbook(content, one, language, plain)
            assert copier.write(book, (13, language)) == write(book)
    assert len(copier.forms) < 10


@cache
def _form() -> tuple[Content, Workbook]:
    content = whole(load(ROOT / "content").library)
    assert content is not None
    return content, blank(content, 13, Language.RU)


@settings(deadline=None, max_examples=12)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Co"]), min_size=1, max_size=200))
def test_any_name_is_copied_as_it_is_written(name: str) -> None:
    content, plain = _form()
    book = workbook(content, named(issue(), name, name), Language.RU, plain)
    assert Copier().write(book, 13) == write(book)
