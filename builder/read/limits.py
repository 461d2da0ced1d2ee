"""What a returned file may weigh before it is refused: generous for forms, small for attacks."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes unless said otherwise. `part` bounds one XML part, `unpacked` all parts of a package together.

    `ratio` is unpacked to packed size, looked at once a package unpacks to more than `unsuspicious`.
    """

    file: int = 50 * MEGABYTE
    unpacked: int = 250 * MEGABYTE
    part: int = 40 * MEGABYTE
    ratio: int = 150
    unsuspicious: int = 20 * MEGABYTE
    entries: int = 5_000
    pages: int = 1_000
    objects: int = 300_000
    stream: int = 64 * MEGABYTE


LIMITS = Limits()
