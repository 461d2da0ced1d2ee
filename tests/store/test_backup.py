"""Copies are proven, never half, never over another file; restoring destroys nothing."""

import sqlite3
import stat
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.store.backup import restore
from builder.store.store import Store
from tests.store.made import incoming, new_store, source


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_copy_is_one_private_file_with_everything(tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "copy.sqlite"
    with new_store(tmp_path) as store:
        store.put(source(), [incoming()])
        counts = store.backup(copy)
    assert (counts["form"], counts["answer"], counts["issue"]) == (1, 3, 3)
    assert names(copy.parent) == {"copy.sqlite"}
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with Store.open(copy) as store:
        assert [form.respondent for form in store.forms()] == ["r001"]


def test_a_copy_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_text("something else")
    with new_store(tmp_path) as store, pytest.raises(QagidaError) as caught:
        store.backup(copy)
    assert [finding.code for finding in caught.value.findings] == ["Q905"]
    assert copy.read_text() == "something else"


def test_a_failed_copy_leaves_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.put(source(), [incoming()])
        store._db.execute("UPDATE file SET data = x'00'")
        with pytest.raises(QagidaError) as caught:
            store.backup(tmp_path / "copies" / "copy.sqlite")
    assert [finding.code for finding in caught.value.findings] == ["Q923"]
    assert not names(tmp_path / "copies")


def test_restoring_keeps_the_present_store_aside(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with new_store(tmp_path) as store:
        store.put(source("one"), [incoming("r001")])
        store.backup(copy)
        store.put(source("two"), [incoming("r002")])
        path = store.path
    aside = restore(copy, path)
    assert aside is not None
    with Store.open(path) as store:
        assert [form.respondent for form in store.forms()] == ["r001"]
    with Store.open(aside) as store:
        assert [form.respondent for form in store.forms()] == ["r001", "r002"]
    assert copy.exists()
    assert restore(copy, path) == path.with_name("answers.kept-2.sqlite")


def test_restoring_where_nothing_is(tmp_path: Path) -> None:
    with new_store(tmp_path / "a") as store:
        store.put(source(), [incoming()])
        store.backup(tmp_path / "copy.sqlite")
    target = tmp_path / "b" / "answers.sqlite"
    assert restore(tmp_path / "copy.sqlite", target) is None
    with Store.open(target) as store:
        assert len(list(store.forms())) == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_damaged_store_gives_way_to_a_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with new_store(tmp_path) as store:
        store.put(source(), [incoming()])
        store.backup(copy)
        path = store.path
    path.write_bytes(b"ruined" * 1000)
    aside = restore(copy, path)
    assert aside is not None
    assert aside.read_bytes().startswith(b"ruined")
    with Store.open(path) as store:
        assert len(list(store.forms())) == 1


@pytest.mark.parametrize("spoil", ["words", "bytes", "original", "missing"])
def test_a_bad_copy_is_not_restored(tmp_path: Path, spoil: str) -> None:
    copy = tmp_path / "copy.sqlite"
    with new_store(tmp_path) as store:
        store.put(source("x" * 9000), [incoming()])
        store.backup(copy)
        path = store.path
    if spoil == "words":
        copy.write_text("not a store")
    elif spoil == "missing":
        copy.unlink()
    elif spoil == "original":
        db = sqlite3.connect(copy)
        with db:
            db.execute("UPDATE file SET data = x'00'")
        db.close()
    else:
        data = bytearray(copy.read_bytes())
        data[4096:12000] = bytes(7904)
        copy.write_bytes(data)
    with pytest.raises(QagidaError) as caught:
        restore(copy, path)
    assert caught.value.findings[0].code == ("Q922" if spoil == "missing" else "Q923")
    assert names(path.parent) == {"answers.sqlite"}
    with Store.open(path) as store:
        assert len(list(store.forms())) == 1
