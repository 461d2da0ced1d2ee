"""Who answered, who is late, how complete: rows and totals on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime

from builder.analyse.status import status
from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Form, State
from builder.model.collection import Reminder
from builder.model.library import Content
from builder.model.status import Reply, Row, Status
from tests.analyse.forms import COLLECTION, form, issue

DUE = COLLECTION.due
ISSUES = (
    issue(1, "mts", "mts", 13),
    issue(2, "akimat_abai", "akimat", 5, "abai"),
    issue(3, "akimat_almaty", "akimat", 5, "almaty"),
)


def came(day: int, month: int = 2) -> datetime:
    return datetime(2027, month, day, 9, 0, tzinfo=UTC)


def on(
    content: Content, forms: tuple[Form, ...], today: date, reminders: tuple[Reminder, ...] = ()
) -> Status:
    return status(content, COLLECTION, ISSUES, forms, today, reminders=reminders)


def row(result: Status, respondent: str) -> Row:
    return next(one for one in result.rows if one.respondent.id == respondent)


def test_the_day_is_that_of_kazakhstan(content: Content) -> None:
    evening = datetime(2027, 2, 5, 20, 30, tzinfo=UTC)
    one = row(on(content, (form(13, {"13.1.1": 4}, "mts", received=evening),), DUE), "mts")
    assert (one.reply, one.days) == (Reply.LATE, 1)


def test_nobody_has_answered(content: Content) -> None:
    waiting = on(content, (), DUE)
    assert {(one.reply, one.days) for one in waiting.rows} == {(Reply.WAITING, 0)}
    overdue = on(content, (), date(2027, 2, 8))
    assert {(one.reply, one.days) for one in overdue.rows} == {(Reply.OVERDUE, 3)}
    assert overdue.whole.overdue == 3
    assert overdue.whole.completeness is None


def test_on_the_last_day_and_after_it(content: Content) -> None:
    forms = (
        form(13, {"13.1.1": 4}, "mts", received=came(5)),
        form(5, {"5.1.2": 1}, "akimat_abai", received=came(7), number=2),
    )
    result = on(content, forms, date(2027, 3, 1))
    assert (row(result, "mts").reply, row(result, "mts").days) == (Reply.ANSWERED, 0)
    assert (row(result, "akimat_abai").reply, row(result, "akimat_abai").days) == (Reply.LATE, 2)
    assert (row(result, "akimat_almaty").reply, row(result, "akimat_almaty").days) == (Reply.OVERDUE, 24)


def test_items_are_counted_by_section_and_region(content: Content) -> None:
    general = {f"1.{item}.0": "не наше" for item in range(1, 11)}
    forms = (
        form(13, {**general, "13.1.1": 0}, "mts"),
        form(5, {"1.6.1": "форумы"}, "akimat_abai", number=2),
    )
    result = on(content, forms, DUE)
    assert (row(result, "mts").filled, row(result, "mts").expected) == (11, 11)
    assert (row(result, "akimat_abai").filled, row(result, "akimat_abai").expected) == (1, 11)
    assert [(total.key, total.asked, total.filled, total.expected) for total in result.sections] == [
        ("5", 2, 1, 11),
        ("13", 1, 11, 11),
    ]
    assert [total.key for total in result.regions] == ["abai", "almaty", ""]
    assert result.whole.completeness == 12 / 22


def test_a_corrected_form_counts_and_the_first_one_was_in_time(content: Content) -> None:
    forms = (
        form(13, {}, "mts", received=came(1), state=State.SUPERSEDED),
        form(13, {"13.1.1": 4}, "mts", received=came(20), number=2),
    )
    one = row(on(content, forms, date(2027, 3, 1)), "mts")
    assert (one.reply, one.days, one.filled, one.forms) == (Reply.ANSWERED, 0, 1, 2)


def test_returned_until_it_comes_again(content: Content) -> None:
    first = form(13, {"13.1.1": 4}, "mts", received=came(1))
    letter = (
        Reminder("return", "mts", date(2027, 2, 3), "2026/00001-2", first.id),
        Reminder("reminder", "akimat_abai", date(2027, 2, 3), "2026/00002-2"),
    )
    sent_back = on(content, (first,), date(2027, 2, 4), letter)
    assert row(sent_back, "mts").reply is Reply.RETURNED
    assert row(sent_back, "akimat_abai").reply is Reply.WAITING
    superseded = replace(first, state=State.SUPERSEDED)
    for day in (3, 4):  # on the very day of the letter too: what counts is which form was sent back
        again = form(13, {"13.1.1": 4}, "mts", received=came(day), number=2)
        assert row(on(content, (superseded, again), date(2027, 2, 4), letter), "mts").reply is Reply.ANSWERED
    second = (*letter, Reminder("return", "mts", date(2027, 2, 3), "2026/00001-3", 2))
    assert row(on(content, (superseded, again), date(2027, 2, 4), second), "mts").reply is Reply.RETURNED


def test_forms_of_nobody_count_for_nobody(content: Content) -> None:
    lost = form(13, {"13.1.1": 4}, "", state=State.UNASSIGNED)
    assert on(content, (lost,), DUE).whole.waiting == 3


def test_defects_are_findings_with_words_for_a_letter(content: Content) -> None:
    known = next(iter(content.defects.defects), None)
    found = [Finding("Q000", Place("x"))] + ([Finding(known, Place("x"))] if known else [])
    one = form(13, {"13.1.1": 4}, "mts")
    with_findings = Form(
        one.id, one.respondent, one.section, one.language, one.name, one.format, one.sha256, one.received,
        one.state, one.answers, one.strays, tuple(found),
    )  # fmt: skip
    assert row(on(content, (with_findings,), DUE), "mts").defects == len(found) - 1
