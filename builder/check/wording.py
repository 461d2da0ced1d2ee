"""Our own words about people neither stigmatise nor expose them."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.check.plain import plain_texts
from builder.model.library import Library
from builder.model.text import Standing, Text
from builder.model.wording import AvoidedWording

_Phrase = tuple[str, str, AvoidedWording]
"""A phrase in small letters, as it is written, and its entry."""

_ASSESSMENTS = "assessment/"
"""Everything there is our own but what is quoted."""


def check_wording(library: Library) -> Iterable[Finding]:
    if library.wording is None:
        return
    phrases = {language: _phrases(library.wording.wording, language) for language in LAW_LANGUAGES}
    plain = {id(item.text) for item in plain_texts(library)}
    quoted = {id(one.note) for one in library.sop.sop.defects} if library.sop is not None else set()
    for text in library.texts:
        if text.place.path.startswith(_ASSESSMENTS):
            for language, wording in text.wordings.items():
                if wording.standing is not Standing.OFFICIAL:
                    yield from _found(text, language, phrases[language])
            continue
        folder, name = text.place.path.split("/")[1:][:2] if text.place.path.count("/") > 1 else ("", "")
        if folder == "sop" and name not in ("wording.yaml", "citations.yaml") and id(text) not in quoted:
            for language, wording in text.wordings.items():
                if id(text) in plain or wording.standing is Standing.OWN:
                    yield from _found(text, language, phrases[language])


def _phrases(entries: Iterable[AvoidedWording], language: Language) -> list[_Phrase]:
    return [(phrase.lower(), phrase, entry) for entry in entries for phrase in entry.form(language).avoid]


def _found(text: Text, language: Language, phrases: Iterable[_Phrase]) -> Iterator[Finding]:
    wording = text[language]
    words = wording.raw.lower()
    for small, phrase, entry in phrases:
        offset = words.find(small)
        if offset >= 0 and not (offset and words[offset - 1].isalnum()):
            prefer, why = entry.form(language).prefer, entry.why.plain(language)
            yield Finding("Q613", wording.at(offset), {"found": phrase, "prefer": prefer, "why": why})
