"""Every entry of the divergence register quotes its node word for word."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.check.register import register_of
from builder.model.library import Library


def check_quotes(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for entry in library.divergences.divergences if library.divergences is not None else ():
        nodes = [node for node in entry.where if node in register.texts]
        for language in LAW_LANGUAGES:
            quote = entry.quote(language)
            if quote and nodes and not any(register.quotes(node, language, quote) for node in nodes):
                yield Finding("Q602", entry.place, {"quote": quote, "node": ", ".join(nodes)})
