"""Killed, full, damaged, replaced, used by two at once: what was confirmed is there."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.model.answers import State
from builder.store.backup import restore
from builder.store.store import Store
from tests.store.made import COLLECTION, incoming, new_store, respondents, source

ROOT = Path(__file__).parent.parent.parent
KILLS = 12


def putting(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.putting", str(path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> list[str]:
    assert process.stdout is not None
    with process.stdout as stream:
        return [line.strip() for line in stream if line.endswith("\n")]


def codes_of(path: Path) -> list[str]:
    with pytest.raises(QagidaError) as caught:
        _read_all(path)
    return [finding.code for finding in caught.value.findings]


def _read_all(path: Path) -> None:
    with Store.open(path) as store:
        list(store.forms(None))
        store.verify()


def test_killed_at_any_moment_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    chance = random.Random(4)
    with new_store(tmp_path, 200) as store:
        path = store.path
    confirmed: set[str] = set()
    for turn in range(KILLS):
        process = putting(path, f"turn {turn}", 10_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.001, 0.08))
        process.send_signal(signal.SIGKILL)
        confirmed |= {line for line in said(process) if line != "ready"}
        process.wait()
        with Store.open(path) as store:
            store.verify()
            assert confirmed <= {form.sha256 for form in store.forms(None)}
    assert len(confirmed) > KILLS


def test_two_processes_put_at_once(tmp_path: Path) -> None:
    with new_store(tmp_path, 200) as store:
        path = store.path
    both = [putting(path, name, 100) for name in ("one", "two")]
    lines = [line for process in both for line in said(process)]
    assert [process.wait() for process in both] == [0, 0]
    with Store.open(path) as store:
        kept = [form.sha256 for form in store.forms(None)]
        assert sorted(kept) == sorted(line for line in lines if line != "ready")
        assert len(set(kept)) == 200
        assert sum(1 for _ in store.forms(State.CURRENT)) == 100
        store.verify()


def test_two_processes_receive_the_same_files(tmp_path: Path) -> None:
    with new_store(tmp_path, 200) as store:
        path = store.path
    both = [putting(path, "same", 60) for _ in range(2)]
    lines = [line for process in both for line in said(process)]
    assert [process.wait() for process in both] == [0, 0]
    assert len(lines) == 122
    with Store.open(path) as store:
        assert sum(1 for _ in store.forms(None)) == 60


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_private_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with new_store(tmp_path) as store:
            store.put(source(), [incoming()])
            store.backup(store.path.with_name("copy.sqlite"))
            modes = {stat.S_IMODE(path.stat().st_mode) for path in store.path.parent.iterdir()}
            assert modes == {0o600}
            assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(before)


def test_a_store_copied_with_wide_rights_is_closed_again(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        path = store.path
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_ours_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store.create(tmp_path / "answers.sqlite", COLLECTION).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_no_room_on_the_disk(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.put(source("first"), [incoming()])
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count={pages + 4}")
        with pytest.raises(QagidaError) as caught:
            store.put(source("large" * 100_000), [incoming("r002")])
        assert [finding.code for finding in caught.value.findings] == ["Q921"]
        store._db.execute(f"PRAGMA max_page_count={pages + 4000}")
        store.verify()
        assert [form.respondent for form in store.forms(None)] == ["r001"]
        store.put(source("large" * 100_000), [incoming("r002")])
        assert [form.respondent for form in store.forms(None)] == ["r001", "r002"]


def filled(folder: Path) -> Path:
    with new_store(folder, 50) as store:
        for one in respondents(50):
            store.put(source(one.id * 3000), [incoming(one.id, *(f"2.1.{n}" for n in range(40)))])
        return store.path


def flip(path: Path, offset: int, count: int = 1) -> None:
    data = bytearray(path.read_bytes())
    for position in range(offset, min(offset + count, len(data))):
        data[position] ^= 0xFF
    path.write_bytes(data)


def test_damage_anywhere_is_noticed(tmp_path: Path) -> None:
    """A flipped page is found by opening, reading or verifying; unused bytes are nobody's answer."""
    path = filled(tmp_path)
    whole = path.read_bytes()
    noticed = 0
    for page in range(1, len(whole) // 4096, 7):
        flip(path, page * 4096, 4096)
        noticed += codes_of(path) == ["Q923"]
        path.write_bytes(whole)
    assert noticed == len(range(1, len(whole) // 4096, 7))


def test_one_letter_of_an_answer_changed_on_the_disk_is_noticed(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.put(source(), [incoming()])
        path = store.path
    data = path.read_bytes()
    place = data.index(b"written beside")
    flip(path, place, 1)
    assert codes_of(path) == ["Q923"]


def test_head_of_the_file_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path)
    flip(path, 0, 64)
    assert codes_of(path) == ["Q923"]


def test_another_database_is_not_a_store(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (a)")
    db.close()
    assert codes_of(path) == ["Q923"]
    path.write_bytes(b"words " * 1000)
    assert codes_of(path) == ["Q923"]
    path.write_bytes(b"")
    assert codes_of(path) == ["Q923"]


def test_no_store(tmp_path: Path) -> None:
    assert codes_of(tmp_path / "answers.sqlite") == ["Q922"]


def test_a_writer_notices_that_the_store_was_replaced(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.backup(tmp_path / "copy.sqlite")
        restore(tmp_path / "copy.sqlite", store.path)
        with pytest.raises(QagidaError) as caught:
            store.put(source(), [incoming()])
    assert [finding.code for finding in caught.value.findings] == ["Q927"]
    with Store.open(tmp_path / "2026" / "answers.sqlite") as store:
        store.put(source(), [incoming()])
        assert len(list(store.forms())) == 1
    with Store.open(tmp_path / "2026" / "answers.sqlite") as store:
        assert len(list(store.forms())) == 1
