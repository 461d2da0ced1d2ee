"""A folder that one process at a time writes to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.workflow.files import PUBLIC, cannot_write

LOCK = ".lock"


@contextmanager
def held(folder: Path, mode: int = PUBLIC) -> Iterator[None]:
    """The folder, held until the block is left; another one at work is Q907."""
    lock = FileLock(folder / LOCK, mode=mode)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise QagidaError(Finding("Q907", Place(str(folder)))) from error
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        yield
    finally:
        lock.release()
