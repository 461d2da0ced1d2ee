"""Prose with its figures put in: calls become words when a document is composed, in its language.

Nothing is run: a call is data (model/calls.py). What a call cannot say is a finding with its place: Q657
for one that is written wrongly, Q660 for one that finds nothing, Q661 for one whose values cannot be put so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.base.finding import Finding, QagidaError
from builder.base.inline import Run, Runs
from builder.base.language import LAW_LANGUAGES
from builder.compose.assessment.saying import Figures, UnsaidError, said
from builder.compose.voice import Voice
from builder.model.calls import Found, Slip, found_in
from builder.model.library import Content
from builder.model.text import Text


def runs(voice: Voice, figures: Figures, text: Text) -> Runs:
    """The runs of a text with figures in place of calls; raises QagidaError (Q657, Q660, Q661)."""
    found: list[Finding] = []
    result = tuple(_run(voice, figures, text, run, found) for run in voice.runs(text))
    if found:
        raise QagidaError(*found)
    return result


def words(voice: Voice, figures: Figures, text: Text) -> str:
    """The same as plain words."""
    return "".join(run.text for run in runs(voice, figures, text))


def faults(content: Content, figures: Figures, texts: Iterable[Text]) -> Iterator[Finding]:
    """Every call that cannot be said, in both languages: asked before anything is composed."""
    voices = [Voice(content, language) for language in LAW_LANGUAGES]
    for text in texts:
        for voice in voices:
            found: list[Finding] = []
            for run in text.runs(voice.language):
                _run(voice, figures, text, run, found)
            yield from found


def _run(voice: Voice, figures: Figures, text: Text, run: Run, findings: list[Finding]) -> Run:
    if "{" not in run.text and "}" not in run.text:
        return run
    parts, end = [], 0
    for found in found_in(run.text):
        parts += [run.text[end : found.start], _said(voice, figures, text, found, findings)]
        end = found.end
    return replace(run, text="".join([*parts, run.text[end:]]))


def _said(voice: Voice, figures: Figures, text: Text, found: Found, findings: list[Finding]) -> str:
    """The words of a call; nothing, and a finding, where it has none."""
    if isinstance(found.call, Slip):
        findings.append(_finding("Q657", voice, text, found, {"misuse": str(found.call)}))
        return ""
    try:
        return said(voice, figures, found.call)
    except UnsaidError as fault:
        findings.append(_finding(fault.finding, voice, text, found, fault.data))
        return ""


def _finding(code: str, voice: Voice, text: Text, found: Found, data: Mapping[str, str]) -> Finding:
    wording = text[voice.language]
    place = wording.at(max(0, wording.raw.find(found.words)))
    return Finding(code, place, {"call": found.words, **data})
