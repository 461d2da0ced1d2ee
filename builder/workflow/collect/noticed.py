"""What is said of a form as a whole when it comes: another edition, another section, nothing in it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from builder.base.finding import Finding
from builder.base.place import Place
from builder.base.survey_names import Version
from builder.model.answers import Answer, Filled, Form, Marks, given
from builder.model.registry import Respondent
from builder.read.kobo import SURVEYS

VersionOf = Callable[[int], Version | None]
"""The version of the survey of a section, as it goes out now."""
_UNKNOWN = "unknown"


def other_edition(filled: Filled, edition: date, version_of: VersionOf) -> Iterator[Finding]:
    """Q793 for a form of another edition than that of the collection; of a survey also another version."""
    marks = filled.marks
    expected: Version | None = None
    if filled.format in SURVEYS:
        expected = version_of(marks.section) if marks.section is not None else None
        found, wanted = _said(marks), str(expected or edition.isoformat())
        same = found == wanted if expected is not None else marks.edition == wanted
    else:
        found, wanted = marks.edition or "", edition.isoformat()
        same = found in {"", wanted}
    if not same:
        data = {"version": found or _UNKNOWN, "expected": wanted}
        yield Finding("Q793", Place(filled.name), data)


def _said(marks: Marks) -> str:
    return f"{marks.edition}-{marks.digest}" if marks.edition is not None else ""


def other_section(name: str, section: int, owner: Respondent) -> Iterator[Finding]:
    """Q673 for a form of a section that its respondent was not asked about."""
    if section != owner.section:
        data = {
            "found": str(section),
            "expected": str(owner.section),
            "respondent:kk": owner.name.kk,
            "respondent:ru": owner.name.ru,
        }
        yield Finding("Q673", Place(name), data)


def nothing_said(name: str, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    """Q672 for a form without any answer."""
    if not said(answers):
        yield Finding("Q672", Place(name))


def said(answers: Mapping[str, Answer]) -> bool:
    """Whether anything was answered besides what identifies the respondent."""
    return bool(given(answers))


def instead(name: str, before: Form) -> Finding:
    """Q674: an empty form does not take the place of one with answers."""
    return Finding("Q674", Place(name), {"before_name": before.name})
