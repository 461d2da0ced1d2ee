"""Submissions to a survey as KoboToolbox exports them, made from answers by code."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import load_workbook

from builder.base import survey_names as names

Answers = Mapping[str, str | bool]
"""Answers by the codes of their cells; a tick is `True` at the code of its box."""

_OPEN, _CLOSE = ("begin_group", "begin_repeat"), ("end_group", "end_repeat")


@dataclass(frozen=True, slots=True)
class Survey:
    """Paths of the questions by name, the lists among them, and labels (of the last language) by name.

    `version` is what every submission says of the form.
    """

    paths: Mapping[str, str]
    lists: Mapping[str, str]
    labels: Mapping[str, str]
    choices: Mapping[tuple[str, str], str]
    settings: Mapping[str, str]
    version: str


def survey(form: bytes) -> Survey:
    """An XLSForm as the server knows it."""
    book = load_workbook(io.BytesIO(form))
    path: list[str] = []
    inside: list[str] = []
    paths: dict[str, str] = {}
    lists: dict[str, str] = {}
    labels: dict[str, str] = {}
    version = ""
    for row in _table(book["survey"].iter_rows(values_only=True)):
        kind, name = row["type"], row["name"]
        if kind in _OPEN:
            path.append(name)
            inside.append(name if kind == "begin_repeat" else inside[-1] if inside else "")
        elif kind in _CLOSE:
            path.pop()
            inside.pop()
        elif kind == "calculate":
            paths[name] = "/".join((*path, name))
            version = row["calculation"].strip("'")
        else:
            paths[name] = "/".join((*path, name))
            labels[name] = row["label::Русский (ru)"]
            if inside[-1]:
                lists[name] = "/".join(path)
    choices = {
        (row["list_name"], row["name"]): row["label::Русский (ru)"]
        for row in _table(book["choices"].iter_rows(values_only=True))
    }
    settings = next(_table(book["settings"].iter_rows(values_only=True)))
    return Survey(paths, lists, labels, choices, settings, version)


def _table(rows: Iterator[Sequence[object]]) -> Iterator[dict[str, str]]:
    """Rows by the headings of their columns."""
    headings = [str(heading) for heading in next(rows)]
    for row in rows:
        yield {heading: str(value or "") for heading, value in zip(headings, row, strict=True)}


def submission(form: Survey, form_id: str, answers: Answers, number: int = 1) -> dict[str, object]:
    """One submission as the API gives it; KeyError for a code that the survey does not ask.

    The id of the form and `__version__` are the server's own: it keeps neither of ours.
    """
    found: dict[str, object] = {
        "_id": number,
        "formhub/uuid": "0123456789abcdef0123456789abcdef",
        "start": "2027-02-01T09:00:00.000+05:00",
        "end": "2027-02-01T10:00:00.000+05:00",
        form.paths[names.FORM_ID]: form_id,
        form.paths[names.VERSION]: form.version,
    }
    rows: dict[str, dict[int, dict[str, object]]] = {}
    for code, answer in answers.items():
        name, value, row = _placed(form, code, answer)
        if row is None:
            found[form.paths[name]] = value
        else:
            rows.setdefault(form.lists[name], {}).setdefault(row, {})[form.paths[name]] = value
    for path, listed in rows.items():
        found[path] = [listed.get(row, {}) for row in range(1, max(listed) + 1)]
    return {
        **found,
        "__version__": "vN8cQJvqT2sYyWb5wqTKdX",
        "meta/instanceID": f"uuid:00000000-0000-0000-0000-{number:012}",
        "_xform_id_string": "aSAvYreNzVEkrWg5Gdcvg3",
        "_uuid": f"00000000-0000-0000-0000-{number:012}",
        "_attachments": [],
        "_status": "submitted_via_web",
        "_geolocation": [None, None],
        "_submission_time": "2027-02-01T05:00:00",
        "_tags": [],
        "_notes": [],
        "_validation_status": {},
        "_submitted_by": None,
    }


def _placed(form: Survey, code: str, answer: str | bool) -> tuple[str, str, int | None]:
    """The question that asks for a code, what is answered to it, and the row of its list."""
    parent, _, last = code.rpartition(".")
    if isinstance(answer, bool):
        name = names.yes_no(parent)
        form.paths[name]
        return name, names.YES if last == "1" else names.NO, None
    name = names.question(code)
    if name in form.paths:
        return name, answer, None
    name = names.question(code, 1)
    form.paths[name]
    return name, answer, int(parent.rpartition(".")[2])


def as_json(submissions: Sequence[Mapping[str, object]]) -> bytes:
    """A page of the API's answer."""
    page = {"count": len(submissions), "next": None, "previous": None, "results": list(submissions)}
    return json.dumps(page, ensure_ascii=False).encode()


def as_csv(
    form: Survey, submissions: Sequence[Mapping[str, object]], separator: str = ";", *, labels: bool = False
) -> bytes:
    """An export with names or labels as headings and rows of lists in numbered columns."""
    flat = [dict(_flat(one)) for one in submissions]
    columns = list(dict.fromkeys(column for one in flat for column in one))
    target = io.StringIO()
    writer = csv.writer(target, delimiter=separator)
    writer.writerow([_heading(form, column) if labels else column for column in columns])
    for one in flat:
        writer.writerow([_shown(form, column, one.get(column, ""), labels=labels) for column in columns])
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def _flat(one: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in one.items():
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, 1):
                for path, words in row.items():
                    yield path.replace(key, f"{key}[{number}]"), str(words)
        elif not isinstance(value, list | dict):
            yield key, "" if value is None else str(value)


def _heading(form: Survey, column: str) -> str:
    """The label of a question, with the number of its row."""
    head, _, name = column.rpartition("/")
    label = form.labels.get(name)
    if label is None:
        return column
    row = head[head.rindex("[") :].partition("]")[0] + "]" if "[" in head else ""
    return f"{label} {row}".strip()


def _shown(form: Survey, column: str, words: str, *, labels: bool) -> str:
    name = column.rpartition("/")[2]
    if labels and name.startswith("yn_") and words:
        return form.choices["yes_no", words]
    return words
