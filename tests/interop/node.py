"""Judges that run in Node.js: a script gets files and answers a line of JSON for each."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

Verdict = tuple[str, str]
"""What was judged, and the fault found; an empty fault means it passed."""


def name_of(path: Path, output: Path) -> str:
    return path.resolve().relative_to(output.resolve()).as_posix()


def judge(script: str, files: list[Path]) -> tuple[list[dict[str, Any]], Iterator[Verdict]]:
    """The script's answers, and a fault when it did not judge every file."""
    done = subprocess.run(
        ["node", str(HERE / script), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE,
    )
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    fault = f"judged {len(results)} of {len(files)} files: {done.stderr[-300:]}"
    return results, iter([(script, fault)] if len(results) != len(files) else [])
