"""A finding: something a person should look at, with its place and its code in the catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from builder.base.place import Place


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """`data` fills the placeholders of the code's message; the words live in the catalogue."""

    code: str
    place: Place
    data: Mapping[str, str] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """By place, then by code; plain values are compared much quicker than places."""
        place = self.place
        return (place.path, place.line, place.column, place.at, self.code, "|".join(self.data.values()))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, then code, each once."""
    unique = {finding.sort_key: finding for finding in findings}
    return tuple(unique[key] for key in sorted(unique))


class QagidaError(Exception):
    """Stops a command; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(f"{item.place}: {item.code}" for item in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[type["QagidaError"], tuple[Finding, ...]]:
        """So that a worker process can hand it over."""
        return QagidaError, self.findings
