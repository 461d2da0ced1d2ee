"""What came out: PDF files of a folder, their pages and fields, and what they say they conform to."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pikepdf

_PART = re.compile(rb"pdfaid:part\W*(\d)")
_LEVEL = re.compile(rb"pdfaid:conformance\W*([A-Z])")
_UA = re.compile(rb"pdfuaid:part\W*(\d)")


@dataclass(frozen=True)
class Produced:
    """Counts over all files; `standards` as the files declare them, with how many do."""

    files: int
    pages: int
    fields: int
    tagged: int
    standards: tuple[tuple[str, int], ...]
    size: int

    def __str__(self) -> str:
        said = ", ".join(f"{name} {count}" for name, count in self.standards) or "no standard"
        return (
            f"{self.files} PDF, {self.pages} pages, {self.fields} fields to fill, {self.tagged} tagged, "
            f"declared: {said}; {self.size / 1e6:.1f} MB"
        )


def produced(folder: Path) -> Produced:
    files = sorted(folder.rglob("*.pdf"))
    pages = fields = tagged = 0
    standards: Counter[str] = Counter()
    for path in files:
        with pikepdf.open(path) as pdf:
            pages += len(pdf.pages)
            fields += sum(_fields(page) for page in pdf.pages)
            tagged += "/MarkInfo" in pdf.Root and bool(pdf.Root.MarkInfo.get("/Marked", False))
            standards.update(_standards(pdf))
    size = sum(path.stat().st_size for path in files)
    return Produced(len(files), pages, fields, tagged, tuple(sorted(standards.items())), size)


def _fields(page: pikepdf.Page) -> int:
    return sum(note.get("/Subtype") == "/Widget" for note in page.obj.get("/Annots", []))


def _standards(pdf: pikepdf.Pdf) -> list[str]:
    if "/Metadata" not in pdf.Root:
        return []
    said = pdf.Root.Metadata.read_bytes()
    part, level, ua = _PART.search(said), _LEVEL.search(said), _UA.search(said)
    found = [f"PDF/A-{part[1].decode()}{level[1].decode().lower()}"] if part and level else []
    return [*found, f"PDF/UA-{ua[1].decode()}"] if ua else found
