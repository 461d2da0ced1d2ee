"""Every HTML page in a real browser: axe-core, the keyboard, small screens, print, and no network."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
_LINK = re.compile(r'href="([^"#:]+)"')

Verdict = tuple[str, str]


def check_web(output: Path) -> Iterator[Verdict]:
    """Accessibility and behaviour of every page, and whether its links to other files lead somewhere."""
    files = sorted(output.rglob("*.html"))
    done = subprocess.run(
        ["node", str(HERE / "web.mjs"), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE,
    )
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(results) != len(files):
        yield "web", f"judged {len(results)} of {len(files)} pages: {done.stderr[-300:]}"
    for result in results:
        path = Path(result["file"])
        name = path.resolve().relative_to(output.resolve()).as_posix()
        yield f"web {name}", "; ".join(result["faults"][:5])
        yield f"links {name}", _dead_links(path)


def _dead_links(path: Path) -> str:
    targets = _LINK.findall(path.read_text("utf-8"))
    dead = sorted({target for target in targets if not (path.parent / target).exists()})
    return f"lead nowhere: {dead[:5]}" if dead else ""
