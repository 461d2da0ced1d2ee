"""Both languages name acts by the same numbers (`№ 849`)."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.figures import all_figures, difference
from builder.check.register import register_of
from builder.model.library import Library


def check_acts(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for figured in all_figures(library):
        kk, ru = figured.kk.acts, figured.ru.acts
        if kk != ru and not register.silences_parity(figured.text):
            data = {"kk": difference(kk, ru), "ru": difference(ru, kk)}
            yield Finding("Q304", figured.text.place, data)
