"""A message that was saved as a file (.eml): the files attached to it."""

import email
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage

from builder.read.files import megabytes
from builder.read.limits import Limits
from builder.read.refusal import refused

MOST_PARTS = 1_000


def attached(data: bytes, name: str, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Files of a message and of messages attached to it; its own words have an empty name.

    Raises QagidaError: Q721 when it cannot be read, Q727 when there is too much in it.
    """
    left = limits.unpacked
    try:
        parts = list(email.message_from_bytes(data, policy=policy.default).walk())
    except Exception as error:
        # Headers of strangers raise almost anything.
        raise refused("Q721", name, trouble="damaged") from error
    if len(parts) > MOST_PARTS:
        raise refused("Q727", name, excess="entries", limit=str(MOST_PARTS))
    for part in parts:
        if part.is_multipart():
            continue
        title, words = _read(part, name)
        left -= len(words)
        if left < 0:
            raise refused("Q727", name, excess="size", limit=megabytes(limits.unpacked))
        yield title, words


def _read(part: EmailMessage, name: str) -> tuple[str, bytes]:
    try:
        title = part.get_filename() or ""
        words = part.get_payload(decode=True)
    except Exception as error:
        raise refused("Q721", name, trouble="damaged") from error
    return title.replace("\\", "/").rpartition("/")[2], words if isinstance(words, bytes) else b""
