"""Runs of text: what inline markup becomes, once, when content is loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with one look. `target` is a node id (`rules/p9`) or an address (`https://…`)."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The words alone."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
