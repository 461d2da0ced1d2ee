"""Builds everything into a fresh folder, letters, forms and the example assessment too; others judge it.

- Microsoft's Open XML SDK validator on every DOCX;
- LibreOffice opens every DOCX and reads the same words;
- page-validation on every PDF, for PDF/A-2a and PDF/UA-1;
- Chromium opens every HTML page, for axe-core, the keyboard, small screens and print.

Prints a line per fault and a closing count; the exit code is 1 when anything failed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import page

from builder.ooxml.extract import text_lines
from builder.workflow.assess.build import build_assessment
from builder.workflow.build import build
from builder.workflow.collect.desk import sound_content
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import open_collection
from builder.workflow.project import find
from builder.workflow.selection import Selection
from examples.cycle import collected
from tests.interop.node import HERE, Verdict, judge, name_of
from tests.interop.web import check_web

PERIOD = "2021-2023"
PROFILES = ("2a", "ua1")
SENT = date(2027, 1, 29)
RESPONDENTS = ("mia", "police-abai")
"""Who gets letters and addressed forms: a body with a region and one without."""


def main() -> int:
    project = find(HERE)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        build(project, Selection(), output, 2)
        open_collection(project, 2026, Folder(output / "2026"), day=SENT, chosen=RESPONDENTS, jobs=2)
        collected(project, sound_content(project), Path(folder) / "collections")
        build_assessment(project, PERIOD, output, jobs=2, root=Path(folder) / "collections")
        verdicts = [verdict for check in CHECKS for verdict in check(output)]
    faults = [verdict for verdict in verdicts if verdict[1]]
    for name, fault in faults:
        print(f"FAIL {name}: {fault}")
    print(f"interop: {len(verdicts) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults or not verdicts else 0


def _ooxml(output: Path) -> Iterator[Verdict]:
    results, faults = judge("ooxml.mjs", sorted(output.rglob("*.docx")))
    yield from faults
    for result in results:
        fault = "" if result["ok"] else json.dumps(result["errors"], ensure_ascii=False)
        yield f"ooxml {name_of(Path(result['file']), output)}", fault


def _pdf(output: Path) -> Iterator[Verdict]:
    for path in sorted(output.rglob("*.pdf")):
        for profile in PROFILES:
            report = page.validate_pdf(path, profile=profile)
            faults = [f"{failure.rule_id} {failure.message}" for failure in report.failures[:5]]
            fault = "" if report.is_compliant else "; ".join(faults) or "not compliant"
            yield f"{profile} {name_of(path, output)}", fault


def _libreoffice(output: Path) -> Iterator[Verdict]:
    """Every Word file through LibreOffice and back to text, in one batch call."""
    files = sorted(output.rglob("*.docx"))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for path in files:
            shutil.copy(path, source / _flat(path, output))
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(target),
            *map(str, sorted(source.iterdir())),
        ]
        subprocess.run(command, capture_output=True, check=False, timeout=900)
        for path in files:
            converted = target / Path(_flat(path, output)).with_suffix(".txt")
            yield f"libreoffice {name_of(path, output)}", _compare(path, converted)


def _flat(path: Path, output: Path) -> str:
    return name_of(path, output).replace("/", "--")


def _compare(docx: Path, converted: Path) -> str:
    if not converted.exists():
        return "could not be opened"
    ours = "".join("".join(text_lines(docx.read_bytes())).split())
    theirs = "".join(converted.read_text("utf-8-sig").split())
    missing = [word for word in set(" ".join(text_lines(docx.read_bytes())).split()) if word not in theirs]
    if missing:
        return f"words lost: {sorted(missing)[:8]}"
    return "" if len(theirs) >= len(ours) else f"text is shorter: {len(theirs)} of {len(ours)} characters"


CHECKS: tuple[Callable[[Path], Iterator[Verdict]], ...] = (_ooxml, _pdf, _libreoffice, check_web)

if __name__ == "__main__":
    sys.exit(main())
