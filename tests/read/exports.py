"""What servers give for submissions: a workbook as KoboToolbox makes it, files as ODK Central makes them.

Column by column as their own sources have it: KoboToolbox puts lists on sheets of their own and gives rows an
`_index`, ODK Central puts them into files of their own and gives rows a `KEY`.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook

from builder.base import survey_names as names
from builder.ooxml.package import pack
from examples.filling.kobo import Survey

Submission = Mapping[str, object]
Row = dict[str, str]

_UNSEEN = frozenset({
    "_attachments", "_geolocation", "_notes", "_tags", "_validation_status", "_xform_id_string",
    "formhub/uuid", "meta/instanceID",
})  # fmt: skip
"""What the API gives and a workbook does not."""


def as_workbook(
    form: Survey, submissions: Sequence[Submission], *, labels: bool = False, groups: bool = False
) -> bytes:
    """An XLS export; `labels` for labels as headings, `groups` for groups before them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in kobo_tables(form, submissions).items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        sheet = book.create_sheet(title[:31])
        sheet.append([_heading(form, column, labels=labels, groups=groups) for column in columns])
        for row in rows:
            sheet.append([_shown(form, column, row.get(column, ""), labels=labels) for column in columns])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def kobo_tables(form: Survey, submissions: Sequence[Submission]) -> dict[str, list[Row]]:
    """The sheets of an export by their names; a list that nobody filled in has none."""
    title = form.settings["form_title"].replace("/", "_")
    tables: dict[str, list[Row]] = {title: []}
    for index, one in enumerate(submissions, 1):
        row: Row = {}
        lists: dict[str, list[Mapping[str, object]]] = {}
        for path, value in one.items():
            if isinstance(value, list) and path in form.lists.values():
                lists[path] = value
            elif path not in _UNSEEN:
                row[path] = "" if value is None else str(value)
        tables[title].append({**row, "_index": str(index)})
        for path, entries in lists.items():
            sheet = tables.setdefault(path.rpartition("/")[2], [])
            for entry in entries:
                sheet.append({
                    **{key: str(value) for key, value in entry.items()},
                    "_index": str(len(sheet) + 1),
                    "_parent_table_name": title,
                    "_parent_index": str(index),
                    "_submission__id": str(one["_id"]),
                    "_submission__uuid": str(one["_uuid"]),
                })  # fmt: skip
    return tables


def as_files(form: Survey, submissions: Sequence[Submission], name: str = "Форма") -> dict[str, bytes]:
    """The files of an archive of ODK Central; every list has one, filled in or not."""
    mains: list[Row] = []
    lists: dict[str, list[Row]] = {path: [] for path in form.lists.values()}
    for one in submissions:
        key = f"uuid:{one['_uuid']}"
        main: Row = {"SubmissionDate": "2027-02-01T05:00:00.000Z"}
        for path, value in one.items():
            if isinstance(value, list) and path in lists:
                for number, entry in enumerate(value, 1):
                    inside = {column.removeprefix(f"{path}/"): str(said) for column, said in entry.items()}
                    lists[path].append({**inside, "PARENT_KEY": key, "KEY": f"{key}/{path}[{number}]"})
            elif not path.startswith("_") and path not in {"formhub/uuid", "start", "end"}:
                main[path.replace("/", "-")] = "" if value is None else str(value)
        mains.append({**main, "KEY": key, "ReviewState": "", "FormVersion": form.settings["version"]})
    files = {f"{name}.csv": _csv(mains, ())}
    for path, rows in lists.items():
        asked = [one for one in form.paths.values() if one.startswith(f"{path}/")]
        questions = [one.rpartition("/")[2] for one in asked]
        files[f"{name}-{path.rpartition('/')[2]}.csv"] = _csv(rows, (*questions, "PARENT_KEY", "KEY"))
    return files


def as_archive(files: Mapping[str, bytes]) -> bytes:
    return pack(files)


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    headings = list(dict.fromkeys((*columns, *(column for row in rows for column in row))))
    target = io.StringIO()
    writer = csv.DictWriter(target, headings, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()


def _heading(form: Survey, column: str, *, labels: bool, groups: bool) -> str:
    *path, name = column.split("/")
    shown = form.labels.get(name, name) if labels else name
    if not groups or not path:
        return shown
    return "/".join((*(_group(one) if labels else one for one in path), shown))


def _group(name: str) -> str:
    """The label of a group: its code, or words with the sign that stands between groups."""
    kind, _, code = name.partition("_")
    return f"Тізім / {code}" if kind == "r" else code.replace("_", ".")


def _shown(form: Survey, column: str, words: str, *, labels: bool) -> str:
    name = column.rpartition("/")[2]
    if labels and name.startswith("yn_") and words:
        return form.choices["yes_no", words]
    return words


def lists_of(form: Survey) -> Iterator[str]:
    """Codes of the lists of a survey."""
    for name in form.lists:
        asked = names.read(name)
        if asked is not None:
            yield names.list_code(asked.code)
