"""Nodes of the registry of respondents; the words of letters are found by their keys and are no nodes."""

from collections.abc import Iterator

from builder.base import ids
from builder.model.library import Library
from builder.model.sop_nodes import Spot, spot


def registry_spots(library: Library) -> Iterator[Spot]:
    """Regions and groups; single bodies are the house's own business."""
    for one in library.regions.regions if library.regions is not None else ():
        yield spot(ids.registered("region", one.id), one.place, one.name, one.of, one.by)
    for group in library.respondents.groups if library.respondents is not None else ():
        yield spot(ids.registered("respondent", group.id), group.place, group.name, group.addressee)
