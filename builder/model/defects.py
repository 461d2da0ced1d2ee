"""What to tell a respondent about a finding: plain words from `collection/defects.yaml`."""

import re
from collections.abc import Iterable, Mapping

from builder.base.catalogue import data_words
from builder.base.finding import Finding
from builder.base.language import Language
from builder.model.library import Content

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def defect_words(content: Content, finding: Finding, language: Language) -> str | None:
    """The finding in plain words of a language; None where it does not go back to a respondent."""
    text = content.defects.defects.get(finding.code)
    if text is None:
        return None
    return filled(text.plain(language), data_words(finding, language))


def returnable(content: Content, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that have words for a respondent."""
    return tuple(finding for finding in findings if finding.code in content.defects.defects)


def filled(words: str, data: Mapping[str, str]) -> str:
    """Words with their placeholders filled, once: what is filled in is not looked at again."""
    return _PLACEHOLDER.sub(lambda found: data.get(found[1], found[0]), words)
