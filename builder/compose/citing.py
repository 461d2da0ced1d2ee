"""Acts as the documents cite them, from date, number and title: in the order of each language."""

from builder.base.dates import dated
from builder.base.kazakh import Case, declined, declined_letters
from builder.base.language import Language
from builder.compose.voice import Voice
from builder.model.act import ActNumber
from builder.model.citations import Citation, CitationKind


def cited(voice: Voice, citation: Citation) -> str:
    """Title with date and number, or with the Law that ratified it; the title alone where that is all."""
    title = voice.words(citation.title)
    if citation.numbers:
        return joint(voice, citation)
    if citation.ratified is not None:
        return _ratified(voice, citation, title)
    if citation.date is None:
        return title
    if citation.number is None:
        return voice.label("citation_dated", title=title, day=voice.day(citation.date))
    key = "citation_law" if citation.kind is CitationKind.LAW else "citation"
    return voice.label(key, title=title, dated=dated(citation.date, voice.language), number=citation.number)


def joint(voice: Voice, citation: Citation) -> str:
    """A joint order by its bodies, dates and numbers."""
    numbers = [_of_body(voice, number) for number in citation.numbers]
    return voice.label("citation_joint", numbers=listed(voice, numbers))


def listed(voice: Voice, items: list[str]) -> str:
    """`one, two and three`."""
    *others, last = items
    return voice.label("list_and", items=", ".join(others), last=last) if others else last


def _of_body(voice: Voice, number: ActNumber) -> str:
    body = voice.content.subject(number.body)
    name = voice.words(body.name) if body.short is None else voice.words(body.short)
    if voice.language is Language.KK:
        name = (declined if body.short is None else declined_letters)(name, Case.GENITIVE)
    day = dated(number.date, voice.language)
    return voice.label("citation_of_body", body=name, dated=day, number=number.number)


def _ratified(voice: Voice, citation: Citation, title: str) -> str:
    """The participle agrees with the title, so it comes from the note of the SOP."""
    law = citation.ratified
    if law is None or citation.note is None:
        return title
    words = voice.words(citation.note).split()
    how = next((word for word in words if word.startswith("ратифи")), words[0])
    day = dated(law.date, voice.language)
    return voice.label("citation_ratified", title=title, how=how, dated=day, number=law.number)
