"""Every abbreviation of the SOP and of the plan is in its key; plain texts explain theirs.

An abbreviation is reported once for each language of a file.
"""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.plain import PlainText, plain_texts
from builder.check.register import register_of
from builder.model.library import Library
from builder.model.text import Text

_CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_FOUND = re.compile(rf"(?<![\w-])[{_CAPITALS}]{{2,8}}(?:-[{_CAPITALS}]{{2,8}})*(?!\w)")
_LOUD = re.compile(rf"[{_CAPITALS}]{{2,}}(?:[\s,–-]+[{_CAPITALS}]+)+")
"""Words in capitals on end are words made loud, unless one of them is an abbreviation."""
_APART = re.compile(r"[\s,.;()–-]+")
_ROMAN = re.compile(r"[IVXLCІХ]+")
_QUOTING = ("/sop/citations.yaml", "/sop/wording.yaml")


def check_abbreviations(library: Library) -> Iterable[Finding]:
    plain = {id(item.text): item for item in plain_texts(library)}
    keys = _keys(library)
    register = register_of(library)
    quoted = {id(one.note) for one in library.sop.sop.defects} if library.sop is not None else set()
    reported = set()
    for text in library.texts:
        folder = text.place.path.split("/")[1]
        if folder not in keys or id(text) in quoted or text.place.path.endswith(_QUOTING):
            continue
        for language, offset, found in _abbreviations(text, keys[folder]):
            place = text[language].at(offset)
            if id(text) in plain:
                if not _explained(plain[id(text)], language, found):
                    yield Finding("Q612", place, {"short": found})
            elif found not in keys[folder][language] and not register.covers(text, language, found):
                if (place.path, language, found) not in reported:
                    yield Finding("Q815", place, {"short": found})
                reported.add((place.path, language, found))
    yield from _executors(library)


def _executors(library: Library) -> Iterator[Finding]:
    """Bodies of a measure are abbreviations of the key, in Russian, or executors with a name of their own."""
    if library.plan is None:
        return
    known = {entry.short.plain(Language.RU) for entry in library.plan.plan.key}
    known |= {one.body for one in library.plan.plan.executors if one.name is not None}
    for measure in library.plan.plan.measures:
        named = [(body, measure.place) for body in measure.bodies]
        named += [(body, part.place) for part in measure.parts for body in part.bodies]
        yield from (Finding("Q815", place, {"short": body}) for body, place in named if body not in known)


def _abbreviations(text: Text, known: dict[Language, set[str]]) -> Iterator[tuple[Language, int, str]]:
    """Abbreviations with their offsets, in each language."""
    for language, wording in text.wordings.items():
        if _loud(wording.raw) and not known[language] & set(_APART.split(wording.raw)):
            continue
        words = _quiet(wording.raw, known[language])
        for match in _FOUND.finditer(words):
            if not _ROMAN.fullmatch(match.group()):
                yield language, match.start(), match.group()


def _loud(words: str) -> bool:
    """Without one small letter."""
    return not any(letter.islower() for letter in words)


def _quiet(words: str, known: set[str]) -> str:
    """The words with blanks where they are only loud."""

    def blank(match: re.Match[str]) -> str:
        found = match.group()
        return found if known & set(re.split(r"[\s,–-]+", found)) else " " * len(found)

    return _LOUD.sub(blank, words)


def _explained(item: PlainText, language: Language, short: str) -> bool:
    """The memo says somewhere what it means: `жергілікті атқарушы орган (ЖАО)`."""
    return any(f"({short})" in text.plain(language) for text in item.memo_texts if language in text.wordings)


def _keys(library: Library) -> dict[str, dict[Language, set[str]]]:
    """Abbreviations by folder and language; a key of several words knows each of them too."""
    found: dict[str, list[Text]] = {}
    if library.sop is not None and library.subjects is not None:
        shorts = [subject.short for subject in library.subjects.subjects if subject.short is not None]
        found["sop"] = [*(entry.short for entry in library.sop.sop.abbreviations), *shorts]
    if library.plan is not None:
        found["plan"] = [entry.short for entry in library.plan.plan.key]
    return {
        folder: {language: _words(texts, language) for language in (Language.KK, Language.RU)}
        for folder, texts in found.items()
    }


def _words(texts: list[Text], language: Language) -> set[str]:
    shorts = [text.plain(language) for text in texts]
    return {word for short in shorts for word in (short, *short.split())}
