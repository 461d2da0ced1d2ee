"""A place in a content file, or in a file that somebody sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """File (relative to the content root's parent, with `/`), line and column; both count from 1.

    In a file that is not made of lines `at` says where: a code of the form (`2.8.1`), a cell (`B14`).
    """

    path: str
    line: int = 1
    column: int = 1
    at: str = ""

    def __str__(self) -> str:
        return f"{self.path} [{self.at}]" if self.at else f"{self.path}:{self.line}:{self.column}"


NOWHERE = Place("-")
