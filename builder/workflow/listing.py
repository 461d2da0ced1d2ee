"""What can be made, without making it."""

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.compose.kinds import kind_of
from builder.compose.voice import Voice
from builder.model.library import whole
from builder.workflow.check import check_content
from builder.workflow.project import Project
from builder.workflow.selection import Selection, selected


def listing(project: Project, selection: Selection) -> tuple[tuple[str, str, str, str], ...]:
    """Language, kind, name and title of every selected document."""
    checked = check_content(project)
    content = whole(checked.library)
    if content is None:
        blocked = Finding("Q908", Place("content"), {"count": str(checked.errors)})
        raise QagidaError(*checked.findings, blocked)
    return tuple(
        (
            request.language,
            request.kind,
            request.name,
            kind_of(request).title(Voice(content, request.main), request),
        )
        for request in selected(content, selection)
    )
