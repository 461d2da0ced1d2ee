"""The one module that knows fontTools: the small font in which form fields show what is typed."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FACE = "LiberationSerif-Regular.ttf"
# Six capitals and a plus mark a subset (ISO 32000-1, 9.6.4); the tag is constant so that bytes are too.
NAME = "QAGIDA+LiberationSerif"

LETTERS = "".join(
    map(
        chr,
        chain(
            range(0x20, 0x7F),
            range(0xA0, 0x100),
            range(0x400, 0x460),
            map(ord, "ӘәҒғҚқҢңӨөҰұҮүҺһ"),
            map(ord, "№–—‘’‚“”„…•‰‹›€™−≤≥"),
        ),
    )
)

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "gasp")


@dataclass(frozen=True, slots=True)
class TypingFont:
    """An embeddable font; widths and metrics are in thousandths of an em, `letters` by glyph number."""

    name: str
    data: bytes
    widths: tuple[int, ...]
    letters: tuple[tuple[int, str], ...]
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


@lru_cache(maxsize=4)
def typing_font(templates: Path) -> TypingFont:
    """The subset of the house face, built once per process."""
    # Imported here: documents without fields should not pay a tenth of a second for it.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options(hinting=False, layout_features=[], name_IDs=[], glyph_names=False, notdef_outline=True)
    options.drop_tables += _UNUSED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    with TTFont(templates / "fonts" / FACE, lazy=True, recalcTimestamp=False) as face:
        subsetter.subset(face)
        target = BytesIO()
        face.save(target)
        return _measured(face, target.getvalue())


def _measured(face: "TTFont", data: bytes) -> TypingFont:
    scale = 1000 / face["head"].unitsPerEm
    order = face.getGlyphOrder()
    head, metrics, mapping = face["head"], face["hmtx"], face.getBestCmap()
    return TypingFont(
        name=NAME,
        data=data,
        widths=tuple(round(metrics[name][0] * scale) for name in order),
        letters=tuple(sorted((face.getGlyphID(name), chr(point)) for point, name in mapping.items())),
        ascent=round(face["hhea"].ascent * scale),
        descent=round(face["hhea"].descent * scale),
        cap_height=round(face["OS/2"].sCapHeight * scale),
        box=(
            round(head.xMin * scale),
            round(head.yMin * scale),
            round(head.xMax * scale),
            round(head.yMax * scale),
        ),
    )


def to_unicode(font: TypingFont) -> bytes:
    """The CMap that gives each glyph its letter back, for search, copy and reading aloud."""
    seen = dict(reversed(font.letters))
    lines = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in seen.items()]
    blocks = [
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (lines[start : start + 100] for start in range(0, len(lines), 100))
    ]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
