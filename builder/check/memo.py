"""What several checks need of one library is made once."""

from collections.abc import Callable
from typing import TypeVar

from builder.model.library import Library

T = TypeVar("T")


def remembered(make: Callable[[Library], T]) -> Callable[[Library], T]:
    """`make`, remembering its answer for the library asked about last (libraries cannot be hashed)."""
    last: list[tuple[Library, T]] = []

    def get(library: Library) -> T:
        for known, value in last:
            if known is library:
                return value
        value = make(library)
        last[:] = [(library, value)]
        return value

    return get
