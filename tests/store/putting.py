"""A process that puts files until it is killed or done: `python -m tests.store.putting PATH NAME COUNT`.

Prints the digest of each file once the store has confirmed it.
"""

import sys
from pathlib import Path

from builder.store.store import Store
from tests.store.made import incoming, respondents, source


def main(path: str, name: str, count: str) -> None:
    codes = [f"2.1.{number}" for number in range(1, 60)]
    known = [one.id for one in respondents(200)]
    with Store.open(Path(path)) as store:
        print("ready", flush=True)
        for number in range(int(count)):
            one = source(f"{name} {number} " * 500)
            store.put(one, [incoming(known[number % len(known)], *codes)])
            print(one.sha256, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
