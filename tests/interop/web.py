"""Every HTML page in a real browser: axe-core, the keyboard, small screens, print, and no network."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.interop.node import Verdict, judge, name_of

_LINK = re.compile(r'href="([^"#:]+)"')


def check_web(output: Path) -> Iterator[Verdict]:
    """Accessibility and behaviour of every page, and whether its links to other files lead somewhere."""
    results, faults = judge("web.mjs", sorted(output.rglob("*.html")))
    yield from faults
    for result in results:
        path = Path(result["file"])
        name = name_of(path, output)
        yield f"web {name}", "; ".join(result["faults"][:5])
        yield f"links {name}", _dead_links(path)


def _dead_links(path: Path) -> str:
    targets = _LINK.findall(path.read_text("utf-8"))
    dead = sorted({target for target in targets if not (path.parent / target).exists()})
    return f"lead nowhere: {dead[:5]}" if dead else ""
