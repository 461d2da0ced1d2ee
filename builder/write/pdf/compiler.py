"""The one module that knows Typst: fonts, compiling, and what its errors mean."""

import os
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place

MAIN = "document.typ"
SANS = ("PT Sans",)
"""What is read from afar or in a hurry is set without serifs."""
PREFERRED = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
# Last resorts for single signs (₸, ☐) that the serif faces lack; both come with the compiler.
SIGNS = ("New Computer Modern", "DejaVu Sans Mono")

_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed with font `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_SPOT = re.compile(r"┌─ (.+?):(\d+):(\d+)")


@lru_cache(maxsize=4)
def _compiler(templates: Path, house_fonts: str) -> tuple[typst.Compiler, tuple[str, ...]]:
    """One compiler per process: scanning fonts costs more than setting a short document."""
    folders = [str(templates / "fonts"), *([house_fonts] if house_fonts else [])]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
    known = set(fonts.families())
    compiler = typst.Compiler(root=str(templates / "pdf"), font_paths=fonts)
    return compiler, tuple(name for name in (*PREFERRED, *SIGNS, *SANS) if name in known)


def families(templates: Path, *, sans: bool = False) -> tuple[str, ...]:
    """Font families at hand, in the order in which a letter is looked for."""
    known = loaded(templates)[1]
    faces = tuple(name for name in known if name in SANS)
    others = tuple(name for name in known if name not in SANS)
    return (*faces, *others) if sans else (*others, *faces)


def compile_pdf(
    document: str, templates: Path, created: datetime, place: Place, template: str = MAIN
) -> bytes:
    """PDF bytes of an encoded document; errors are told as findings, missing letters at `place`."""
    compiler, _ = loaded(templates)
    leaflet = template != MAIN
    # A path or the file's own bytes: the compiler takes either, its annotations only one at a time.
    main: Any = str(templates.resolve() / "pdf" / template) if leaflet else _main(document)
    try:
        result = compiler.compile(
            input=main,
            # Inputs are part of the compiler's library, which is made anew where any are given.
            sys_inputs={"document": document} if leaflet else ...,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=created,
        )
    except typst.TypstError as error:
        raise QagidaError(*_findings(error, templates, place, template)) from error
    return b"".join(result) if isinstance(result, list) else result or b""


def _main(document: str) -> bytes:
    """The main file: hands the document to the templates as data, in a string that cannot be left.

    As `sys.inputs`, good enough for leaflets, the data would be part of the compiler's library, and
    nothing that was set for one document could be remembered for the next.
    """
    literal = document.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{MAIN}": render\n#render(json(bytes("{literal}")))\n'.encode()


def template_place(templates: Path, file: str = MAIN, line: int = 1, column: int = 1) -> Place:
    """A place in a page template."""
    return Place(f"{templates.name}/pdf/{file}", line, column)


def loaded(templates: Path) -> tuple[typst.Compiler, tuple[str, ...]]:
    """The compiler of this process with its fonts, and the families at hand."""
    return _compiler(templates.resolve(), os.environ.get("QAGIDA_FONTS", ""))


def started() -> bool:
    """Whether this process has a compiler; a forked child would wait for ever for its threads."""
    return _compiler.cache_info().currsize > 0


def _findings(error: typst.TypstError, templates: Path, place: Place, template: str) -> list[Finding]:
    """Every missing letter once; any other problem where the template has it."""
    told = str(error.diagnostic or error.message)
    missing = dict.fromkeys(_MISSING.findall(told))
    if missing:
        return [
            Finding("Q903", place, {"character": _code_points(text), "font": font}) for text, font in missing
        ]
    spot = _SPOT.search(told[max(told.find("error:"), 0) :])
    place = template_place(templates, template)
    if spot:
        place = template_place(templates, Path(spot[1]).name, int(spot[2]), int(spot[3]))
    return [Finding("Q904", place, {"problem": str(error.message)})]


def _code_points(text: str) -> str:
    shown = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return " ".join(f"U+{ord(letter):04X}" for letter in shown)
