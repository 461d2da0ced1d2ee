"""An older store is brought to the present schema with all that it holds; a newer one is left alone."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from builder.base.finding import QagidaError
from builder.store import schema
from builder.store.connection import private_file
from builder.store.store import Store
from tests.store.made import COLLECTION, WHEN, incoming, new_store, source


def old_store(folder: Path) -> Path:
    """A store of version 1 with one form, written as a program of that time would have."""
    path = folder / "answers.sqlite"
    private_file(path)
    schema.upgrade(path, 1)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("INSERT INTO collection VALUES (1, 2026, '2026-11-01', '2026-12-01', 'mia', '2024-10-24')")
    db.execute(
        "INSERT INTO issue VALUES "
        "(1, 'r001', 'mia', 2, 'орган', 'орган', 'кімге', 'кому', NULL, 'kk ru', 'edms')"
    )
    one = source()
    db.execute(
        "INSERT INTO file VALUES (1, ?, ?, 'docx', 4, ?, ?)",
        (one.sha256, one.name, WHEN.isoformat(), one.data),
    )
    rows = [
        (1, 0, "0.1", "text", "Орган", None, None, "Орган", None, "tag", "p"),
        (1, 1, "2.1.2", "exact", "12", "12", "12", "", None, "tag", "p"),
        (1, 2, "2.1.3", "not_answered", "", None, None, "", None, "tag", "p"),
    ]
    from builder.store.rows import seal

    db.execute(
        "INSERT INTO form VALUES (1, 1, 1, 'r001', 2, 'kk', 'current', NULL, '{\"year\": 2026}', ?)",
        (seal(rows, []),),
    )
    db.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.close()
    return path


def test_the_program_writes_the_latest_version() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    revisions = [one.revision for one in script.walk_revisions()]
    assert script.get_heads() == [f"{schema.HEAD:04}"]
    assert sorted(revisions) == [f"{number:04}" for number in range(1, schema.HEAD + 1)]


def test_an_old_store_is_upgraded_with_its_data(tmp_path: Path) -> None:
    path = old_store(tmp_path)
    with Store.open(path) as store:
        form = next(store.forms())
        assert {code: answer.value.raw for code, answer in form.answers.items()} == {
            "0.1": "Орган",
            "2.1.2": "12",
            "2.1.3": "",
        }
        assert store._db.execute("SELECT answered FROM form").fetchone() == (1,)
        assert store._db.execute("PRAGMA user_version").fetchone() == (schema.HEAD,)
        assert store.held(form.id) == frozenset()
        store.put(source("next"), [incoming("r001", "2.1.2", "2.1.3")])
        assert len(store.history("r001")) == 2


def test_an_old_letter_of_return_finds_its_form(tmp_path: Path) -> None:
    path = old_store(tmp_path)
    db = sqlite3.connect(path, isolation_level=None)
    day = WHEN.date().isoformat()
    db.execute("INSERT INTO letter VALUES ('2026/00001-1', 'reminder', 'r001', ?)", (day,))
    db.execute("INSERT INTO letter VALUES ('2026/00001-2', 'return', 'r001', ?)", (day,))
    db.execute("INSERT INTO letter VALUES ('2026/00001-3', 'return', 'r001', '2026-01-01')")
    db.close()
    with Store.open(path) as store:
        assert {letter.number: letter.form for letter in store.letters()} == {
            "2026/00001-1": None,
            "2026/00001-2": 1,
            "2026/00001-3": None,
        }
        store.verify()


def test_a_copy_of_the_old_store_is_kept(tmp_path: Path) -> None:
    path = old_store(tmp_path)
    Store.open(path).close()
    Store.open(path).close()
    copies = sorted(one.name for one in tmp_path.glob("*version*"))
    assert copies == ["answers.version-1-1.sqlite"]
    db = sqlite3.connect(tmp_path / copies[0])
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM answer").fetchone() == (3,)
    db.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = old_store(tmp_path)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE deed (somebody TEXT)")  # in the way of version 2
    db.close()
    before = path.read_bytes()
    with pytest.raises(Exception, match="deed"):
        schema.upgrade(path)
    assert path.read_bytes() == before


def test_several_processes_upgrade_at_once(tmp_path: Path) -> None:
    path = old_store(tmp_path)
    command = (
        f"from pathlib import Path; from builder.store.store import Store; Store.open(Path({str(path)!r}))"
    )
    running = [subprocess.Popen([sys.executable, "-c", command]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    with Store.open(path) as store:
        assert len(list(store.forms())) == 1


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        path = store.path
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.HEAD + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(QagidaError) as caught:
        Store.open(path)
    assert [finding.code for finding in caught.value.findings] == ["Q924"]
    assert path.read_bytes() == before


def test_everyday_commands_do_not_load_the_migration_libraries(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        path = store.path
    command = (
        "import sys; from pathlib import Path; from builder.store.store import Store\n"
        f"with Store.open(Path({str(path)!r})) as store: store.issues()\n"
        "sys.exit(int('alembic' in sys.modules or 'sqlalchemy' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_several_processes_create_at_once(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "answers.sqlite"
    command = (
        "from pathlib import Path; from builder.store.store import Store\n"
        "from tests.store.made import COLLECTION, respondents\n"
        f"with Store.create(Path({str(path)!r}), COLLECTION) as store: store.add_issues(respondents(20))"
    )
    root = Path(__file__).parent.parent.parent
    running = [subprocess.Popen([sys.executable, "-c", command], cwd=root) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    with Store.open(path) as store:
        assert [one.number for one in store.issues()] == list(range(1, 21))
        assert store.collection() == COLLECTION
    assert [one.name for one in path.parent.iterdir()] == ["answers.sqlite"]
