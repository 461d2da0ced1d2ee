"""The registry of respondents fits the questionnaire: its sections, its regions, who answers what."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.check.guess import guess
from builder.model.library import Library
from builder.model.registry import Entry, Group
from builder.model.respondents import PLACEHOLDERS
from builder.model.text import Text

REGION = "region"
"""The breakdown whose categories are the regions."""
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def check_registry(library: Library) -> Iterable[Finding]:
    for group in _groups(library):
        yield from _section(library, group)
        for text in (group.name, group.addressee):
            yield from _placeholders(group, text)
    for entry in _entries(library):
        yield from _section(library, entry)
    yield from _regions(library)


def _groups(library: Library) -> tuple[Group, ...]:
    return library.respondents.groups if library.respondents is not None else ()


def _entries(library: Library) -> tuple[Entry, ...]:
    listed = library.respondents.bodies if library.respondents is not None else ()
    return (*listed, *(library.imported.bodies if library.imported is not None else ()))


def _section(library: Library, entry: Group | Entry) -> Iterator[Finding]:
    """A respondent answers a section that its subject answers (Q631)."""
    if library.subjects is None:
        return
    subject = next((known for known in library.subjects.subjects if known.id == entry.subject), None)
    if subject is not None and entry.section not in subject.sections:
        sections = ", ".join(map(str, subject.sections)) or "–"
        data = {"section": str(entry.section), "subject": subject.id, "sections": sections}
        yield Finding("Q631", entry.place, data)


def _regions(library: Library) -> Iterator[Finding]:
    """Regions are the categories of the breakdown, all of them, and bodies stand in regions (Q632)."""
    if library.regions is None:
        return
    known = [region.id for region in library.regions.regions]
    for entry in _entries(library):
        if entry.region is not None and entry.region not in known:
            data = {"region": entry.region, "suggestion": guess(entry.region, known)}
            yield Finding("Q632", entry.place, data)
    breakdowns = library.breakdowns.breakdowns if library.breakdowns is not None else ()
    categories = [item.id for one in breakdowns if one.id == REGION for item in one.categories]
    if not categories:
        return
    for region in library.regions.regions:
        if region.id not in categories:
            data = {"region": region.id, "suggestion": guess(region.id, categories)}
            yield Finding("Q632", region.place, data)
    for missing in (name for name in categories if name not in known):
        place = library.regions.provenance.place
        yield Finding("Q632", place, {"region": missing, "suggestion": guess(missing, known)})


def _placeholders(group: Group, text: Text) -> Iterator[Finding]:
    """A regional group names its region, another one does not (Q634)."""
    for wording in text.wordings.values():
        found = set(_PLACEHOLDER.findall(wording.raw))
        if bool(found) != group.regional or not found <= set(PLACEHOLDERS):
            expected = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS) if group.regional else "–"
            shown = ", ".join(f"{{{name}}}" for name in sorted(found)) or "–"
            data = {"group": group.id, "expected": expected, "found": shown}
            yield Finding("Q634", wording.place, data)
