"""Versions of the surveys that a collection gave out."""

from collections.abc import Callable

from builder.base.survey_names import Version, read_version
from builder.ooxml.package import read
from builder.read.sheet.cells import Page, opened
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.parcels import Survey

_SETTINGS, _VERSION = "settings", "version"


class Versions:
    """The version of the survey of each section: that of its file, else as it would go out now."""

    def __init__(self, folder: Folder, now: Callable[[int], Version | None]) -> None:
        self._folder, self._now = folder, now
        self._known: dict[int, Version | None] = {}

    def of(self, section: int) -> Version | None:
        """None where there is no such section."""
        if section not in self._known:
            self._known[section] = self._issued(section) or self._now(section)
        return self._known[section]

    def _issued(self, section: int) -> Version | None:
        path = self._folder.out / Survey(section).path
        try:
            pages = opened(read(path.read_bytes())).pages
        except Exception:  # noqa: BLE001 - the file is gone, or somebody changed it
            return None
        return next((_version(page) for page in pages if page.title == _SETTINGS), None)


def _version(page: Page) -> Version | None:
    """The value under the heading `version`."""
    heading, *rows = page.rows.values()
    for column, cell in heading.items():
        if cell.text == _VERSION and rows:
            return read_version(rows[0][column].text) if column in rows[0] else None
    return None
