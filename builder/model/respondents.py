"""Who is asked, body by body: the groups of the registry spread over the regions, and single bodies."""

from collections.abc import Iterator, Mapping

from builder.base.language import Language
from builder.model.library import Content
from builder.model.registry import Entry, Group, Region, Respondent, Turn, Words
from builder.model.text import Text

PLACEHOLDERS = ("region", "region_name", "by_region")
"""What a text of a regional group holds in braces: the genitive, the bare name, the area of an office."""
YEARS = 3
"""Years of one turn (Rules, point 6)."""


def respondents(content: Content) -> tuple[Respondent, ...]:
    """Everyone who is asked, in the order of the registry; imported bodies come last.

    An imported body with the id of another takes its place: it corrects what the registry says of it.
    """
    found = shipped(content)
    for entry in content.imported:
        found[entry.id] = single(entry)
    return tuple(found.values())


def shipped(content: Content) -> dict[str, Respondent]:
    """Respondents of `respondents.yaml` by id, without imported ones."""
    listed = (
        *(one for group in content.groups for one in spread(group, content.regions)),
        *(single(entry) for entry in content.bodies),
    )
    return {respondent.id: respondent for respondent in listed}


def spread(group: Group, regions: tuple[Region, ...]) -> Iterator[Respondent]:
    """The bodies of a group: one, or one in each region (`police-abai`)."""
    if not group.regional:
        yield _body(group, group.id, None, Words(*_words(group.name)), Words(*_words(group.addressee)))
        return
    for region in regions:
        name, addressee = _placed(group.name, region), _placed(group.addressee, region)
        yield _body(group, group_id(group, region), region.id, name, addressee)


def group_id(group: Group, region: Region) -> str:
    return f"{group.id}-{region.id}"


def single(entry: Entry) -> Respondent:
    return _body(entry, entry.id, entry.region, Words(*_words(entry.name)), Words(*_words(entry.addressee)))


def _body(
    source: Group | Entry, respondent: str, region: str | None, name: Words, addressee: Words
) -> Respondent:
    return Respondent(
        id=respondent,
        subject=source.subject,
        section=source.section,
        name=name,
        addressee=addressee,
        region=region,
        languages=source.languages,
        channel=source.channel,
    )


def _words(text: Text) -> tuple[str, str]:
    return text.plain(Language.KK), text.plain(Language.RU)


def _placed(text: Text, region: Region) -> Words:
    """A text of a group in one region; a sentence that begins with the region keeps its capital."""
    return Words(*(_put(text, region, language) for language in (Language.KK, Language.RU)))


def _put(text: Text, region: Region, language: Language) -> str:
    words = text.plain(language)
    for name, form in zip(PLACEHOLDERS, (region.of, region.name, region.by), strict=True):
        words = words.replace("{" + name + "}", form.plain(language))
    return words[:1].upper() + words[1:]


def region_names(content: Content) -> Mapping[str, Text]:
    return {region.id: region.name for region in content.regions}


def coordinator(turns: tuple[Turn, ...], year: int) -> str:
    """The body that coordinates in a calendar year (Rules, point 6).

    Before the first turn and after the last the bodies go on taking turns in the same order.
    """
    for turn in turns:
        if turn.first <= year <= turn.last:
            return turn.body
    first = turns[0]
    bodies = tuple(dict.fromkeys(turn.body for turn in turns))
    return bodies[(year - first.first) // YEARS % len(bodies)]
