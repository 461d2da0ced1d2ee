"""Ways in which editors and people spoil a form, each as a change of its document part."""

import copy
from collections.abc import Callable, Iterable
from typing import Final

from lxml import etree

from builder.ooxml.package import pack
from builder.ooxml.package import read as parts_of
from builder.ooxml.pieces import CELL, CONTENT, CONTROL, HINTED, PROPERTIES, ROW, TABLE, TAG, VAL, P, R, T
from builder.ooxml.runs import run
from builder.ooxml.xml import MC, W14, W, parse, serialised, w
from examples.filling.docx import DOCUMENT, enter

Element = etree._Element
Change = Callable[[Element], None]
CUSTOM: Final = "docProps/custom.xml"


def spoiled(
    data: bytes, *changes: Change, without: Iterable[str] = (), extra: dict[str, bytes] | None = None
) -> bytes:
    """The file with its document changed, without some parts and with others."""
    parts = parts_of(data)
    root = parse(parts[DOCUMENT])
    for change in changes:
        change(root)
    kept = {name: part for name, part in parts.items() if not name.startswith(tuple(without) or ("\0",))}
    return pack({**kept, DOCUMENT: serialised(root).encode(), **(extra or {})})


def paragraph(text: str) -> etree._Element:
    return parse(f'<w:p xmlns:w="{W}">{run(text)}</w:p>'.encode())


def words(text: str) -> etree._Element:
    return paragraph(text)[0]


def doubled(element: Element) -> Element:
    return copy.deepcopy(element)


def control(root: etree._Element, code: str) -> etree._Element:
    """The first control with a code."""
    for found in root.iter(CONTROL):
        tag = found.find(f"{PROPERTIES}/{TAG}")
        if tag is not None and tag.get(VAL) == code:
            return found
    raise LookupError(code)


def line(root: etree._Element, code: str) -> etree._Element:
    """The paragraph of a control."""
    return next(control(root, code).iterancestors(P))


def saying(root: etree._Element, text: str) -> etree._Element:
    """The first paragraph with these words."""
    return next(item for item in root.iter(P) if text in _text(item))


def _text(element: etree._Element) -> str:
    return "".join(item.text or "" for item in element.iter(T)).replace("\u00a0", " ")


# What programs do -------------------------------------------------------------------------------------


def drop_tags(root: etree._Element) -> None:
    """LibreOffice."""
    for tag in list(root.iter(TAG)):
        properties = tag.getparent()
        assert properties is not None
        properties.remove(tag)


def unwrap(root: etree._Element) -> None:
    """Converters to simpler formats: controls become plain text, hints included."""
    for found in list(root.iter(CONTROL)):
        _free(found)


def unwrap_one(*codes: str) -> Change:
    def change(root: etree._Element) -> None:
        for code in codes:
            _free(control(root, code))

    return change


def _free(found: etree._Element) -> None:
    holder, content = found.getparent(), found.find(CONTENT)
    assert holder is not None
    assert content is not None
    place = holder.index(found)
    holder[place : place + 1] = list(content)


def forget_hints(root: etree._Element) -> None:
    """WPS: hints become text, numbers of controls change."""
    for hinted in list(root.iter(HINTED)):
        properties = hinted.getparent()
        assert properties is not None
        properties.remove(hinted)
    for number, identifier in enumerate(root.iter(w("id"))):
        identifier.set(VAL, str(-number))


def keep_hint_marks(root: etree._Element) -> None:
    """WPS: what was typed stays marked as a hint."""
    for found in root.iter(CONTROL):
        properties = found.find(PROPERTIES)
        if properties is not None and properties.find(HINTED) is None:
            properties.append(etree.Element(HINTED))


def split_runs(root: etree._Element) -> None:
    """Word: every run is cut in two, with spelling marks and revision numbers between."""
    for item in list(root.iter(R)):
        text = item.find(T)
        if text is None or len(text.text or "") < 2:
            continue
        half = len(text.text or "") // 2
        second = copy.deepcopy(item)
        item.set(w("rsidR"), "00AB12CD")
        whole = text.text or ""
        text.text, second.find(T).text = whole[:half], whole[half:]  # type: ignore[union-attr]
        for part in (text, second.find(T)):
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")  # type: ignore[union-attr]
        item.addnext(second)
        item.addnext(etree.Element(w("proofErr"), {w("type"): "spellStart"}))


def smart_tags(root: etree._Element) -> None:
    """Old Word: words are wrapped."""
    for item in list(root.iter(R))[::7]:
        holder = item.getparent()
        assert holder is not None
        tag = etree.Element(w("smartTag"), {w("element"): "metricconverter"})
        holder.replace(item, tag)
        tag.append(item)


def autocorrect(root: etree._Element) -> None:
    """Quotes, dashes, spaces, soft hyphens and capitals that editors change by themselves."""
    changes = {'"': "«", " - ": " – ", "\u00a0": " ", "торговл": "тор\u00adговл", "...": "…"}
    for text in root.iter(T):
        for old, new in changes.items():
            text.text = (text.text or "").replace(old, new)


def strict(data: bytes) -> bytes:
    """Word's strict dialect."""
    parts = parts_of(data)
    parts[DOCUMENT] = parts[DOCUMENT].replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    return pack(parts)


def legacy_fields(root: etree._Element) -> None:
    """Fields of old Word instead of controls."""
    for found in list(root.iter(CONTROL)):
        box = found.find(f"{PROPERTIES}/{{{W14}}}checkbox/{{{W14}}}checked")
        mark = ""
        kind = "FORMTEXT"
        if box is not None:
            kind = "FORMCHECKBOX"
            state = box.get(f"{{{W14}}}val")
            mark = f'<w:ffData><w:checkBox><w:checked w:val="{state}"/></w:checkBox></w:ffData>'
        shown = "" if box is not None else run(_text(found))
        field = (
            f'<w:p xmlns:w="{W}"><w:r><w:fldChar w:fldCharType="begin">{mark}</w:fldChar></w:r>'
            f'<w:r><w:instrText> {kind} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        holder = found.getparent()
        assert holder is not None
        place = holder.index(found)
        holder[place : place + 1] = list(parse(field.encode()))


def tables_only(data: bytes) -> bytes:
    """Tables pasted into a new file of somebody's own."""
    root = parse(parts_of(data)[DOCUMENT])
    body = root[0]
    for child in list(body):
        if child.tag != TABLE:
            body.remove(child)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    unwrap(root)
    return pack({"[Content_Types].xml": types.encode(), DOCUMENT: serialised(root).encode()})


# What people do ---------------------------------------------------------------------------------------


def delete_control(code: str) -> Change:
    def change(root: etree._Element) -> None:
        found = control(root, code)
        found.getparent().remove(found)  # type: ignore[union-attr]

    return change


def type_after(code: str, text: str) -> Change:
    """At the end of the line."""
    return lambda root: line(root, code).append(words(text))


def type_beside(code: str, text: str) -> Change:
    """Right after the control."""
    return lambda root: control(root, code).addnext(words(text))


def type_before(code: str, text: str) -> Change:
    return lambda root: control(root, code).addprevious(words(text))


def type_below(code: str, *texts: str) -> Change:
    def change(root: etree._Element) -> None:
        for text in reversed(texts):
            line(root, code).addnext(paragraph(text))

    return change


def type_in_column(code: str, column: int, text: str) -> Change:
    """In another cell of the row of an answer."""

    def change(root: etree._Element) -> None:
        row = next(line(root, code).iterancestors(ROW))
        row.findall(CELL)[column].append(paragraph(text))

    return change


def retype(code: str, text: str) -> Change:
    """The whole line is typed anew."""

    def change(root: etree._Element) -> None:
        line(root, code).getparent().replace(line(root, code), paragraph(text))  # type: ignore[union-attr]

    return change


def spell_code(code: str, old: str, new: str) -> Change:
    """The visible code is spelled otherwise."""

    def change(root: etree._Element) -> None:
        text = next(item for item in line(root, code).iter(T) if (item.text or "").startswith(old))
        text.text = (text.text or "").replace(old, new, 1)

    return change


def copy_lines(codes: tuple[str, ...], answers: tuple[str, ...]) -> Change:
    """Lines are copied below the last of them, and the copies filled."""

    def change(root: etree._Element) -> None:
        below = line(root, codes[-1])
        for code, answer in reversed(tuple(zip(codes, answers, strict=True))):
            copied = copy.deepcopy(line(root, code))
            inner = next(copied.iter(CONTROL))
            enter(inner, inner.find(PROPERTIES), answer)  # type: ignore[arg-type]
            below.addnext(copied)

    return change


def reword(old: str, new: str) -> Change:
    def change(root: etree._Element) -> None:
        for item in root.iter(T):
            plain = (item.text or "").replace("\u00a0", " ")
            if old in plain:
                item.text = plain.replace(old, new)

    return change


def delete_rows(start: str, count: int) -> Change:
    """Table rows from the one with these words."""

    def change(root: etree._Element) -> None:
        row = next(saying(root, start).iterancestors(ROW))
        for _ in range(count):
            after = row.getnext()
            row.getparent().remove(row)  # type: ignore[union-attr]
            assert after is not None
            row = after

    return change


def delete_line(text: str) -> Change:
    return lambda root: saying(root, text).getparent().remove(saying(root, text))  # type: ignore[union-attr]


def add_row(before: str, *cells: str) -> Change:
    """A table row of somebody's own above the one with these words."""

    def change(root: etree._Element) -> None:
        row = next(saying(root, before).iterancestors(ROW))
        fresh = etree.Element(ROW)
        for text in cells:
            cell = etree.SubElement(fresh, CELL)
            cell.append(paragraph(text) if text else etree.Element(P))
        row.addprevious(fresh)

    return change


def revise(code: str, new: str) -> Change:
    """A recorded change: what the control holds is deleted, new words are inserted."""

    def change(root: etree._Element) -> None:
        content = control(root, code).find(CONTENT)
        assert content is not None
        deleted, inserted = etree.Element(w("del")), etree.Element(w("ins"))
        for item in list(content):
            for text in item.iter(T):
                text.tag = w("delText")
            deleted.append(item)
        inserted.append(words(new))
        content.extend((deleted, inserted))

    return change


def comment_on(code: str) -> Change:
    def change(root: etree._Element) -> None:
        mark = f'<w:p xmlns:w="{W}"><w:r><w:commentReference w:id="7"/></w:r></w:p>'
        line(root, code).append(parse(mark.encode())[0])

    return change


def comments(text: str) -> dict[str, bytes]:
    return {
        "word/comments.xml": (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="7"><w:p>{run(text)}</w:p></w:comment></w:comments>'
        ).encode()
    }


def text_box(code: str, text: str) -> Change:
    """A text box over the line, stored twice as Word does."""

    def change(root: etree._Element) -> None:
        box = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
        twice = (
            f'<w:p xmlns:w="{W}" xmlns:mc="{MC}"><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )
        line(root, code).append(parse(twice.encode())[0])

    return change


def nested_table(code: str, text: str) -> Change:
    """A table inside the cell, below the line."""

    def change(root: etree._Element) -> None:
        inner = parse(
            f'<w:tbl xmlns:w="{W}"><w:tr><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr></w:tbl>'.encode()
        )
        line(root, code).addnext(inner)

    return change


def join_lines(first: str, second: str) -> Change:
    """The paragraph mark between two lines is deleted."""

    def change(root: etree._Element) -> None:
        one, two = line(root, first), line(root, second)
        for child in list(two):
            if child.tag != w("pPr"):
                one.append(child)
        two.getparent().remove(two)  # type: ignore[union-attr]

    return change


def tick(code: str, sign: str) -> Change:
    """The box of a line is replaced by a typed sign."""

    def change(root: etree._Element) -> None:
        found = control(root, code)
        holder = found.getparent()
        assert holder is not None
        holder.replace(found, words(sign)) if sign else holder.remove(found)

    return change
