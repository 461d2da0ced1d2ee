"""`python -m examples YEAR`: fills the issued forms of an opened example year from the published figures.

With `--folder DIR` the collections are taken from `DIR/YEAR`.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path

from builder.workflow.collect.desk import sound_content
from builder.workflow.collect.folder import folder_of
from builder.workflow.project import find
from examples.cycle import fill_year
from examples.years import YEARS, example


def main(arguments: list[str]) -> int:
    """Fills the forms of the years named, of all three where none is."""
    parser = ArgumentParser(prog="python -m examples")
    parser.add_argument("years", nargs="*", type=int, default=YEARS, metavar="YEAR")
    parser.add_argument("--folder", type=Path, metavar="DIR")
    asked = parser.parse_args(arguments)
    project = find(Path(__file__).parent)
    content = sound_content(project)
    for year in asked.years:
        folder = folder_of(project, year, asked.folder and asked.folder / str(year))
        with folder.open() as store:
            issues = store.issues()
        for path in fill_year(content, example(year), issues, folder, folder.path / "filled"):
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
