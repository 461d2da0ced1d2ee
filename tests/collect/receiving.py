"""A process that receives a folder: `python -m tests.collect.receiving COLLECTIONS COUNT PATH…`.

Prints the name of each file once it is on the disk or refused.
"""

import sys
from pathlib import Path

from builder.load.library import load
from builder.model.library import whole
from builder.workflow.collect.receive import receive
from tests.collect.office import opened
from tests.conftest import ROOT


def main(folder: str, count: str, *paths: str) -> None:
    content = whole(load(ROOT / "content").library)
    assert content is not None
    with opened(content, Path(folder), int(count)) as desk:
        print("ready", flush=True)
        received = receive(desk, map(Path, paths), report=lambda _done, _all, name: print(name, flush=True))
        assert not received.stopped


if __name__ == "__main__":
    main(*sys.argv[1:])
