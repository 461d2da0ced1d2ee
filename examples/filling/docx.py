"""Fills a Word form as Word does when somebody types into its controls."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from lxml import etree

from builder.ooxml.package import pack, read
from builder.ooxml.pieces import CONTENT, CONTROL, HINTED, PROPERTIES, TAG, VAL
from builder.ooxml.runs import run
from builder.ooxml.sdt import CHECKED
from builder.ooxml.xml import W14, W, parse, serialised, w

DOCUMENT: Final = "word/document.xml"


def fill(data: bytes, answers: Mapping[str, str]) -> bytes:
    """The form with answers by code: any word ticks a box, options go by their value or their words."""
    parts = read(data)
    root = parse(parts[DOCUMENT])
    for control in root.iter(CONTROL):
        properties = control.find(PROPERTIES)
        tag = properties.find(TAG) if properties is not None else None
        answer = answers.get(tag.get(VAL, "")) if tag is not None else None
        if properties is not None and answer:
            enter(control, properties, answer)
    return pack({**parts, DOCUMENT: serialised(root).encode()})


def enter(control: etree._Element, properties: etree._Element, answer: str) -> None:
    """One answer, with everything that Word changes along with it."""
    box = properties.find(f"{{{W14}}}checkbox")
    if box is not None:
        _state(box).set(f"{{{W14}}}val", "1")
        answer = CHECKED
    choice = properties.find(w("dropDownList"))
    if choice is not None:
        answer = _chosen(choice, answer)
    day = properties.find(w("date"))
    if day is not None:
        _dated(day, answer)
    for hinted in properties.findall(HINTED):
        properties.remove(hinted)
    _replace(control, properties, answer)


def _state(box: etree._Element) -> etree._Element:
    found = box.find(f"{{{W14}}}checked")
    return etree.SubElement(box, f"{{{W14}}}checked") if found is None else found


def _chosen(choice: etree._Element, answer: str) -> str:
    """The words of an option; Word remembers its value."""
    for item in choice:
        if answer in (item.get(w("value")), item.get(w("displayText"))):
            choice.set(w("lastValue"), item.get(w("value"), ""))
            return item.get(w("displayText"), answer)
    return answer


def _dated(day: etree._Element, answer: str) -> None:
    """A date that Word understands is kept beside the words."""
    try:
        moment = datetime.strptime(answer, "%d.%m.%Y")  # noqa: DTZ007 - a day without an hour
    except ValueError:
        return
    day.set(w("fullDate"), moment.strftime("%Y-%m-%dT00:00:00Z"))


def _replace(control: etree._Element, properties: etree._Element, answer: str) -> None:
    content = control.find(CONTENT)
    if content is None:
        return
    look = properties.find(w("rPr"))
    inner = "".join(etree.tostring(item, encoding="unicode") for item in look) if look is not None else ""
    fresh = parse(f'<w:p xmlns:w="{W}">{run(answer, inner)}</w:p>'.encode())
    for old in list(content):
        content.remove(old)
    content.extend(list(fresh))
