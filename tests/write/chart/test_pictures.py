"""Pictures: equal bytes, letters as outlines, nothing that a page or a reader would stumble over."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.base.finding import QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.figure import Chart, ChartKind
from builder.ooxml.xml import parse
from builder.write.chart.picture import dots, picture
from tests.write.chart.samples import chart, charts
from tests.write.chart.shown import FONTS

ALL = [
    pytest.param(item, id=f"{language}-{item.kind}")
    for language in LAW_LANGUAGES
    for item in charts(language)
]
LARGEST = 120 * 1024
PROGRAM = """
import hashlib
from builder.base.language import LAW_LANGUAGES
from builder.write.chart.picture import dots, picture
from tests.write.chart.samples import charts
from tests.write.chart.shown import FONTS
for language in LAW_LANGUAGES:
    for item in charts(language):
        print(hashlib.sha256(picture(item, FONTS).svg.encode() + dots(item, FONTS)).hexdigest())
"""


def test_bytes_are_equal_in_every_process(tmp_path: Path) -> None:
    """A user's own settings of the library change nothing."""
    own = tmp_path / "matplotlibrc"
    own.write_text("svg.fonttype: none\npath.sketch: 1, 100, 2\nlines.linewidth: 9\nfont.size: 40\n")
    printed = [
        subprocess.run(
            [sys.executable, "-W", "error", "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": ".", **more},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, more in (("1", {}), ("2", {"MATPLOTLIBRC": str(own)}))
    ]
    assert printed[0] == printed[1]
    assert len(set(printed[0].split())) == 10


def test_writers_do_not_wake_the_library_that_draws() -> None:
    program = (
        "import sys\n"
        "import builder.write.docx.writer, builder.write.pdf.writer, builder.write.html.writer\n"
        "assert 'matplotlib' not in sys.modules and 'PIL' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("item", ALL)
def test_a_picture_is_lines_alone(item: Chart) -> None:
    drawn = picture(item, FONTS)
    tags = {str(one.tag).rpartition("}")[2] for one in parse(drawn.svg.encode()).iter()}
    assert tags <= {"svg", "g", "path", "defs", "use"}
    assert not re.search(r"<!--|<\?|<!|url\(|font|onload|href=\"(?!#)", drawn.svg)
    assert len(drawn.svg) < LARGEST
    assert drawn.width == pytest.approx(453.5)


@pytest.mark.parametrize("item", ALL)
def test_it_is_grey_and_has_patterns(item: Chart) -> None:
    drawn = picture(item, FONTS).svg
    colours = re.findall(r"#([0-9a-f]{6})\b", drawn)
    assert colours
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)
    several = len(item.runs) > 1
    assert ('class="pattern"' in drawn) is several


def test_the_ids_of_two_pictures_can_share_a_page() -> None:
    ids = [
        name
        for item in charts(Language.KK)
        for name in re.findall(r' id="([^"]+)"', picture(item, FONTS).svg)
    ]
    assert ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("item", ALL)
def test_dots_are_those_of_print(item: Chart) -> None:
    data = dots(item, FONTS)
    seen = Image.open(BytesIO(data))
    assert seen.width == pytest.approx(picture(item, FONTS).width / 72 * 300, abs=1)
    assert len(data) < LARGEST
    greys = seen.convert("L").getextrema()
    assert greys == (0, 255)


def test_a_letter_that_no_face_has_is_a_finding() -> None:
    with pytest.raises(QagidaError) as caught:
        picture(replace(chart(ChartKind.COLUMNS, Language.RU), unit="\U00012000"), FONTS)
    (finding,) = caught.value.findings
    assert finding.code == "Q903"
    assert finding.data["character"] == "U+12000"
