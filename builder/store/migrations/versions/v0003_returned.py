"""A letter that sends a form back says which one, so that the order of events counts and not the day.

Letters written before are taken to be about the last form that had come by the end of their day in
Kazakhstan.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    CREATE TABLE letter_now (
      number TEXT PRIMARY KEY, kind TEXT NOT NULL,
      respondent TEXT NOT NULL REFERENCES issue (respondent), day TEXT NOT NULL,
      form INTEGER REFERENCES form (id)
    ) STRICT
    """,
    """
    INSERT INTO letter_now
    SELECT number, kind, respondent, day, CASE kind WHEN 'return' THEN (
      SELECT max(form.id) FROM form JOIN file ON file.id = form.file
      WHERE form.respondent = letter.respondent AND date(file.received, '+5 hours') <= letter.day
    ) END
    FROM letter
    """,
    "DROP TABLE letter",
    "ALTER TABLE letter_now RENAME TO letter",
    "CREATE UNIQUE INDEX letter_once ON letter (respondent, kind, day, coalesce(form, 0))",
    "CREATE INDEX letter_form ON letter (form) WHERE form IS NOT NULL",
    "PRAGMA user_version = 3",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
