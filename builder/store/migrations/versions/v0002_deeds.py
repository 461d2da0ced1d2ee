"""What people decided about forms, and how many answers each form has.

The count is asked for whenever a corrected form comes; it is computed here for the forms already stored.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
    CREATE TABLE deed (
      id INTEGER PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('hold', 'clear', 'assign')),
      form INTEGER NOT NULL REFERENCES form (id), code TEXT NOT NULL,
      person TEXT NOT NULL, moment TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX deed_form ON deed (form, code)",
    "ALTER TABLE form ADD COLUMN answered INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE form SET answered = (
      SELECT count(*) FROM answer
      WHERE answer.form = form.id AND answer.kind <> 'not_answered' AND answer.code NOT LIKE '0.%'
    )
    """,
    "PRAGMA user_version = 2",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
