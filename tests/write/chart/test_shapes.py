"""What is drawn: holes, zeros, ranges and breaks, in letters that can be read and patterns that differ."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.figure import MOST_CLASSES, MOST_SERIES, Chart, ChartKind, Datum, Run
from builder.write.chart import canvas
from builder.write.chart.patterns import CLASSES, SERIES, classes, filled
from builder.write.chart.scale import scale_for, scale_to
from builder.write.chart.shapes import WIDTH, Box, Dash, Lines
from tests.write.chart.samples import chart, charts, exact, hole, more_than, up_to
from tests.write.chart.shown import FONTS, boxes, frame, named, sheet, words

RU = Language.RU
ALL = [
    pytest.param(item, id=f"{language}-{item.kind}")
    for language in LAW_LANGUAGES
    for item in charts(language)
]


def columns(*data: Datum, breaks: tuple[int, ...] = (), kind: ChartKind = ChartKind.COLUMNS) -> Chart:
    years = tuple(str(2000 + at) for at in range(len(data)))
    return Chart(kind, "t", years, (Run("r", data),), "u", breaks=breaks, break_note="b", range_note="r")


@pytest.mark.parametrize("item", ALL)
def test_letters_are_large_enough_and_inside(item: Chart) -> None:
    drawn = sheet(item)
    for one in words(item):
        assert one.size >= 8
        left, top, right, bottom = frame(one, drawn.wide(one.text, one.size, strong=one.strong))
        assert left >= -0.5, one
        assert right <= WIDTH + 0.5, one
        assert top >= -0.5, one
        assert bottom <= drawn.height + 0.5, one


@pytest.mark.parametrize("item", ALL)
def test_no_words_stand_over_others(item: Chart) -> None:
    drawn = sheet(item)
    frames = [(one, frame(one, drawn.wide(one.text, one.size, strong=one.strong))) for one in words(item)]
    for (one, a), (two, b) in combinations(frames, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one, two)


@pytest.mark.parametrize("item", ALL)
def test_every_value_and_name_is_written(item: Chart) -> None:
    # a word parted at the end of its line has a hyphen of its own
    written = "".join(one.text for one in words(item)).replace(" ", "").replace("-", "")
    for said in (*(datum.shown for datum in item.data), *item.categories, item.unit, *item.shares):
        assert said.replace(" ", "").replace("-", "") in written
    for run in item.runs:
        shown = len(item.runs) > 1
        assert (run.name.replace(" ", "").replace("-", "") in written) is shown


@pytest.mark.parametrize("kind", [ChartKind.COLUMNS, ChartKind.BARS, ChartKind.STACKED, ChartKind.SHARE])
def test_a_hole_is_no_zero(kind: ChartKind) -> None:
    empty, zero, some = hole(RU), exact(0), exact(5)
    with_hole, with_zero = columns(some, empty, some, kind=kind), columns(some, zero, some, kind=kind)
    assert not named(with_hole, "zero")
    assert len(named(with_zero, "zero")) == 1
    assert not named(with_zero, "hole")
    if kind is not ChartKind.STACKED:  # a part without data stands beside its column
        assert len(named(with_hole, "hole")) == 1
    (whole,) = named(with_zero, "axis")
    (cut,) = named(with_hole, "axis")
    assert len(whole.lines) == 1
    assert len(cut.lines) == 2  # the axis has a gap where nothing is known


def test_a_stack_says_which_part_has_no_data() -> None:
    item = chart(ChartKind.STACKED, RU)
    leaders = named(item, "leader")
    assert [one.text for one in words(item)].count("нет данных") == 2
    assert len(leaders) == 6  # two holes, a zero, two low parts, a range


def test_what_is_only_possible_has_a_dashed_edge() -> None:
    assert not [box for box in boxes(columns(exact(5))) if box.dash is Dash.DASHED]
    for value in (up_to(RU), Datum(30, 45, "30–45")):
        item = replace(columns(value), range_note="")
        (box,) = [box for box in boxes(item) if box.dash is Dash.DASHED]
        assert box.height > 0
        (bracket,) = named(item, "range")
        (line, _cap) = bracket.lines
        assert line[0][1] > line[1][1]  # from the least up to the most


def test_an_open_end_is_an_arrow_above_what_is_known() -> None:
    item = replace(columns(more_than(RU), exact(60)), range_note="")
    (bracket,) = named(item, "range")
    filled_boxes = [box for box in boxes(item) if box.fill == SERIES[0].fill]
    assert len({round(box.height, 3) for box in filled_boxes}) == 1
    assert bracket.lines[0][1][1] < filled_boxes[0].y
    assert len(bracket.lines[1]) == 3


def test_no_line_crosses_a_break() -> None:
    data = [exact(3), exact(4), exact(5)]
    assert not named(columns(*data), "break")
    item = columns(*data, breaks=(0, 2))  # nothing is before the first
    teeth, sample = named(item, "break")
    (white,) = named(item, "halo")
    assert white.lines == teeth.lines
    assert white.grey == 1.0
    assert white.pen > teeth.pen
    shapes = sheet(item).shapes
    crossing = [shape for shape in shapes if isinstance(shape, Lines) and shape.name in ("grid", "axis")]
    assert crossing
    assert max(map(shapes.index, crossing)) < shapes.index(white)
    assert len(sample.lines[0]) >= 5


@given(st.floats(0.001, 1e9), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_scale_begins_at_zero_and_holds_its_values(most: float, whole: bool) -> None:
    ticks = scale_to(most, whole=whole).ticks
    assert ticks[0] == 0
    assert ticks[-2] < most * (1 + 1e-9)
    assert float(ticks[-1]) >= most * (1 - 1e-9)
    assert len(ticks) <= 6
    assert len({after - before for before, after in pairwise(ticks)}) == 1
    assert not whole or all(tick == int(tick) for tick in ticks)


def test_a_scale_of_nothing() -> None:
    assert scale_for([hole(RU), exact(0)]).labels() == ("0",)


@given(
    st.lists(
        st.one_of(
            st.just(Datum(None, None, "нет данных")),
            st.integers(0, 10**7).map(exact),
            st.tuples(st.integers(0, 500), st.integers(0, 500)).map(
                lambda pair: Datum(min(pair), max(pair), f"{min(pair)}–{max(pair)}")
            ),
            st.integers(0, 500).map(lambda low: Datum(low, None, f"больше {low}")),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([ChartKind.COLUMNS, ChartKind.STACKED, ChartKind.BARS]),
)
@settings(max_examples=40, deadline=None)
def test_heights_go_with_values(data: list[Datum], kind: ChartKind) -> None:
    item = replace(columns(*data, kind=kind), range_note="", break_note="")
    solid = [box for box in boxes(item) if box.fill == SERIES[0].fill and box.height != 7.0]
    lengths = [box.width if kind is ChartKind.BARS else box.height for box in solid]
    values = [datum.least for datum in data if datum.least > 0]
    assert len(lengths) == len(values)
    for length, value in zip(lengths, values, strict=True):
        assert length == pytest.approx(value / max(values) * max(lengths))


def test_patterns_differ_without_colour() -> None:
    assert len(set(SERIES)) == len(SERIES) == MOST_SERIES
    assert len(CLASSES) == MOST_CLASSES
    for count in range(1, MOST_CLASSES + 1):
        assert len(set(classes(count))) == count
    assert len({(pattern.angles, pattern.bricks, pattern.gap) for pattern in CLASSES}) == len(CLASSES)
    greys = [pattern.fill for pattern in CLASSES]
    assert greys == sorted(greys, reverse=True)
    for one, two in pairwise(SERIES):
        assert (one.angles, one.bricks) != (two.angles, two.bricks)


@given(st.floats(4, 200), st.floats(4, 200), st.sampled_from((*SERIES, *CLASSES)))
@settings(max_examples=40, deadline=None)
def test_a_pattern_stays_in_its_box(width: float, height: float, pattern: object) -> None:
    box = Box(10, 20, width, height)
    chosen = next(item for item in (*SERIES, *CLASSES) if item == pattern)
    for shape in filled(box, chosen):
        if isinstance(shape, Lines):
            for x, y in (point for line in shape.lines for point in line):
                assert box.x - 0.01 <= x <= box.right + 0.01
                assert box.y - 0.01 <= y <= box.bottom + 0.01


def test_classes_are_named_in_every_cell() -> None:
    item = chart(ChartKind.HEAT, RU)
    written = [one.text for one in words(item)]
    assert written.count("средний") == sum(item.class_of(datum) == "средний" for datum in item.data)
    assert len(named(item, "pattern")) >= 15


def test_a_shape_that_does_not_fit_is_refused() -> None:
    good = columns(exact(1), exact(2))
    for wrong in (
        {"categories": ("2021",)},
        {"runs": ()},
        {"shares": ("1 %",)},
        {"runs": (Run("r", (Datum(-1, -1, "-1"), exact(1))),)},
        {"runs": (Run("r", (Datum(5, 2, "5–2"), exact(1))),)},
        {"kind": ChartKind.HEAT},
        {"runs": (Run("r", (exact(1), exact(2))),) * 9},
        {"classes": tuple("abcdef")},
    ):
        with pytest.raises(ValueError, match=r"\w"):
            replace(good, **wrong)


def test_long_words_are_parted_and_numbers_stand_on_end() -> None:
    long = "Жергілікті-атқарушы-органдардың-өкілдіктері"
    item = Chart(
        ChartKind.SHARE,
        "t",
        tuple(f"{long}{at}" for at in range(6)),
        tuple(Run(str(run), tuple(exact(1234567) for _ in range(6))) for run in range(3)),
        "u",
    )
    assert any(one.turned for one in words(item))
    drawn = sheet(item)
    for one in words(item):
        _, top, right, bottom = frame(one, drawn.wide(one.text, one.size, strong=one.strong))
        assert right <= WIDTH
        assert 0 <= top < bottom <= drawn.height


def test_letters_are_chosen_face_by_face() -> None:
    faces = canvas.faces(FONTS)
    files = [faces.face(text, 9, strong=False).get_file() for text in ("Ұлытау", "→", "₸")]
    assert [str(name).rpartition("/")[2] for name in files] == [
        "PTSans-Regular.ttf",
        "LiberationSerif-Regular.ttf",
        "DejaVuSans.ttf",
    ]
