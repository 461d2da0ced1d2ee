"""Who was asked, what came, what it said: the first schema.

There is no way down: before every migration the store is copied, and the copy is the way back.
"""

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """
    CREATE TABLE collection (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      year INTEGER NOT NULL, opened TEXT NOT NULL, due TEXT NOT NULL,
      coordinator TEXT NOT NULL, edition TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE issue (
      number INTEGER PRIMARY KEY,
      respondent TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, section INTEGER NOT NULL,
      name_kk TEXT NOT NULL, name_ru TEXT NOT NULL,
      addressee_kk TEXT NOT NULL, addressee_ru TEXT NOT NULL,
      region TEXT, languages TEXT NOT NULL, channel TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE made (
      path TEXT PRIMARY KEY, key TEXT NOT NULL, sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE letter (
      number TEXT PRIMARY KEY, kind TEXT NOT NULL,
      respondent TEXT NOT NULL REFERENCES issue (respondent), day TEXT NOT NULL,
      UNIQUE (respondent, kind, day)
    ) STRICT
    """,
    """
    CREATE TABLE file (
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL,
      size INTEGER NOT NULL, received TEXT NOT NULL, data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE form (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file (id), position INTEGER NOT NULL,
      respondent TEXT REFERENCES issue (respondent),
      section INTEGER NOT NULL, language TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'unassigned')),
      replaced_by INTEGER REFERENCES form (id),
      marks TEXT NOT NULL, seal TEXT NOT NULL,
      UNIQUE (file, position),
      CHECK ((state = 'unassigned') = (respondent IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX form_current ON form (respondent, section) WHERE state = 'current'",
    "CREATE INDEX form_respondent ON form (respondent)",
    "CREATE INDEX form_replaced ON form (replaced_by) WHERE replaced_by IS NOT NULL",
    """
    CREATE TABLE answer (
      form INTEGER NOT NULL REFERENCES form (id), position INTEGER NOT NULL,
      code TEXT NOT NULL, kind TEXT NOT NULL, raw TEXT NOT NULL, low TEXT, high TEXT,
      text TEXT NOT NULL, day TEXT, how TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (form, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stray (
      form INTEGER NOT NULL REFERENCES form (id), position INTEGER NOT NULL,
      text TEXT NOT NULL, at TEXT NOT NULL, near TEXT NOT NULL,
      PRIMARY KEY (form, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE refused (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
      received TEXT NOT NULL, UNIQUE (sha256, name, size)
    ) STRICT
    """,
    """
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY, scope TEXT NOT NULL,
      form INTEGER REFERENCES form (id), refused INTEGER REFERENCES refused (id),
      respondent TEXT REFERENCES issue (respondent),
      code TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL,
      at TEXT NOT NULL, data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX finding_form ON finding (form) WHERE form IS NOT NULL",
    "CREATE INDEX finding_refused ON finding (refused) WHERE refused IS NOT NULL",
    "CREATE INDEX finding_scope ON finding (scope) WHERE form IS NULL AND refused IS NULL",
    "PRAGMA application_id = 1363232580",
    "PRAGMA user_version = 1",
)


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
