"""What a column of an export is: an answer, the number of the form, what the server adds, or unknown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.base import survey_names as names

_PATH = re.compile(
    rf"(?:^|[/.:\-\s]|__)((?:q|yn)(?:_[0-9]+)+(?:_n_[0-9]+)?|{names.FORM_ID}|{names.VERSION})\s*$"
)
_ROW = re.compile(r"\[([0-9]{1,4})\]")
_NOTE = re.compile(r"(?:^|[/.:\-])n(?:_[0-9]+){3}$")
_CHOICES = re.compile(r"\S+ (\S+) / (\S+)")
_VERSION = re.compile(r"_*version_*[0-9]*_*|formversion", re.IGNORECASE)
_SERVER = frozenset({
    "start", "end", "today", "deviceid", "device_id", "imei", "username", "phonenumber", "simserial",
    "subscriberid", "audit", "key", "parent_key", "submissiondate", "submitterid", "submittername",
    "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits", "isvalidated",
    "instanceid", "instancename", "formhub/uuid", "_id", "__id", "_uuid", "_submission_time",
    "_submitted_by", "_status", "_validation_status", "_geolocation", "_index", "_parent_index",
    "_parent_table_name", "_xform_id", "_xform_id_string", "_bamboo_dataset_id", "_media_all_received",
})  # fmt: skip
"""What KoboToolbox and ODK add to every submission; nobody answered anything in it."""

_SERVER_GROUPS = ("__system", "meta/", "meta-", "meta.", "_validation_status/", "_submission_")


@dataclass(frozen=True, slots=True)
class Column:
    """An answer's `code` may hold `n` where the row of a list belongs; `row` is that row, when known.

    `choices` are the two words of a yes or no in an export with labels.
    """

    code: str = ""
    yes_no: bool = False
    row: int | None = None
    form_id: bool = False
    version: bool = False
    server: bool = False
    note: bool = False
    choices: tuple[str, str] | None = None


def column(heading: str) -> Column:
    """What a heading says; an empty Column when it is unknown to us."""
    heading = heading.strip()
    found = _PATH.search(heading)
    if found is not None:
        return _asked(found[1], heading)
    if _VERSION.fullmatch(heading):
        return Column(version=True, server=True)
    if _ROW.sub("", heading).casefold() in _SERVER or heading.casefold().startswith(_SERVER_GROUPS):
        return Column(server=True)
    if _NOTE.search(heading):
        return Column(note=True)
    for label in _labels(heading):
        code = names.read_label(label)
        if code is not None:
            choices = _CHOICES.fullmatch(_ROW.sub("", label).strip())
            pair = (choices[1], choices[2]) if choices is not None else None
            return Column(code, pair is not None, _row(heading), choices=pair)
    return Column()


def numbered(heading: str, row: int) -> str:
    """A heading of a list that has a table of its own, as one of its rows would have it in a single table."""
    return f"[{row}]/{heading}" if _PATH.search(heading) else f"{heading} [{row}]"


def _labels(heading: str) -> Iterator[str]:
    """The label, and what may be the label behind those of its groups; a label may hold the sign as well."""
    yield heading
    parts = heading.split("/")
    for start in range(len(parts) - 1, 0, -1):
        yield "/".join(parts[start:]).strip()


def _asked(name: str, heading: str) -> Column:
    if name == names.FORM_ID:
        return Column(form_id=True)
    if name == names.VERSION:
        return Column(version=True)
    asked = names.read(name)
    return Column() if asked is None else Column(asked.code, asked.yes_no, _row(heading))


def _row(heading: str) -> int | None:
    """The row of a list: the last number in brackets."""
    found = _ROW.findall(heading)
    return int(found[-1]) if found else None
