"""What may not be inside a returned PDF: scripts, programs that start, attached files."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Object

from builder.read.limits import Limits
from builder.read.refusal import refused

_HARMLESS = frozenset({"/GoTo", "/URI", "/Named", "/ResetForm", "/SetOCGState", "/Hide", "/Thread", "/Trans"})
_CARRIERS = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/3D", "/Screen"})
_MOST = 100_000
_DEEP = 8


def check_pdf(pdf: pikepdf.Pdf, name: str, limits: Limits) -> None:
    """Looks at an opened file before it is read. Raises QagidaError: Q727 too much, Q733 active content."""
    # As the file says: counting the objects would read them all.
    if int(pdf.trailer.get("/Size", 0)) > limits.objects:
        raise refused("Q727", name, excess="objects", limit=str(limits.objects))
    if len(pdf.pages) > limits.pages:
        raise refused("Q727", name, excess="pages", limit=str(limits.pages))
    if found := next(_active(pdf), None):
        raise refused("Q733", name, inside=found)


def _active(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    yield from _actions(root.get("/OpenAction"))
    yield from _events(root)
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        if "/JavaScript" in names:
            yield "script"
        if "/EmbeddedFiles" in names:
            yield "file"
    if "/AF" in root or "/Collection" in root:
        yield "file"
    yield from _in_fields(root.get("/AcroForm"))
    for page in pdf.pages:
        yield from _events(page.obj)
        for annotation in _items(page.obj.get("/Annots")):
            yield from _in_annotation(annotation)
    yield from _in_outline(root.get("/Outlines"))


def _in_annotation(annotation: Object) -> Iterator[str]:
    if not isinstance(annotation, Dictionary):
        return
    if str(annotation.get("/Subtype", "")) in _CARRIERS:
        yield "file"
    if "/A" in annotation:
        yield from _actions(annotation.A)
    if "/AA" in annotation:
        yield from _events(annotation)


def _in_fields(form: Object | None) -> Iterator[str]:
    """Actions of fields that stand above their widgets; those of widgets are found on the pages."""
    if not isinstance(form, Dictionary):
        return
    waiting = [(field, 0) for field in _items(form.get("/Fields"))]
    looked = 0
    while waiting and looked < _MOST:
        field, depth = waiting.pop()
        looked += 1
        if not isinstance(field, Dictionary) or (depth == 0 and "/Rect" in field and "/Kids" not in field):
            continue  # its own widget, found on a page
        yield from _in_annotation(field)
        if depth < _DEEP and "/Kids" in field:
            waiting.extend((kid, depth + 1) for kid in _items(field.Kids))


def _in_outline(outline: Object | None) -> Iterator[str]:
    waiting = [outline]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _MOST:
        entry = waiting.pop()
        if not isinstance(entry, Dictionary) or entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        yield from _actions(entry.get("/A"))
        waiting += [entry.get("/First"), entry.get("/Next")]


def _events(holder: Object) -> Iterator[str]:
    """Actions that happen by themselves: on opening, closing, typing."""
    events = holder.get("/AA")
    if isinstance(events, Dictionary):
        for action in list(events.as_dict().values()):
            yield from _actions(action)


def _actions(action: Object | None) -> Iterator[str]:
    """Kinds of an action that does more than lead to a place, and of those that follow it."""
    waiting = [action]
    for _ in range(100):
        if not waiting:
            return
        step = waiting.pop()
        if not isinstance(step, Dictionary) or "/S" not in step:
            continue  # a destination, not an action
        kind = str(step.S)
        if kind not in _HARMLESS:
            yield {"/JavaScript": "script", "/Launch": "launch"}.get(kind, "action")
        following = step.get("/Next")
        waiting += list(following) if isinstance(following, Array) else [following]
    yield "action"


def _items(array: Object | None) -> Iterator[Object]:
    if isinstance(array, Array):
        yield from array
