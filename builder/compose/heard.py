"""Which texts below `confirmed` a document contains: noted while its composer speaks them.

A listener hears every voice of its context, so a composer cannot forget to pass it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from builder.base.language import Language
from builder.base.place import Place
from builder.model.text import Standing, Wording

BELOW_CONFIRMED = frozenset({Standing.DRAFT, Standing.STALE})


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A wording that nobody has confirmed yet."""

    language: Language
    wording: Wording


Heard = dict[Place, Unconfirmed]

_heard: ContextVar[Heard | None] = ContextVar("heard", default=None)


@contextmanager
def listening() -> Iterator[Heard]:
    """Gathers what is spoken meanwhile and is below `confirmed`, by place; an outer listener hears it too."""
    heard: Heard = {}
    outer = _heard.get()
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)
        if outer is not None:
            outer.update(heard)


def note(language: Language, wording: Wording) -> Wording:
    """Answers the same wording, and tells the listener of it."""
    heard = _heard.get()
    if heard is not None and wording.standing in BELOW_CONFIRMED:
        heard[wording.place] = Unconfirmed(language, wording)
    return wording
