"""Where a collection lives: one private folder per year, `collections/<year>/`, with its store in it."""

import re
from dataclasses import dataclass
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.store.store import STORE, Store
from builder.workflow.project import Project

_YEAR = re.compile(r"(19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a collection."""

    path: Path

    @property
    def store(self) -> Path:
        return self.path / STORE

    @property
    def out(self) -> Path:
        """Letters and forms as they are sent."""
        return self.path / "out"

    @property
    def register(self) -> Path:
        """The register of answers as documents."""
        return self.path / "register"

    @property
    def letters(self) -> Path:
        """Reminders and letters that return forms."""
        return self.path / "letters"

    def open(self, *, check: bool = True) -> Store:
        """The store, opened and looked at (Q922 where there is none)."""
        return Store.open(self.store, check=check)


def folder_for(project: Project, year: int, given: Path | None = None) -> Folder:
    """The folder for a year, whether it is there or not."""
    return Folder((given or project.root / "collections" / str(year)).resolve())


def folder_of(project: Project, year: int | None = None, given: Path | None = None) -> Folder:
    """The folder of a collection that was opened; without a year the latest (Q922 where there is none)."""
    if given is not None or year is not None:
        return folder_for(project, year or 0, given)
    root = project.root / "collections"
    years = sorted(int(path.parent.name) for path in root.glob(f"*/{STORE}") if _is_year(path.parent))
    if not years:
        raise QagidaError(Finding("Q922", Place(str(root))))
    return folder_for(project, years[-1])


def _is_year(folder: Path) -> bool:
    return _YEAR.fullmatch(folder.name) is not None
