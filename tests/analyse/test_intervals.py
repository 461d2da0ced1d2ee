"""Properties of arithmetic: what is consistent is never an error, and silence is never one either."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.analyse.checked import check_form
from builder.analyse.interval import Interval, interval, plain, total
from builder.model.answers import Value, ValueKind
from builder.model.library import Content
from tests.analyse.forms import form, value

ERRORS = frozenset({"Q777", "Q778", "Q779"})
COUNTS = st.integers(0, 10_000)
PARTS = ("11.2.2", "11.2.3", "11.2.4")
SEX = ("3.1.9.1", "3.1.9.2")
SPLIT = tuple(f"3.1.13.{position}" for position in range(1, 6))
CITIZENSHIP = tuple(f"3.1.7.{row}" for row in range(1, 8))


def spoken(number: int) -> st.SearchStrategy[str]:
    """Ways in which a respondent may truthfully write a number."""
    return st.one_of(
        st.just(str(number)),
        st.just(f"около {number}") if number else st.just("0"),
        st.integers(number, number + 500).map("до {}".format),
        st.integers(0, number).map("более {}".format),
        st.tuples(st.integers(0, number), st.integers(number, number + 500)).map("{0[0]}..{0[1]}".format),
    )


def errors(content: Content, section: int, answers: dict[str, object]) -> list[str]:
    return [one.code for one in check_form(content, form(section, answers)) if one.code in ERRORS]


def cells(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Where the figures stand: in rows of the respondent's own, beside their names."""
    return tuple(f"{code}.2" for code in codes) if codes is CITIZENSHIP else codes


@st.composite
def consistent(draw: st.DrawFn) -> tuple[int, dict[str, object]]:
    """A form whose true figures agree, each written in some truthful way, some left out."""
    if draw(st.booleans()):
        section = 11
        numbers = draw(st.tuples(COUNTS, COUNTS, COUNTS))
        figures = {"11.2.1": sum(numbers), **dict(zip(PARTS, numbers, strict=True))}
        names: dict[str, object] = {}
    else:
        section = 3
        whole = draw(COUNTS)
        figures = {"3.1.4": whole}
        names = {}
        for codes in (SEX, SPLIT, CITIZENSHIP):
            cuts = sorted(
                draw(st.lists(st.integers(0, whole), min_size=len(codes) - 1, max_size=len(codes) - 1))
            )
            shares = [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]
            if codes is CITIZENSHIP:
                names |= {f"{code}.1": f"страна {code}" for code in codes}
            figures |= dict(zip(cells(codes), shares, strict=True))
    answers: dict[str, object] = {code: draw(spoken(number)) for code, number in figures.items()}
    return section, answers | names


@settings(max_examples=120, deadline=None)
@given(made=consistent())
def test_what_agrees_is_never_an_error(content: Content, made: tuple[int, dict[str, object]]) -> None:
    section, answers = made
    assert errors(content, section, answers) == []


@settings(max_examples=120, deadline=None)
@given(made=consistent(), data=st.data())
def test_leaving_data_out_is_never_an_error(
    content: Content, made: tuple[int, dict[str, object]], data: st.DataObject
) -> None:
    section, answers = made
    gone = data.draw(st.sets(st.sampled_from(sorted(map(str, answers)))))
    left = {code: words for code, words in answers.items() if code not in gone}
    assert errors(content, section, left) == []


@settings(max_examples=60, deadline=None)
@given(parts=st.tuples(COUNTS, COUNTS, COUNTS), slip=st.integers(-50, 50).filter(bool))
def test_exact_figures_that_differ_are_an_error(
    content: Content, parts: tuple[int, int, int], slip: int
) -> None:
    answers: dict[str, object] = dict(zip(PARTS, parts, strict=True))
    whole = sum(parts) + slip
    assume(whole >= 0)
    assert errors(content, 11, answers | {"11.2.1": whole}) == ["Q777"]


@settings(max_examples=200, deadline=None)
@given(number=st.integers(0, 10**9), data=st.data())
def test_bounds_hold_the_number_they_speak_of(number: int, data: st.DataObject) -> None:
    found = interval(value(data.draw(spoken(number))))
    assert found is not None
    assert found.low <= number
    assert found.high is None or number <= found.high


@given(numbers=st.lists(st.integers(0, 10**6), max_size=8))
def test_sums_of_bounds(numbers: list[int]) -> None:
    exact = [Interval(Decimal(number), Decimal(number)) for number in numbers]
    assert total(exact) == Interval(Decimal(sum(numbers)), Decimal(sum(numbers)))
    assert total([*exact, None]) == Interval(Decimal(sum(numbers)), None)


@given(left=COUNTS, right=COUNTS, percent=st.integers(0, 100))
def test_tolerance_only_forgives(left: int, right: int, percent: int) -> None:
    one, other = (Interval(Decimal(number), Decimal(number)) for number in (left, right))
    assert one.above(other) == (left > right)
    assert not one.above(other, percent) or one.above(other)
    assert not one.above(other, 100)


def test_words_have_no_bounds() -> None:
    for kind in (ValueKind.TEXT, ValueKind.NO_DATA, ValueKind.UNREADABLE, ValueKind.NOT_ANSWERED):
        assert interval(Value(kind, "слова")) is None
    assert interval(None) is None


def test_figures_are_shown_alike_in_every_language() -> None:
    assert plain(Decimal(1234567)) == "1\u00a0234\u00a0567"
    assert plain(Decimal("12.50")) == "12,5"
    assert plain(Decimal("1E+3")) == "1\u00a0000"
    assert [str(interval(value(words))) for words in ("7", "до 90", "более 5", "1..2")] == [
        "7", "0–90", "≥ 5", "1–2",
    ]  # fmt: skip
