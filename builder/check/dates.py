"""Both languages name the same dates."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.figures import all_figures, difference
from builder.check.register import register_of
from builder.model.library import Library


def check_dates(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for figured in all_figures(library):
        kk, ru = figured.kk.dates, figured.ru.dates
        if kk != ru and not register.silences_parity(figured.text):
            data = {"kk": difference(kk, ru), "ru": difference(ru, kk)}
            yield Finding("Q303", figured.text.place, data)
