"""The objects of a compiled PDF by number.

A library that reads and writes every PDF takes a quarter of the time of a whole build for this. The
compiler's files are plain: each object once, one after another, with a table of their places (ISO
32000-1, 7.5.4). What is not of that shape is refused.
"""

from collections.abc import Iterator
from itertools import pairwise

from builder.write.pdf.syntax import entries

_ROW_LENGTH = 20
_END = b"\nendobj\n"


class Objects:
    """`bodies` are the bytes between `obj` and `endobj`, by number; 0 is none."""

    def __init__(self, data: bytes) -> None:
        start = data.rindex(b"startxref")
        table = int(data[start:].split()[1])
        rows, _, trailer = data[table:start].partition(b"trailer\n")
        self.trailer = entries(trailer.strip())
        self.bodies = [b"", *_bodies(data, table, rows.split(b"\n", 2)[2])]

    @property
    def root(self) -> int:
        """The number of the catalogue."""
        return int(self.trailer[b"/Root"].split()[0])

    def add(self, body: bytes) -> int:
        """The number of a new object."""
        self.bodies.append(body)
        return len(self.bodies) - 1


def _bodies(data: bytes, table: int, rows: bytes) -> Iterator[bytes]:
    """Bodies of the objects 1, 2, … of a table of places; `rows` begin with that of the object 0."""
    places = [int(rows[at : at + 10]) for at in range(_ROW_LENGTH, len(rows), _ROW_LENGTH)]
    ends = dict(pairwise([*sorted(places), table]))
    for number, place in enumerate(places, 1):
        head, end = b"%d 0 obj\n" % number, ends[place]
        if not (data.startswith(head, place) and data.endswith(_END, place, end)):
            raise LookupError(f"object {number} is not where the compiler puts it")
        yield data[place + len(head) : end - len(_END)]
