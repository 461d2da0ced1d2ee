"""Keys of fixed words: each is listed once, though the list is in parts."""

from builder.model.labels import LABELS, PARTS


def test_a_key_stands_in_one_part() -> None:
    assert sum(map(len, PARTS)) == len(LABELS)
