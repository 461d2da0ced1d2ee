"""Bookmarks and links."""

import pytest

from builder.base.inline import Run
from builder.blocks.tree import Clause, Heading, Paragraph, Style
from builder.ooxml.names import bookmark_name
from tests.specimen import specimen
from tests.write.docx.opened import made, opened

RELATIONSHIPS = "word/_rels/document.xml.rels"


def test_inner_links_lead_to_bookmarks() -> None:
    book = opened(specimen())
    names = book.ask("//w:bookmarkStart/@w:name")
    assert names == ["specimen_title", "specimen_p1", "specimen_p1__1"]
    assert book.ask("//w:hyperlink/@w:anchor") == ["specimen_p1"]
    assert book.ask("//w:bookmarkStart/@w:id") == book.ask("//w:bookmarkEnd/@w:id")


def test_addresses_are_relationships_one_for_each() -> None:
    links = [Run("a", target="https://e.org/?a=1&b=ү"), Run(" "), Run("b", target="https://e.org/?a=1&b=ү")]
    book = opened(made(Paragraph(tuple(links)), Paragraph((Run("c", target="mailto:a@b.kz"),))))
    targets = dict(
        zip(
            book.ask("//*[@TargetMode='External']/@Id", RELATIONSHIPS),
            book.ask("//*[@TargetMode='External']/@Target", RELATIONSHIPS),
            strict=True,
        )
    )
    used = book.ask("//w:hyperlink/@*[local-name()='id']")
    assert [targets[item] for item in used] == ["https://e.org/?a=1&b=%D2%AF"] * 2 + ["mailto:a@b.kz"]
    assert len(targets) == 2


def test_words_of_one_link_stay_together() -> None:
    content = (Run("see "), Run("a", target="p"), Run("b", strong=True, target="p"))
    book = opened(made(Clause("1.", content, anchor="p")))
    assert book.texts("//w:hyperlink") == ["ab"]


def test_link_without_its_target_is_plain_words() -> None:
    book = opened(made(Paragraph((Run("a", target="rules/p9"),))))
    assert not book.find("//w:hyperlink")
    assert book.ask("//w:t/text()") == ["a"]


def test_anchor_twice_makes_one_bookmark() -> None:
    book = opened(made(Heading(1, (Run("a"),), "x"), Heading(1, (Run("b"),), "x")))
    assert book.ask("//w:bookmarkStart/@w:name") == ["x"]


@pytest.mark.parametrize(
    ("node", "name"), [("rules/p9", "rules_p9"), ("rules/p2.5", "rules_p2__5"), ("rules/p9/2", "rules_p9_2")]
)
def test_bookmark_names_are_readable(node: str, name: str) -> None:
    assert bookmark_name(node) == name


def test_bookmark_names_are_safe_and_distinct() -> None:
    nodes = ["a/b", "a.b", "a_b", "a//b", "a-b", "9", "ұ", "a" * 41, "a" * 42, "a" * 40, "x/./y", "x./y"]
    names = [bookmark_name(node) for node in nodes]
    assert len(set(names)) == len(nodes)
    for name in names:
        assert len(name) <= 40
        assert name[0].isalpha()
        assert name.isascii()
        assert name.replace("_", "").isalnum()


def test_a_line_of_contents_asks_for_the_page_it_leads_to() -> None:
    line = Paragraph((Run("– "), Run("One", target="rules/p9")), Style.ENTRY)
    lost = Paragraph((Run("Two", target="rules/p10"),), Style.ENTRY)
    book = opened(made(line, lost, Heading(1, (Run("One"),), "rules/p9")))
    assert [ask.split() for ask in book.ask("//w:fldSimple/@w:instr")] == [["PAGEREF", "rules_p9", "\\h"]]
    assert book.texts("//w:fldSimple") == [""]
    (place,) = set(book.ask("//w:tab[@w:val='right']/@w:pos"))
    assert int(place) > 5_000
