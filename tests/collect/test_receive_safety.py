"""Receiving killed at any moment, and by two processes at once: every file that was reported is there."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from builder.model.library import Content
from builder.store.store import Store
from tests.collect.office import batch, opened
from tests.conftest import ROOT

COUNT = 200
KILLS = 4


def receiving(folder: Path, incoming: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.collect.receiving", str(folder), str(COUNT), str(incoming)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> set[str]:
    assert process.stdout is not None
    with process.stdout as stream:
        return {line.strip() for line in stream if line.endswith("\n")} - {"ready"}


def heard(process: "subprocess.Popen[str]", count: int) -> set[str]:
    """The first files that are reported."""
    assert process.stdout is not None
    return {process.stdout.readline().strip() for _ in range(count + 1)} - {"ready"}


def test_killed_again_and_again_and_finished_by_two(content: Content, tmp_path: Path) -> None:
    chance = random.Random(4)
    incoming = tmp_path / "in"
    with opened(content, tmp_path / "collections", COUNT) as desk:
        batch(desk, incoming)
        path = desk.store.path
    reported: set[str] = set()
    for kill in range(1, KILLS + 1):
        process = receiving(tmp_path / "collections", incoming)
        reported |= heard(process, kill * COUNT // KILLS // 2)
        time.sleep(chance.uniform(0.0, 0.05))
        process.send_signal(signal.SIGKILL)
        reported |= said(process)
        process.wait()
        with Store.open(path) as store:
            store.verify()
            assert reported <= {form.name for form in store.forms(None)}
    assert 0 < len(reported) < COUNT
    both = [receiving(tmp_path / "collections", incoming) for _ in range(2)]
    assert [said(process) for process in both] == [{f"{n:04}.docx" for n in range(1, COUNT + 1)}] * 2
    assert [process.wait() for process in both] == [0, 0]
    with Store.open(path) as store:
        store.verify()
        forms = list(store.forms(None))
    assert len(forms) == COUNT
    assert len({form.sha256 for form in forms}) == COUNT
    assert [form.respondent for form in forms] == [f"body-{number:03}" for number in range(1, COUNT + 1)]
