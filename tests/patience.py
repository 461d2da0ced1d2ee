"""A guard against hanging: generous, so that it never measures the speed of a machine."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 120


@contextmanager
def patience() -> Iterator[None]:
    """Fails what does not end, even inside a library that comes back to Python now and then."""

    def stop(_: int, __: FrameType | None) -> None:
        raise AssertionError(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
