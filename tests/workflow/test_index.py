"""output/index.html: complete, safe, the same for the same documents, usable without script."""

import json
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from builder.base.language import UI_LANGUAGES, Language
from builder.blocks.tree import Medium
from builder.workflow import index
from builder.workflow.build import build
from builder.workflow.index import INDEX
from builder.workflow.lock import LOCK
from builder.workflow.manifest import MANIFEST, STATE
from builder.workflow.project import Project
from builder.workflow.selection import Selection

ONE = Selection(kinds=("questionnaire",), sections=(13,), formats=("docx",))
KNOWN = Selection(kinds=("questionnaire", "order"), sections=(3, 13), formats=("docx",))
VOID = {"meta", "input"}


class Page(HTMLParser):
    """What a reader without script meets: elements with their attributes and words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.close()
        assert self._open == [], "elements are closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open[-1] if self._open else "", []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]

    def words(self, tag: str) -> str:
        return " ".join(" ".join(self.texts.get(tag, [])).split())


def _build(project: Project, selection: Selection = ONE) -> Page:
    build(project, selection, project.output, 1)
    return Page(project.output / INDEX)


def _links(page: Page) -> list[str]:
    return [unquote(item["href"]) for item in page.all("a") if not item["href"].startswith("#")]


def _documents(project: Project) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads((project.output / MANIFEST).read_text("utf-8"))["documents"]
    return listed


def _spoil(project: Project, **values: object) -> None:
    data = json.loads((project.output / MANIFEST).read_text("utf-8"))
    data["documents"][0].update(values)
    (project.output / MANIFEST).write_text(json.dumps(data), "utf-8")


def test_everything_in_the_manifest_is_linked_and_there(project: Project) -> None:
    _build(project)
    page = _build(project, Selection(kinds=("order", "plan"), formats=("docx",)))
    listed = [item["path"] for item in _documents(project)]
    assert len(listed) > 4
    assert sorted(_links(page)) == sorted(listed)
    assert all((project.output / path).is_file() for path in listed)
    for item in _documents(project):
        assert item["sha256"] in page.words("code")
        assert item["title"] in page.words("p")


def test_the_index_is_not_a_document_of_the_manifest_and_is_never_stale(project: Project) -> None:
    _build(project)
    assert INDEX not in [item["path"] for item in _documents(project)]
    data = json.loads((project.output / MANIFEST).read_text("utf-8"))
    for path in (INDEX, MANIFEST, STATE, LOCK):
        data["documents"].append({**data["documents"][0], "path": path})
    (project.output / MANIFEST).write_text(json.dumps(data), "utf-8")
    built = build(project, ONE, project.output, 1)
    assert built.removed == ()
    assert all((project.output / name).exists() for name in (INDEX, MANIFEST, STATE, LOCK))
    assert INDEX not in _links(Page(project.output / INDEX))


def test_hostile_titles_stay_words(project: Project) -> None:
    _build(project)
    hostile = '"><script>alert(1)</script>{{ 7*7 }}<img src=x onerror=alert(1)>&amp;'
    _spoil(project, title=hostile, edition="<b>soon</b>", sha256="<i>0</i>", pages="<u>9</u>")
    other = Selection(kinds=("questionnaire",), sections=(5,), languages=("ru",), formats=("docx",))
    page = _build(project, other)
    assert hostile in page.words("p")
    assert len(page.all("script")) == 1
    assert {tag for tag, _ in page.found}.isdisjoint({"img", "i", "u"})
    assert not any(name.startswith("on") for _, attributes in page.found for name in attributes)


def test_equal_documents_give_equal_bytes_and_nothing_is_rewritten(project: Project, tmp_path: Path) -> None:
    _build(project)
    path = project.output / INDEX
    before = path.stat().st_mtime_ns
    time.sleep(0.02)
    _build(project)
    assert path.stat().st_mtime_ns == before
    build(project, ONE, tmp_path / "other", 2)
    assert (tmp_path / "other" / INDEX).read_bytes() == path.read_bytes()


def test_the_page_does_not_depend_on_the_readers_locale(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(project)
    before = (project.output / INDEX).read_bytes()
    monkeypatch.setenv("QAGIDA_LANG", "ru")
    _build(project)
    assert (project.output / INDEX).read_bytes() == before


def test_a_lost_file_is_told_and_not_linked(project: Project) -> None:
    _build(project)
    (project.output / "kk/questionnaire/section-13.docx").unlink()
    other = Selection(kinds=("questionnaire",), sections=(13,), languages=("ru",), formats=("docx",))
    page = _build(project, other)
    assert _links(page) == ["ru/questionnaire/section-13.docx"]
    assert index.words()["row"]["missing"]["kk"] in page.words("span")


def test_landmarks_headings_and_labels(project: Project) -> None:
    page = _build(project, KNOWN)
    assert page.all("html")[0]["lang"] == "kk"
    assert (
        len(page.all("h1")) == len(page.all("main")) == len(page.all("header")) == len(page.all("nav")) == 1
    )
    identifiers = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    for _, attributes in page.found:
        for name in ("for", "aria-labelledby"):
            assert attributes.get(name, identifiers[0]) in identifiers
    inner = [item["href"][1:] for item in page.all("a") if item["href"].startswith("#")]
    assert inner[0] == "documents"
    assert set(inner) <= set(identifiers)
    assert page.all("label")[0]["for"] == page.all("input")[0]["id"]
    assert "Туризм және спорт министрлігі" in page.words("span")


def test_words_about_a_document_are_in_its_language(project: Project) -> None:
    page = _build(project)
    tags = [item["lang"] for item in page.all("li") if "data-also" in item]
    assert tags == ["kk-KZ", "ru-RU"]
    assert page.words("strong") == "Жоба"
    assert "24 қазандағы" in page.words("p").replace("\u00a0", " ")
    assert "от 24 октября 2024 года" in page.words("p").replace("\u00a0", " ")


def test_an_undated_act_gets_no_date(project: Project) -> None:
    page = _build(project, Selection(kinds=("role",), languages=("ru",), formats=("docx",)))
    assert "Дата и номер в тексте СОП не указаны" in page.words("p")
    assert "Редакция от" not in page.words("p")


def test_the_page_needs_no_network_and_lists_without_script(project: Project) -> None:
    page = _build(project)
    policy = next(item["content"] for item in page.all("meta") if "http-equiv" in item)
    assert "default-src 'none'" in policy
    assert not any(attributes.get("src") for _, attributes in page.found)
    assert not page.all("link")
    hidden = [tag for tag, attributes in page.found if "hidden" in attributes]
    assert hidden == ["div", "div"], "only the search and the words about finding nothing wait for script"
    assert "://" not in (project.output / INDEX).read_text("utf-8")


def test_a_build_of_nothing_official_still_gives_a_page(project: Project) -> None:
    kazakh = Selection(kinds=("order",), languages=("kk",))
    built = build(project, kazakh, project.output, 1, official=True)
    assert built.entries == ()
    assert index.words()["page"]["empty"]["kk"] in Page(project.output / INDEX).words("p")


@pytest.mark.parametrize("size", [(1, "1 КБ"), (120_000, "117 КБ"), (1_300_000, "1,2 МБ")])
def test_sizes(size: tuple[int, str]) -> None:
    assert index._size(size[0], Language.KK).replace("\u00a0", " ") == size[1]


def test_every_medium_but_plain_paper_has_words() -> None:
    assert set(index.words()["medium"]) == {str(medium) for medium in Medium} - {str(Medium.PAPER)}


def test_words_are_whole() -> None:
    for part in index.words().values():
        for key, words in part.items():
            assert set(words) == set(UI_LANGUAGES), key
            assert all(words.values())
