"""Memory of a process with all its children, looked at while it works."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PROC = Path("/proc")
_PAUSE = 0.1


@dataclass(frozen=True)
class Peak:
    """Megabytes. `shared_fairly` (PSS) counts a page that several processes share once in all."""

    shared_fairly: float
    sum_of_processes: float
    largest_process: float


class Watch:
    """Looks at a process tree until it is stopped; meaningful on Linux only."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._stopped = Event()
        self._peaks = [0.0, 0.0, 0.0]
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> Peak:
        self._stopped.set()
        self._thread.join()
        return Peak(*self._peaks)

    def _look(self) -> None:
        while not self._stopped.is_set():
            sizes = [size for process in _tree(self._process) if (size := _sizes(process))]
            now = (
                sum(size[0] for size in sizes),
                sum(size[1] for size in sizes),
                max((size[1] for size in sizes), default=0.0),
            )
            self._peaks = [max(pair) for pair in zip(self._peaks, now, strict=True)]
            time.sleep(_PAUSE)


def _tree(process: int) -> Iterator[int]:
    """The process and everything that it started."""
    yield process
    try:
        for task in (_PROC / str(process) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _sizes(process: int) -> tuple[float, float] | None:
    """PSS and RSS of a process in megabytes."""
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    found = {line.partition(":")[0]: line.split() for line in lines[1:]}
    if "Pss" not in found:
        return None
    return int(found["Pss"][1]) / 1024, int(found["Rss"][1]) / 1024
