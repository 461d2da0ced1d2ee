"""What is put into a store comes out again; nothing is counted twice and nothing is lost."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.finding import Finding, QagidaError
from builder.base.language import Language
from builder.base.place import Place
from builder.model.answers import Answer, Form, How, State, Stray, Value, ValueKind
from builder.store.shapes import Deed, Incoming, Made, Refused, What
from builder.store.store import Store
from tests.store.made import COLLECTION, WHEN, answers, incoming, new_store, respondents, source

PLACE = Place("form.docx", at="2.1.2")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as opened:
        yield opened


def codes(error: pytest.ExceptionInfo[QagidaError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_collection_is_kept(store: Store) -> None:
    assert store.collection() == COLLECTION
    assert [(one.number, one.respondent) for one in store.issues()] == list(enumerate(respondents(3), 1))


def test_numbers_are_given_once(store: Store) -> None:
    more = store.add_issues((*reversed(respondents(3)), *respondents(5)))
    assert [one.letter_number for one in more] == [f"2026/{number:05}" for number in range(1, 6)]
    assert [one.respondent.id for one in more] == ["r001", "r002", "r003", "r004", "r005"]


def test_what_was_sent_stays_as_it_was_sent(store: Store) -> None:
    renamed = replace(respondents(1)[0], name=replace(respondents(1)[0].name, ru="Иначе"))
    assert store.add_issues([renamed])[0].respondent.name.ru == "Орган 1"


def test_creating_again_opens(store: Store) -> None:
    with Store.create(store.path, COLLECTION) as again:
        assert len(again.issues()) == 3
    with pytest.raises(QagidaError) as caught:
        Store.create(store.path, replace(COLLECTION, due=date(2027, 1, 1)))
    assert codes(caught) == ["Q935"]


def test_made_files_are_remembered(store: Store) -> None:
    assert store.made("out/a.docx") is None
    store.record_made(Made("out/a.docx", "key", "1"), Made("out/b.docx", "key", "2"))
    store.record_made(Made("out/a.docx", "other", "3"))
    assert store.made("out/a.docx") == Made("out/a.docx", "other", "3")
    assert sorted(store.all_made()) == ["out/a.docx", "out/b.docx"]


def test_a_form_comes_back_as_it_went_in(store: Store) -> None:
    sent = incoming()
    receipt = store.put(source(), [sent])
    form = store.form(receipt.kept[0].form)
    assert form == Form(
        receipt.kept[0].form,
        "r001",
        2,
        Language.KK,
        "form.docx",
        "docx",
        source().sha256,
        WHEN,
        State.CURRENT,
        sent.answers,
        sent.strays,
        (*sent.findings, *sent.checked),
    )
    assert store.marks(form.id) == sent.marks
    assert store.original(form.id).data == b"file"


def test_the_same_file_changes_nothing(store: Store) -> None:
    first = store.put(source(), [incoming()])
    again = store.put(source(name="renamed.docx"), [incoming("r002")])
    assert again.same
    assert [one.form for one in again.kept] == [one.form for one in first.kept]
    assert [form.respondent for form in store.forms(None)] == ["r001"]


def against(before: Form, after: Incoming) -> Iterable[Finding]:
    yield Finding("Q925", PLACE, {"before": str(len(before.answers)), "after": str(len(after.answers))})


def test_a_corrected_form_supersedes_and_history_stays(store: Store) -> None:
    store.put(source("one"), [incoming("r001", "2.1.2", "2.2.1")])
    kept = store.put(source("two"), [incoming("r001", "2.1.2")], against).kept[0]
    assert [form.state for form in store.history("r001")] == [State.SUPERSEDED, State.CURRENT]
    assert [form.id for form in store.forms()] == [kept.form]
    assert kept.replaced == store.history("r001")[0].id
    assert [one.code for one in kept.findings] == ["Q742", "Q925"]
    assert store.form(kept.form).findings == (*kept.findings, *kept.checked)
    assert len(store.history("r001")[0].answers) == 2


def test_another_section_of_the_same_respondent_stands_beside(store: Store) -> None:
    store.put(source("one"), [incoming()])
    store.put(source("two"), [replace(incoming(), section=3)])
    assert [form.section for form in store.forms()] == [2, 3]
    assert [form.section for form in store.forms(section=3)] == [3]
    assert not list(store.forms(respondent="r002"))


def test_many_forms_of_one_file(store: Store) -> None:
    receipt = store.put(source(), [incoming("r001"), incoming("r002"), incoming("r001")])
    assert [one.state for one in receipt.kept] == [State.CURRENT] * 3
    assert [form.state for form in store.history("r001")] == [State.SUPERSEDED, State.CURRENT]
    assert {form.sha256 for form in store.forms(None)} == {source().sha256}


def test_a_file_is_put_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(QagidaError) as caught:
        store.put(source(), [incoming("r001"), incoming("nobody")])
    assert codes(caught) == ["Q930"]
    assert not list(store.forms(None))
    assert not store.has(source().sha256)


def test_a_form_without_owner_waits_and_is_given_to_one(store: Store) -> None:
    earlier = store.put(source("one"), [incoming("r002", "2.1.2")]).kept[0].form
    lost = store.put(source("two"), [incoming("")]).kept[0]
    assert lost.state is State.UNASSIGNED
    assert [form.respondent for form in store.forms(State.UNASSIGNED)] == [""]
    deed = Deed(What.ASSIGN, lost.form, "", "A. Person", WHEN, "r002")
    kept = store.assign(lost.form, deed, "r002", against)
    assert (kept.respondent, kept.replaced) == ("r002", earlier)
    assert [form.state for form in store.history("r002")] == [State.SUPERSEDED, State.CURRENT]
    assert store.deeds(lost.form) == (deed,)


def test_a_form_put_down_to_the_wrong_body_is_given_to_the_right_one(store: Store) -> None:
    earlier = store.put(source("one"), [incoming("r002", "2.1.2")]).kept[0].form
    wrong = store.put(source("two"), [incoming("r002", "2.1.3")]).kept[0].form
    deed = Deed(What.ASSIGN, wrong, "", "A. Person", WHEN, "r001")
    note = Finding("Q668", PLACE)
    kept = store.assign(wrong, deed, "r001", found=(note,))
    assert (kept.respondent, kept.state, kept.findings) == ("r001", State.CURRENT, (note,))
    assert [(form.id, form.state) for form in store.history("r002")] == [(earlier, State.CURRENT)]
    (taken,) = store.history("r001")
    assert (taken.id, note in taken.findings) == (wrong, True)
    store.verify()


def test_a_superseded_form_counts_again_on_the_word_of_a_person(store: Store) -> None:
    first, second, third = (
        store.put(source(words), [incoming("r001", "2.1.2", words)]).kept[0].form
        for words in ("2.1.3", "2.1.4", "2.1.5")
    )

    def states() -> list[State]:
        return [form.state for form in store.history("r001")]

    deed = Deed(What.ASSIGN, first, "", "A. Person", WHEN, "r001")
    kept = store.assign(first, deed, "r001", against)
    assert (kept.replaced, [finding.code for finding in kept.findings]) == (third, ["Q925"])
    assert states() == [State.CURRENT, State.SUPERSEDED, State.SUPERSEDED]
    store.assign(second, replace(deed, form=second), "r001")
    assert states() == [State.SUPERSEDED, State.CURRENT, State.SUPERSEDED]
    assert store.assign(second, replace(deed, form=second), "r001").replaced is None
    store.assign(second, replace(deed, form=second), "r002")  # what it had superseded last counts for r001
    assert states() == [State.CURRENT, State.SUPERSEDED]
    store.verify()


def test_a_form_of_no_known_section_gets_that_of_its_owner(store: Store) -> None:
    earlier = store.put(source("one"), [incoming("r002", "2.1.2")]).kept[0].form
    lost = store.put(source("two"), [replace(incoming(""), section=0)]).kept[0].form
    kept = store.assign(lost, Deed(What.ASSIGN, lost, "", "A. Person", WHEN, "r002"), "r002")
    assert kept.replaced == earlier
    assert store.form(lost).section == store.form(earlier).section


def test_what_is_not_there_is_named(store: Store) -> None:
    form = store.put(source(), [incoming("")]).kept[0].form
    deed = Deed(What.ASSIGN, 99, "", "A. Person", WHEN)
    for call in (
        lambda: store.form(99),
        lambda: store.marks(99),
        lambda: store.original(99),
        lambda: store.assign(99, deed, "r001"),
        lambda: store.assign(form, deed, "nobody"),
        lambda: store.add_letters("reminder", ["nobody"], date(2026, 12, 2)),
        lambda: store.decide(deed),
    ):
        with pytest.raises(QagidaError) as caught:
            call()
        assert codes(caught) == ["Q930"]


def test_refused_files_are_noted_once(store: Store) -> None:
    refused = Refused("bomb.docx", "ab" * 32, 42, WHEN, (Finding("Q721", Place("bomb.docx")),))
    assert store.refuse(refused)
    assert not store.refuse(refused)
    assert store.refused() == (refused,)


def test_words_are_held_and_cleared_on_record(store: Store) -> None:
    form = store.put(source(), [replace(incoming(), held=("2.1.2", "2.10.1"))]).kept[0].form
    assert store.held(form) == {"2.1.2", "2.10.1"}
    cleared = Deed(What.CLEAR, form, "2.1.2", "A. Person", WHEN + timedelta(days=1))
    store.decide(cleared)
    assert store.held(form) == {"2.10.1"}
    assert [(one.what, one.code, one.person) for one in store.deeds(form)] == [
        (What.HOLD, "2.1.2", ""),
        (What.HOLD, "2.10.1", ""),
        (What.CLEAR, "2.1.2", "A. Person"),
    ]
    store.decide(replace(cleared, what=What.HOLD))
    assert store.held(form) == {"2.1.2", "2.10.1"}


def test_letters_have_numbers_of_their_own(store: Store) -> None:
    day = date(2026, 12, 2)
    first = store.add_letters("reminder", ["r001", "r003"], day)
    assert [one.number for one in first] == ["2026/00001-1", "2026/00003-1"]
    assert store.add_letters("reminder", ["r003"], day) == first[1:]
    assert store.add_letters("return", ["r003"], day)[0].number == "2026/00003-2"
    assert len(store.letters()) == 3


def test_two_forms_sent_back_on_a_day_have_two_letters(store: Store) -> None:
    day = date(2026, 12, 2)
    one = store.put(source("1"), [incoming("r003", "2.1.2")]).kept[0].form
    two = store.put(source("2"), [incoming("r003", "2.1.2", "2.1.3")]).kept[0].form
    first = store.add_letters("return", ["r003"], day, one)
    second = store.add_letters("return", ["r003"], day, two)
    assert [letter.number for letter in (*first, *second)] == ["2026/00003-1", "2026/00003-2"]
    assert store.add_letters("return", ["r003"], day, two) == second
    assert [letter.form for letter in store.letters()] == [one, two]


def test_findings_of_a_scope_are_replaced(store: Store) -> None:
    one, two = Finding("Q781", PLACE, {"a": "1"}), Finding("Q782", PLACE)
    store.put_findings("between", [("r001", one), ("", two)])
    store.put_findings("other", [("r002", two)])
    store.put_findings("between", [("r001", two)])
    assert store.findings("between") == (("r001", two),)
    assert store.findings("other") == (("r002", two),)


def test_checks_are_made_again_and_reading_stays(store: Store) -> None:
    form = store.put(source(), [incoming()]).kept[0].form
    store.replace_checks(form, [Finding("Q777", PLACE)])
    assert [one.code for one in store.form(form).findings] == ["Q742", "Q777"]


def test_one_moment_is_read(store: Store) -> None:
    store.put(source("one"), [incoming()])
    with Store.open(store.path) as other, store.snapshot():
        assert len(list(store.forms())) == 1
        other.put(source("two"), [incoming("r002")])
        assert len(list(store.forms())) == 1
    assert len(list(store.forms())) == 2


def test_moments_are_kept_in_utc(store: Store) -> None:
    local = datetime(2026, 11, 21, 14, 30, tzinfo=timezone(timedelta(hours=5)))
    form = store.put(replace(source(), received=local), [incoming()]).kept[0].form
    assert store.form(form).received.isoformat() == "2026-11-21T09:30:00+00:00"
    with pytest.raises(ValueError, match="2026"):
        store.put(replace(source("two"), received=datetime(2026, 11, 21)), [])  # noqa: DTZ001


def test_the_order_of_forms_is_that_of_the_register(store: Store) -> None:
    for name in ("r003", "r001", "", "r002"):
        store.put(source(name), [incoming(name)])
    assert [form.respondent for form in store.forms(None)] == ["r001", "r002", "r003", ""]


def test_only_the_owner_may_read(store: Store) -> None:
    store.put(source(), [incoming()])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"answers.sqlite", "answers.sqlite-wal"} <= set(modes)
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DECIMALS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
VALUES = st.builds(
    Value,
    st.sampled_from(ValueKind),
    WORDS,
    DECIMALS,
    DECIMALS,
    WORDS,
    st.none() | st.dates(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VALUES, st.sampled_from(How), WORDS), max_size=8), st.lists(WORDS, max_size=3))
def test_any_answer_comes_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, given_answers: list[tuple[Value, How, str]], strays: list[str]
) -> None:
    store = _shared(tmp_path_factory)
    found = {
        f"2.1.{place}": Answer(f"2.1.{place}", value, how, at)
        for place, (value, how, at) in enumerate(given_answers)
    }
    sent = replace(incoming(), answers=found, strays=tuple(Stray(words, "p", "") for words in strays))
    number = len(list(store.forms(None)))
    form = store.form(store.put(source(f"file {number}"), [sent]).kept[0].form)
    assert list(form.answers.items()) == list(found.items())
    assert [str(one.value.low) for one in form.answers.values()] == [
        str(one.value.low) for one in found.values()
    ]
    assert form.strays == sent.strays


_STORES: list[Store] = []


def _shared(factory: pytest.TempPathFactory) -> Store:
    """One store for all examples of the property."""
    if not _STORES:
        _STORES.append(new_store(factory.mktemp("property")))
    return _STORES[0]


def test_numbers_keep_their_written_precision(store: Store) -> None:
    value = Value(ValueKind.EXACT, "1 234,50", Decimal("1234.50"), Decimal("1234.50"))
    sent = replace(incoming(), answers={"2.1.2": Answer("2.1.2", value, How.TAG, "p")})
    form = store.form(store.put(source(), [sent]).kept[0].form)
    assert str(form.answers["2.1.2"].value.low) == "1234.50"


def test_time_zone_of_the_program_is_not_needed(store: Store) -> None:
    assert store.put(source(), [incoming()]).kept[0].state is State.CURRENT
    assert next(iter(store.forms())).received.tzinfo is UTC


def test_answers_keep_their_order(store: Store) -> None:
    sent = replace(incoming(), answers=answers("2.10.1", "2.2.1", "2.1.10", "2.1.9"))
    form = store.form(store.put(source(), [sent]).kept[0].form)
    assert list(form.answers) == ["2.10.1", "2.2.1", "2.1.10", "2.1.9"]
