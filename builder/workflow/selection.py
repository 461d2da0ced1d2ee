"""What to build, and where each file goes."""

from dataclasses import dataclass

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.compose.kinds import requests
from builder.compose.request import Request
from builder.model.library import Content
from builder.workflow.make import WRITERS


@dataclass(frozen=True, slots=True)
class Selection:
    """What to build; an empty tuple means all."""

    kinds: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()

    def takes(self, request: Request) -> bool:
        return (
            (not self.kinds or request.kind in self.kinds)
            and (not self.sections or request.section in self.sections)
            and (not self.subjects or request.subject in self.subjects)
            and (not self.languages or request.language in self.languages)
            and any(suffix in request.formats for suffix in self.suffixes())
        )

    def suffixes(self) -> tuple[str, ...]:
        """File formats to write."""
        return tuple(name for name in WRITERS if not self.formats or name in self.formats)


def path_of(request: Request, suffix: str) -> str:
    """`kk/questionnaire/section-02.pdf`, relative to the output folder."""
    return f"{request.language}/{request.kind}/{request.name}.{suffix}"


def selected(content: Content, selection: Selection) -> tuple[Request, ...]:
    """Requests that a selection takes (Q906 when it takes none)."""
    chosen = tuple(request for request in requests(content) if selection.takes(request))
    if not chosen:
        parts = (
            selection.kinds,
            selection.sections,
            selection.subjects,
            selection.languages,
            selection.formats,
        )
        asked = " ".join(str(value) for part in parts for value in part)
        possible = {request.subject if selection.subjects else request.kind for request in requests(content)}
        names = ", ".join(sorted(name for name in possible if name is not None))
        raise QagidaError(Finding("Q906", Place("-"), {"value": asked, "suggestion": names}))
    return chosen
