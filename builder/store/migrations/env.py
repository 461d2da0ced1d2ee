"""Runs migrations on the connection given by the program, inside the transaction that it began."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
