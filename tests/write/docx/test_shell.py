"""Word shells: which is taken, how it is filled, what is wrong with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import Furniture, Paragraph
from tests.write.docx.opened import SHELLS, changed_shell, made, opened, with_furniture

PLAIN = made(Paragraph((Run("words"),)))
MARK = "{{ body }}"


def in_part(name: str, old: str, new: str) -> Callable[[str, str], str]:
    def change(part: str, text: str) -> str:
        if part != name:
            return text
        assert old in text
        return text.replace(old, new)

    return change


def finding(folder: Path) -> tuple[str, str, dict[str, str]]:
    with pytest.raises(QagidaError) as caught:
        opened(PLAIN, folder)
    (found,) = caught.value.findings
    return found.code, found.place.path, dict(found.data)


def test_undeclared_placeholder_is_an_error(tmp_path: Path) -> None:
    changed_shell(tmp_path, in_part("word/footer1.xml", "{{ edition }}", "{{ edition }} {{ minister }}"))
    shell = (tmp_path / "document.kk.docx").as_posix()
    assert finding(tmp_path) == ("Q901", shell, {"placeholder": "minister"})


def test_missing_shell_is_an_error(tmp_path: Path) -> None:
    shell = (tmp_path / "document.kk.docx").as_posix()
    assert finding(tmp_path) == ("Q902", shell, {"shell": "document.kk.docx"})


@pytest.mark.parametrize("data", [b"", b"not a zip", (SHELLS / "document.kk.docx").read_bytes()[:3000]])
def test_damaged_shell_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "document.kk.docx").write_bytes(data)
    assert finding(tmp_path)[0] == "Q902"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "<w:body>", "<w:body"),
        ("word/document.xml", "w:pgSz", "w:pgSx"),
        ("word/footer1.xml", "{{ edition }}", "{{ edition | nothing }}"),
        ("word/footer1.xml", "{{ edition }}", "{{ edition"),
        ("word/footer1.xml", "{{ edition }}", "{{ ().__class__ }}{{ edition.x.y }}"),
    ],
)
def test_broken_part_is_an_error(tmp_path: Path, part: str, old: str, new: str) -> None:
    changed_shell(tmp_path, in_part(part, old, new))
    assert finding(tmp_path)[0] == "Q902"


def test_shell_without_one_of_our_styles_is_an_error(tmp_path: Path) -> None:
    changed_shell(tmp_path, in_part("word/styles.xml", 'w:name w:val="Qagida Stamp"', 'w:name w:val="Stamp"'))
    code, _, data = finding(tmp_path)
    assert code == "Q902"
    assert "Qagida Stamp" in data["shell"]


def test_own_shell_of_a_kind_goes_before_the_general_one(tmp_path: Path) -> None:
    for name, words in (("test.kk.docx", "OWN"), ("document.kk.docx", "GENERAL")):
        shell = changed_shell(tmp_path, in_part("word/footer1.xml", "{{ edition }}", words))
        (shell / "document.kk.docx").rename(shell / name)
    assert "OWN" in " ".join(opened(PLAIN, tmp_path).furniture())
    assert "GENERAL" in " ".join(opened(replace(PLAIN, kind="other"), tmp_path).furniture())


def test_edited_shell_is_read_again(tmp_path: Path) -> None:
    changed_shell(tmp_path, lambda _, text: text)
    opened(PLAIN, tmp_path)
    changed_shell(tmp_path, in_part("word/footer1.xml", "{{ edition }}", "NEW"))
    assert "NEW" in " ".join(opened(PLAIN, tmp_path).furniture())


def test_placeholder_cut_by_word_into_runs_is_filled(tmp_path: Path) -> None:
    cut = '{{ </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>edition</w:t></w:r><w:r><w:t> }}'
    changed_shell(tmp_path, in_part("word/footer1.xml", "{{ edition }}", cut))
    assert any(text.startswith("edition") for text in opened(PLAIN, tmp_path).furniture())


def test_letterhead_in_the_body_stands_before_the_text(tmp_path: Path) -> None:
    letterhead = f"LETTERHEAD {{{{ edition }}}}</w:t></w:r></w:p><w:p><w:r><w:t>{MARK}"
    changed_shell(tmp_path, in_part("word/document.xml", MARK, letterhead))
    assert opened(PLAIN, tmp_path).ask("//w:body/w:p//w:t/text()") == ["LETTERHEAD edition", "words"]


def test_shell_without_a_place_for_the_body_gets_it_at_its_end(tmp_path: Path) -> None:
    changed_shell(tmp_path, in_part("word/document.xml", MARK, "before"))
    assert opened(PLAIN, tmp_path).ask("//w:body/w:p//w:t/text()") == ["before", "words"]


def test_localised_style_ids_are_followed(tmp_path: Path) -> None:
    """A Russian Word renames `BodyText` to `a3` when it saves."""

    def change(_: str, text: str) -> str:
        return text.replace('"BodyText"', '"a3"')

    changed_shell(tmp_path, change)
    assert opened(PLAIN, tmp_path).ask("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["a3"]


@pytest.mark.parametrize(
    ("language", "page_of", "expected"),
    [
        (Language.KK, "{total} беттің {page} беті", " NUMPAGES 1 беттің  PAGE 1 беті"),
        (Language.RU, "стр. {page} из {total}", "стр.  PAGE 1 из  NUMPAGES 1"),
        (Language.KK, "{page} / {total}", " PAGE 1 /  NUMPAGES 1"),
    ],
)
def test_page_numbers_stand_in_the_order_of_the_language(
    language: Language, page_of: str, expected: str
) -> None:
    document = with_furniture(made(language=language), Furniture("edition", "hash", page_of))
    assert f"edition{expected}hash" in list(opened(document).furniture())


def test_first_page_has_the_edition_but_no_number() -> None:
    book = opened(PLAIN)
    (first,) = book.ask("//w:footerReference[@w:type='first']/@*[local-name()='id']")
    text = "".join(book.ask("//w:t/text() | //w:instrText/text()", f"word/{first}.xml"))
    assert text == "editionhash"
    assert book.find("//w:sectPr/w:titlePg")


def test_margins_are_no_less_than_the_office_rules_ask() -> None:
    least = {"left": 1134, "right": 567, "top": 567, "bottom": 567}
    for path in SHELLS.glob("*.docx"):
        kind, language, _ = path.name.split(".")
        book = opened(replace(PLAIN, kind=kind, language=language))
        for side, twips in least.items():
            assert int(book.ask(f"//w:pgMar/@w:{side}")[0]) >= twips - 1
