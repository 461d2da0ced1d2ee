"""Fixed words printed in documents: every key that code may ask for, with its placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from builder.base.place import Place
from builder.model.labels.acts import ACTS
from builder.model.labels.assessment import ASSESSMENT
from builder.model.labels.collection import COLLECTION
from builder.model.provenance import Provenance
from builder.model.text import Text

PARTS: tuple[Mapping[str, str], ...] = (ACTS, COLLECTION, ASSESSMENT)
"""What the keys are for; a key stands in one part."""
LABELS: Mapping[str, frozenset[str]] = {
    key: frozenset(placeholders.split())
    for key, placeholders in chain.from_iterable(part.items() for part in PARTS)
}


@dataclass(frozen=True, slots=True)
class LabelsFile:
    """content/labels.yaml."""

    provenance: Provenance
    labels: Mapping[str, Text]
    place: Place
