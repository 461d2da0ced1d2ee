"""The zip around an Office file: counted, named and unpacked under limits before anybody trusts it."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from builder.base.finding import QagidaError
from builder.read.files import megabytes
from builder.read.limits import Limits
from builder.read.names import legible
from builder.read.refusal import refused

_CHUNK = 1 << 16
_END = b"PK\x05\x06"
_END_SIZE = 22
_END_REACH = _END_SIZE + (1 << 16)
_ENTRY_SIZE = 256
"""Bytes that an entry of the directory may take on average."""
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, OverflowError,
    RuntimeError, UnicodeError, ValueError,
)  # fmt: skip
_MARKUP_HEADS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b" ", b"\t", b"\r", b"\n", b"\x00<")
_NESTED = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")


def unpacked(data: bytes, name: str, limits: Limits) -> Mapping[str, bytes]:
    """Parts by name: markup whole, of everything else the first bytes only.

    Every byte is unpacked once, counted and compared with its check sum, so that later readers may trust
    the sizes that the archive declares. Raises QagidaError: Q721, Q726, Q727, Q728.
    """
    with _opened(data, name, limits) as archive:
        return dict(_parts(archive, archive.infolist(), name, limits))


def members(data: bytes, name: str, limits: Limits) -> Mapping[str, bytes]:
    """Files of an archive that is no Office file, each whole; archives among them stay as they are.

    Raises QagidaError: Q721, Q726, Q727, Q728.
    """
    with _opened(data, name, limits) as archive:
        entries = archive.infolist()
        return {one.filename: _whole(archive, one, name) for one in entries if not one.is_dir()}


@contextmanager
def _opened(data: bytes, name: str, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """An archive whose list of entries may be trusted; what is damaged further on is refused as well."""
    _check_directory(data, name, limits)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_names(entries, name)
            _check_sizes(entries, name, len(data), limits)
            yield archive
    except QagidaError:
        raise
    except _BROKEN as error:
        raise refused("Q721", name, trouble="damaged") from error


def _whole(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """A file, never more of it than it declares; the library compares its check sum."""
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size)
        if len(data) != entry.file_size or stream.read(1):
            raise refused("Q721", name, trouble="damaged")
        return data


def _check_directory(data: bytes, name: str, limits: Limits) -> None:
    """Before a list of entries is built: a directory of a million entries would fill the memory."""
    at = len(data) - _END_SIZE
    if data[at : at + 4] != _END:
        at = data.rfind(_END, max(0, len(data) - _END_REACH))
    if at < 0 or len(data) < at + _END_SIZE:
        raise refused("Q721", name, trouble="damaged")
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > limits.entries or size > limits.entries * _ENTRY_SIZE:
        raise refused("Q727", name, excess="entries", limit=str(limits.entries))


def _check_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        part = entry.orig_filename
        folded = part.casefold()
        if folded in seen or _treacherous(part) or stat.S_ISLNK(entry.external_attr >> 16):
            raise refused("Q728", name, part=legible(part, 60))
        seen.add(folded)


def _treacherous(part: str) -> bool:
    """Whether a name could lead out of a folder, or be taken for another."""
    if part.startswith("/") or "\\" in part or ":" in part or not part.isprintable():
        return True
    return ".." in part.split("/")


def _check_sizes(entries: list[zipfile.ZipInfo], name: str, packed: int, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise refused("Q727", name, excess="entries", limit=str(limits.entries))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused("Q726", name)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refused("Q721", name, trouble="damaged")
    _check_total(sum(entry.file_size for entry in entries), name, packed, limits)


def _check_total(total: int, name: str, packed: int, limits: Limits) -> None:
    if total > limits.unpacked or (total > limits.unsuspicious and total > packed * limits.ratio):
        raise refused("Q727", name, excess="size", limit=megabytes(limits.unpacked))


def _parts(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, limits: Limits
) -> Iterator[tuple[str, bytes]]:
    left = limits.unpacked
    for entry in entries:
        if entry.is_dir():
            continue
        with archive.open(entry) as stream:
            # Chunk by chunk: read whole, a part may unpack to more than it declares.
            head = stream.read(_CHUNK)
            pieces, size = [head], len(head)
            if head.startswith(_NESTED) and "/embeddings/" not in entry.filename:
                raise refused("Q727", name, excess="nested", limit="")
            keep = head.startswith(_MARKUP_HEADS)
            while piece := stream.read(_CHUNK):
                size += len(piece)
                if size > left or (keep and size > limits.part):
                    raise refused("Q727", name, excess="size", limit=megabytes(limits.unpacked))
                if keep:
                    pieces.append(piece)
        if size != entry.file_size:
            raise refused("Q721", name, trouble="damaged")
        left -= size
        yield entry.filename, b"".join(pieces) if keep else head[:8]
