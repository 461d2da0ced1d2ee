"""Standings of texts: recorded pairs, confirmations, and what a change makes of them."""

from datetime import date
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.base.place import NOWHERE
from builder.load.library import load
from builder.model.standing import Record, settled
from builder.model.text import Standing, Text
from builder.workflow.project import Project
from builder.workflow.standing import Confirming, confirm, record, translations
from tests.check import house

KK, RU = Language.KK, Language.RU
MEMOS = "sop/memos.yaml"
STEP = "memos/victim/steps/1/headline"
DAY = date(2026, 11, 21)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The small house, its pairs recorded."""
    house.build(tmp_path)
    project = Project(tmp_path)
    record(project)
    return project


def text(project: Project, key: str = STEP, file: str = MEMOS) -> Text:
    texts = load(project.content).library.texts
    return next(item for item in texts if item.place.path == f"content/{file}" and item.key == key)


def standings(project: Project, key: str = STEP, file: str = MEMOS) -> tuple[Standing, Standing]:
    found = text(project, key, file)
    return found[KK].standing, found[RU].standing


def asked(what: str, language: Language = KK, *, draft: bool = False) -> Confirming:
    return Confirming(what, language, "А. Серікова", DAY, draft)


def refused(project: Project, what: str, language: Language = KK) -> list[str]:
    before = (project.content / "standing.yaml").read_bytes()
    with pytest.raises(QagidaError) as error:
        confirm(project, asked(what, language))
    assert (project.content / "standing.yaml").read_bytes() == before
    return [item.code for item in error.value.findings]


def test_recording_twice_changes_nothing(small: Project) -> None:
    before = (small.content / "standing.yaml").read_bytes()
    assert record(small) == 0
    assert (small.content / "standing.yaml").read_bytes() == before


def test_a_confirmation_is_kept(small: Project) -> None:
    assert standings(small) == (Standing.DRAFT, Standing.OFFICIAL)
    assert confirm(small, asked("memo/victim/1")) == 1
    assert standings(small) == (Standing.CONFIRMED, Standing.OFFICIAL)
    assert 'kk: {by: "А. Серікова", on: 2026-11-21}' in (small.content / "standing.yaml").read_text("utf-8")


def test_a_change_of_the_other_language_makes_it_stale(small: Project) -> None:
    confirm(small, asked("memo/victim/1"))
    house.spoil(small.content, MEMOS, "СООБЩИТЕ", "СКАЖИТЕ")
    assert standings(small) == (Standing.STALE, Standing.OFFICIAL)
    assert [item.code for item in house.findings(small.content)] == ["Q209"]
    assert record(small) == 0
    assert standings(small) == (Standing.STALE, Standing.OFFICIAL)
    confirm(small, asked("memo/victim/1", draft=True))
    assert standings(small) == (Standing.DRAFT, Standing.OFFICIAL)


def test_drafts_grow_stale_too(small: Project) -> None:
    house.spoil(small.content, MEMOS, "СООБЩИТЕ", "СКАЖИТЕ")
    assert standings(small)[0] is Standing.STALE


def test_words_changed_after_confirmation_are_draft_again(small: Project) -> None:
    confirm(small, asked("memo/victim/1"))
    house.spoil(small.content, MEMOS, "ХАБАРЛАҢЫЗ", "АЙТЫҢЫЗ")
    assert standings(small) == (Standing.DRAFT, Standing.OFFICIAL)


def test_own_words_grow_stale_in_either_language(small: Project) -> None:
    key = "memos/victim/plain/avoid/1"
    house.spoil(small.content, MEMOS, "Үнсіз қалмаңыз.", "Айтыңыз.")
    assert standings(small, key) == (Standing.OWN, Standing.STALE)


def test_a_new_line_above_moves_nothing(small: Project) -> None:
    confirm(small, asked("sop/role1/cooperation/1"))
    new = '[{kk: "үйретеді", ru: "учит"}, {kk: "оқытады"'
    house.spoil(small.content, "sop/roles.yaml", '[{kk: "оқытады"', new)
    base = "roles/1/functions/1/entries"
    assert standings(small, f"{base}/1", "sop/roles.yaml")[0] is Standing.DRAFT
    assert standings(small, f"{base}/2", "sop/roles.yaml")[0] is Standing.CONFIRMED
    assert record(small) > 0
    assert standings(small, f"{base}/2", "sop/roles.yaml")[0] is Standing.CONFIRMED


def test_folding_a_line_changes_nothing(small: Project) -> None:
    confirm(small, asked("plan/resolution/preamble"))
    house.spoil(small.content, "plan/2018-2020.yaml", '"ПОСТАНОВЛЯЕТ:"', '"ПОСТАНОВЛЯЕТ: "')
    assert standings(small, "plan/resolution/preamble", "plan/2018-2020.yaml")[0] is Standing.CONFIRMED


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("sop/memos.yaml", 5),
        ("content/sop/memos.yaml", 5),
        ("sop/memos.yaml:memos/victim/plain", 3),
        (f"sop/memos.yaml:{STEP}", 1),
        ("memo/victim", 5),
        ("sop/term1", 2),
    ],
)
def test_files_paths_and_identifiers(small: Project, what: str, count: int) -> None:
    assert confirm(small, asked(what)) == count


@pytest.mark.parametrize("what", ["memo/victim/9", "sop/memo.yaml", "sop/memos.yaml:memos/vic", "", "../x"])
def test_unknown_texts_are_refused(small: Project, what: str) -> None:
    assert refused(small, what) == ["Q911"]


def test_official_words_need_no_confirmation(small: Project) -> None:
    assert refused(small, "sop/term1", RU) == ["Q913"]


def test_broken_content_is_refused(small: Project) -> None:
    house.spoil(small.content, "sop/roles.yaml", "roles:", "rolls:")
    assert refused(small, "memo/victim/1")[-1] == "Q908"


def test_comments_of_the_ledger_stay(small: Project) -> None:
    path = small.content / "standing.yaml"
    head, line = "# Read me first.\n", "    # asked the ministry\n"
    words = path.read_text("utf-8")
    key = f"    {STEP}:"
    path.write_text(head + words.replace(key, line + key), "utf-8")
    confirm(small, asked("memo/victim/1"))
    after = path.read_text("utf-8")
    assert after.startswith(head)
    assert line + key in after


def test_any_name_can_be_recorded(small: Project) -> None:
    name = 'Н. "Ә": {x}, #1'
    confirm(small, Confirming("memo/victim/1", KK, name, DAY))
    ledger = load(small.content).library.standing
    assert ledger is not None
    assert ledger.standing[MEMOS][STEP].confirmed[KK].by == name


def test_missing_words_are_listed(small: Project) -> None:
    house.spoil(small.content, "sop/roles.yaml", 'kk: "оқытады", ', "")
    missing = [item for item in translations(small).texts if item.standing == "missing"]
    assert [(item.file, item.language, item.words) for item in missing] == [("sop/roles.yaml", KK, "обучает")]


def test_shares_add_up(small: Project) -> None:
    confirm(small, asked("sop/memos.yaml"))
    share = next(item for item in translations(small).shares if (item.file, item.language) == (MEMOS, KK))
    assert share.counts == {"confirmed": 5}
    assert share.settled == 1


def test_one_record_is_not_shared_by_what_replaced_it() -> None:
    declared = {KK: Standing.DRAFT, RU: Standing.OFFICIAL}
    assert settled(declared, ("b", "b"), Record("a", "a", NOWHERE))[KK] is Standing.DRAFT
    assert settled(declared, ("a", "b"), Record("a", "a", NOWHERE))[KK] is Standing.STALE
    assert settled({KK: Standing.CONFIRMED, RU: Standing.OWN}, ("a", "b"), None)[KK] is Standing.DRAFT


def test_the_ledger_of_the_content_is_up_to_date(root: Path) -> None:
    assert translations(Project(root)).unrecorded == 0, "run `qagida translations --record`"
