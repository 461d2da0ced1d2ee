"""Small changes to the parts of a Word shell, each in the place the schema asks for."""

from collections.abc import Iterator

from lxml import etree

from builder.ooxml.xml import MC, W14, R, W, w

_BEFORE_PROTECTION = """
writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles
stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions
doNotTrackMoves doNotTrackFormatting
"""
"""What the schema puts before the protection of a document."""
_AFTER_FORM_PROTECTION = """
vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
"""What the schema puts after the protection of a section."""
_FIELDS = {"PAGE": "first", "NUMPAGES": "second"}


def with_namespaces(root: etree._Element) -> etree._Element:
    """The same document part under a root that knows the prefixes our text uses."""
    named = {prefix: uri for prefix, uri in root.nsmap.items() if prefix is not None}
    fresh = etree.Element(root.tag, nsmap={**named, "w": W, "r": R, "w14": W14, "mc": MC})
    for name, value in root.attrib.items():
        fresh.set(name, value)
    ignorable = root.get(f"{{{MC}}}Ignorable", "").split()
    fresh.set(f"{{{MC}}}Ignorable", " ".join(dict.fromkeys((*ignorable, "w14"))))
    fresh.extend(list(root))
    return fresh


def text_width(document: etree._Element) -> int:
    """Width between the margins of the last section, in twentieths of a point."""
    section = list(document.iter(w("sectPr")))[-1]
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        raise ValueError("section without size or margins")
    return int(size.get(w("w"), "")) - int(margins.get(w("left"), "")) - int(margins.get(w("right"), ""))


def protect(settings: etree._Element, document: etree._Element) -> None:
    """Only controls can be changed."""
    for old in settings.findall(w("documentProtection")):
        settings.remove(old)
    protection = etree.Element(w("documentProtection"))
    protection.set(w("edit"), "forms")
    protection.set(w("enforcement"), "1")
    earlier = {w(name) for name in _BEFORE_PROTECTION.split()}
    place = next((index for index, child in enumerate(settings) if child.tag not in earlier), len(settings))
    settings.insert(place, protection)
    for section in document.iter(w("sectPr")):
        _protect_section(section)


def _protect_section(section: etree._Element) -> None:
    for old in section.findall(w("formProt")):
        section.remove(old)
    later = {w(name) for name in _AFTER_FORM_PROTECTION.split()}
    place = next((index for index, child in enumerate(section) if child.tag in later), len(section))
    section.insert(place, etree.Element(w("formProt")))


def set_language(styles: etree._Element, tag: str) -> None:
    """The language of everything that names none."""
    inside = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = inside.find(w(name))
        if found is None:
            found = etree.Element(w(name))
            # Defaults come first; inside the run properties the language comes last but for rarities.
            inside.insert(len(inside) if name == "lang" else 0, found)
        inside = found
    inside.set(w("val"), tag)


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Ids by lower-case name: a localised Word renames the ids (`Heading1` → `1`), never the names."""
    result: dict[str, str] = {}
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        if name is not None:
            result[name.get(w("val"), "").casefold()] = style.get(w("styleId"), "")
    return result


def mark_page_fields(part: etree._Element, first: str, second: str) -> None:
    """Where a paragraph has both page numbers, their order becomes that of the language."""
    for paragraph in part.iter(w("p")):
        fields = [item for item in paragraph.iter(w("instrText")) if _field(item)]
        if {_field(item) for item in fields} == set(_FIELDS):
            for item, mark in zip(fields, (first, second), strict=False):
                item.text = f" {mark} "


def _field(item: etree._Element) -> str:
    word = (item.text or "").split()[:1]
    return word[0] if word and word[0] in _FIELDS else ""


def place_body(document: etree._Element, mark: str) -> None:
    """Leaves only the mark where the shell's paragraph with it stood, or before the last section."""
    body = document.find(w("body"))
    if body is None:
        raise ValueError("document without body")
    for paragraph in body.iter(w("p")):
        if mark in "".join(_texts(paragraph)):
            _replace(paragraph, mark)
            return
    last = body.find(w("sectPr"))
    if last is None:
        raise ValueError("body without section")
    fresh = etree.Element(w("p"))
    body.insert(body.index(last), fresh)
    _replace(fresh, mark)


def _texts(paragraph: etree._Element) -> Iterator[str]:
    return (item.text or "" for item in paragraph.iter(w("t")))


def _replace(element: etree._Element, mark: str) -> None:
    parent = element.getparent()
    if parent is None:
        raise ValueError("paragraph without parent")
    before = element.getprevious()
    if before is None:
        parent.text = mark
    else:
        before.tail = mark
    parent.remove(element)
