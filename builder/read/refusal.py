"""How a reader refuses a file: one finding that names it."""

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place


def refused(code: str, name: str, /, at: str = "", **data: str) -> QagidaError:
    """The error to raise; `at` is the part of the file concerned."""
    return QagidaError(Finding(code, Place(name, at=at), data))
