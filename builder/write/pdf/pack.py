"""Objects to the bytes of a file: streams as they are, everything else together in packed streams.

Tags are most of the objects of an accessible file; packed, they take a tenth of their room.
"""

import struct
import zlib
from hashlib import blake2b

from builder.write.pdf.objects import Objects
from builder.write.pdf.syntax import Entries, dictionary, entries

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 200
"""Objects packed into one stream: more are smaller, fewer are quicker to read one by one."""
_LEVEL = 4
"""Of packing: the next one takes a fifth more time for a hundredth less of a file."""
_STREAM_END = b"\nendstream"

_ROW = struct.Struct(">BIB")
_FREE, _PLACED, _PACKED = 0, 1, 2
_SPARE = _ROW.pack(_FREE, 0, 1)
"""A row of no object that changes a checksum; zeros would not."""


def packed(file: Objects) -> bytes:
    """The file's bytes; equal objects give equal bytes."""
    return _Packer(file).written()


def stream(about: Entries, data: bytes) -> bytes:
    """A compressed stream that does not end in CR: white space after what it holds gives it another end.

    Before `endstream` stands LF, so a strict reader takes that CR for a part of the line end and finds
    the stream too short (ISO 19005-2, 6.1.7.1). One stream in 256 would end so by chance.
    """
    while _ends_in_cr(data):
        data += b"\n"
    body = zlib.compress(data, _LEVEL)
    known = {**about, b"/Filter": b"/FlateDecode", b"/Length": b"%d" % len(body)}
    return b"%b\nstream\n%b%b" % (dictionary(known), body, _STREAM_END)


def _ends_in_cr(data: bytes) -> bool:
    """Whether data will end so when packed: the last byte is that of its checksum (RFC 1950)."""
    return zlib.adler32(data) & 0xFF == ord("\r")


def _sealed(body: bytes) -> bytes:
    """A stream of the compiler, packed anew where it ends in CR."""
    if not body.endswith(b"\r" + _STREAM_END):
        return body
    head, _, data = body.removesuffix(_STREAM_END).partition(b"\nstream\n")
    about = entries(head)
    if about.pop(b"/Filter", b"") != b"/FlateDecode":
        raise LookupError("a stream that cannot be packed anew")
    return stream(about, zlib.decompress(data) + b"\n")


class _Packer:
    """Gathers the parts of a file and the rows of its table: what an object is, where, and which there."""

    def __init__(self, file: Objects) -> None:
        self._file = file
        self._parts = [_HEAD]
        self._size = len(_HEAD)
        self._rows = [(_FREE, 0, 0)] * len(file.bodies)

    def written(self) -> bytes:
        loose: list[int] = []
        for number, body in enumerate(self._file.bodies):
            if body.endswith(_STREAM_END):
                self._place(number, _sealed(body))
            elif body:
                loose.append(number)
        for first in range(0, len(loose), _TOGETHER):
            self._pack(loose[first : first + _TOGETHER])
        table, place = self._next(), self._size
        self._rows[table] = (_PLACED, place, 0)
        self._place(table, self._table())
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % place))

    def _next(self) -> int:
        self._rows.append((_FREE, 0, 0))
        return len(self._rows) - 1

    def _place(self, number: int, body: bytes) -> None:
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._rows[number] = (_PLACED, self._size, 0)
        self._parts.append(part)
        self._size += len(part)

    def _pack(self, numbers: list[int]) -> None:
        """Objects in one stream (ISO 32000-1, 7.5.7)."""
        holder, bodies = self._next(), [self._file.bodies[number] for number in numbers]
        places, at = [], 0
        for index, (number, body) in enumerate(zip(numbers, bodies, strict=True)):
            self._rows[number] = (_PACKED, holder, index)
            places.append(b"%d %d" % (number, at))
            at += len(body) + 1
        head = b" ".join(places) + b"\n"
        about = {b"/Type": b"/ObjStm", b"/N": b"%d" % len(numbers), b"/First": b"%d" % len(head)}
        self._place(holder, stream(about, head + b"\n".join(bodies)))

    def _table(self) -> bytes:
        """Where each object is (ISO 32000-1, 7.5.8); the second identifier is made of all bytes before."""
        digest = blake2b(digest_size=16)
        for part in self._parts:
            digest.update(part)
        rows = b"".join(_ROW.pack(*row) for row in self._rows)
        while _ends_in_cr(rows):
            rows += _SPARE
        trailer = self._file.trailer
        first = trailer[b"/ID"][1:].partition(b")")[0] + b")"
        about: Entries = {b"/Type": b"/XRef", b"/Size": b"%d" % (len(rows) // _ROW.size), b"/W": b"[1 4 1]"}
        about |= {name: trailer[name] for name in (b"/Root", b"/Info") if name in trailer}
        about[b"/ID"] = b"[%b<%b>]" % (first, digest.hexdigest().encode("ascii"))
        return stream(about, rows)
