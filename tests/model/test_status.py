"""Sums of a register: every respondent counts once, and completeness speaks of what came."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.collection import Collection
from builder.model.registry import Respondent, Words
from builder.model.status import Reply, Row, status

COLLECTION = Collection(2026, date(2027, 1, 15), date(2027, 2, 15), "mia", date(2024, 10, 24))
WORDS = Words("Орган", "Орган")

rows = st.builds(
    lambda section, region, reply, filled, forms: Row(
        Respondent("x", "mia", section, WORDS, WORDS, region), reply, 0, filled, 20, forms
    ),
    st.integers(2, 16),
    st.sampled_from([None, "abai", "astana"]),
    st.sampled_from(Reply),
    st.integers(0, 20),
    st.integers(0, 2),
)


@given(st.lists(rows, max_size=30))
@settings(deadline=None, max_examples=60)
def test_totals_agree_with_rows(listed: list[Row]) -> None:
    made = status(COLLECTION, date(2027, 3, 1), listed, ("astana", "abai"))
    whole = made.whole
    assert whole.asked == len(listed)
    assert whole.asked == whole.answered + whole.late + whole.returned + whole.waiting + whole.overdue
    for parts in (made.sections, made.regions):
        assert sum(part.asked for part in parts) == whole.asked
        assert sum(part.filled for part in parts) == whole.filled
        assert all(part.asked for part in parts)
    keys = [part.key for part in made.regions]
    assert keys == [key for key in ("astana", "abai", "") if key in keys]
    came = [row for row in listed if row.forms]
    assert whole.completeness == (sum(row.filled for row in came) / (20 * len(came)) if came else None)
