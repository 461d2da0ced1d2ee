"""`python -m builder.cli` is `qagida`."""

from builder.cli.main import entry

entry()
