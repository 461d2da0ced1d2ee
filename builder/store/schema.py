"""Versions of the schema: numbered migrations, all in one transaction, a copy kept before them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.store.connection import connect
from builder.store.failures import damaged

APPLICATION_ID = 0x51414744
"""`QAGD`, written into the head of the file."""
HEAD = 3
"""The version that this program writes; each migration raises `user_version` to its own number."""
MIGRATIONS = Path(__file__).parent / "migrations"


def version(db: sqlite3.Connection, path: Path) -> int:
    """The version of a store; a file of another program is refused (Q923), a later version too (Q924)."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise damaged(path, "application_id")
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    if found > HEAD:
        data = {"found": str(found), "known": str(HEAD)}
        raise QagidaError(Finding("Q924", Place(str(path)), data))
    return found


def raise_to_head(path: Path, copy: Callable[[int], None]) -> None:
    """Brings an older store to `HEAD`; `copy` is called with its version before anything is changed."""
    with closing(connect(path)) as db:
        found = version(db, path)
    if found < HEAD:
        copy(found)
        upgrade(path)


def upgrade(path: Path, target: int = HEAD) -> None:
    """Runs the missing migrations; several processes may ask at once, one of them does it.

    The libraries are imported here, because a store of the right version never needs them.
    """
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            config.attributes["connection"] = connection
            command.upgrade(config, f"{target:04}")
            connection.commit()
    finally:
        engine.dispose()
