"""`qagida translations` and `qagida confirm`."""

import json
from argparse import Namespace
from collections import Counter
from dataclasses import asdict

from builder.base.language import Language
from builder.cli.printing import print_table
from builder.cli.words import say
from builder.model.text import Standing
from builder.workflow.project import Project, today
from builder.workflow.standing import (
    MISSING,
    OPEN,
    Confirming,
    OpenText,
    Share,
    Translations,
    confirm,
    record,
    translations,
)

_COLUMNS = (*(str(standing) for standing in Standing), MISSING)
_SHOWN = 60
"""Characters of a text that a line shows."""


def run_translations(namespace: Namespace, project: Project, language: Language) -> int:
    """Lists what is draft, stale or missing."""
    if namespace.record:
        print(say(language, "recorded_summary", count=record(project)))
    found = translations(project)
    wanted = [text for text in found.texts if text.standing in (namespace.show or OPEN[1:])]
    if namespace.format == "json":
        print(_json(found))
        return 0
    for text in wanted:
        print(_line(text, language))
    print_table(_header(language), [_row(share) for share in (*found.shares, *_totals(found))])
    print(say(language, "translations_summary", **_counts(found)))
    if found.unrecorded:
        print(say(language, "unrecorded_summary", count=found.unrecorded))
    return 0


def run_confirm(namespace: Namespace, project: Project, language: Language) -> int:
    """Records a confirmation."""
    asked = Confirming(
        namespace.what,
        Language(namespace.lang),
        namespace.by.strip(),
        namespace.on or today(),
        namespace.draft,
    )
    key = "revised_summary" if asked.draft else "confirmed_summary"
    print(say(language, key, count=confirm(project, asked), by=asked.by, on=asked.on.isoformat()))
    return 0


def _header(language: Language) -> list[str]:
    names = ("file", "language", "texts", *_COLUMNS, "settled")
    return [say(language, f"column_{name}") for name in names]


def _row(share: Share) -> list[object]:
    counts = [share.counts.get(name, 0) for name in _COLUMNS]
    return [share.file, share.language, share.total, *counts, f"{share.settled:.0%}"]


def _totals(found: Translations) -> list[Share]:
    totals: dict[Language, Counter[str]] = {}
    for share in found.shares:
        totals.setdefault(share.language, Counter()).update(share.counts)
    return [Share("*", language, counts) for language, counts in totals.items()]


def _counts(found: Translations) -> dict[str, object]:
    counted = Counter(text.standing for text in found.texts)
    return {name: counted[name] for name in OPEN}


def _line(text: OpenText, language: Language) -> str:
    standing = say(language, f"column_{text.standing}")
    words = text.words if len(text.words) <= _SHOWN else f"{text.words[:_SHOWN]}…"
    return f"{text.place}: {text.node or text.key} ({text.language}, {standing}): {words}"


def _json(found: Translations) -> str:
    files = [
        {"file": share.file, "language": share.language, "texts": share.total, "settled": share.settled}
        | {name: share.counts.get(name, 0) for name in _COLUMNS}
        for share in found.shares
    ]
    texts = [asdict(text) for text in found.texts]
    content = {"files": files, "texts": texts, "unrecorded": found.unrecorded}
    return json.dumps(content, ensure_ascii=False, indent=1)
