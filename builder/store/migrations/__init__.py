"""Migrations of the store, run by Alembic; a published one is never changed, a new one is added."""
