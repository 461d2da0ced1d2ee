"""Names and numbers that Word asks for, derived from our own identifiers."""

from functools import lru_cache
from hashlib import sha256

_LONGEST = 40
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@lru_cache(maxsize=4096)  # most stand in many documents
def bookmark_name(node: str) -> str:
    """A bookmark name for a node id: `rules/p2.5` → `rules_p2__5`.

    Distinct ids give distinct names: what cannot be spelled plainly gets a digest at its end.
    """
    name = "".join({"/": "_", ".": "__"}.get(letter, letter) for letter in node)
    plain = all(letter in _SAFE or letter in "/." for letter in node)
    # Two separators side by side could be spelled by another pair.
    doubled = any(pair in node for pair in ("//", "..", "/.", "./"))
    if plain and not doubled and name[:1].isalpha() and len(name) <= _LONGEST:
        return name
    digest = sha256(node.encode("utf-8", "replace")).hexdigest()[:12]
    stem = "".join(letter if letter in _SAFE else "_" for letter in node)
    return f"n_{stem[: _LONGEST - 15]}_{digest}"


def control_number(document: str, code: str, taken: set[int]) -> int:
    """The number of a control: the same in every build, free in `taken`, which it joins."""
    attempt = 0
    while True:
        seed = f"{document}\n{code}\n{attempt}".encode("utf-8", "replace")
        number = int.from_bytes(sha256(seed).digest()[:4], "big") >> 1
        if number and number not in taken:
            taken.add(number)
            return number
        attempt += 1
