"""Identifiers of nodes: made here only, the same in every language, pinned by tests."""


def chapter(number: int) -> str:
    return f"rules/c{number}"


def point(act: str, number: int) -> str:
    """`rules/p9`; `act` is `order` or `rules`."""
    return f"{act}/p{number}"


def subpoint(act: str, number: int, sub: int) -> str:
    """`rules/p2.5`: subpoint 5) of point 2."""
    return f"{act}/p{number}.{sub}"


def paragraph(act: str, number: int, position: int) -> str:
    """`rules/p9/2`: the second, unnumbered paragraph; the first bears the point's own id."""
    return point(act, number) if position == 1 else f"{act}/p{number}/{position}"


def part(act: str, name: str, position: int | None = None) -> str:
    """`order/title`, `order/signature1`, `questionnaire/mark`."""
    return f"{act}/{name}{position or ''}"


def section(number: int) -> str:
    return f"questionnaire/{number}"


def addressee(section_number: int, position: int) -> str:
    return f"questionnaire/{section_number}/addressee{position}"


def item(section_number: int, number: int) -> str:
    return f"questionnaire/{section_number}.{number}"


def line(section_number: int, item_number: int, position: int) -> str:
    return f"questionnaire/{section_number}.{item_number}/line{position}"


def code(*parts: int) -> str:
    """Visible short code of a field or of a cell inside it: `2.8.1`, `2.8.1.2.3`.

    The parts are section, item, field, breakdown (or row) and category (or column).
    """
    return ".".join(str(number) for number in parts)


def field(section_number: int, item_number: int, field_code: int) -> str:
    return f"questionnaire/{code(section_number, item_number, field_code)}"


REASON = 0
"""The third number of the field in which a respondent says why data are absent (Rules, point 9)."""
