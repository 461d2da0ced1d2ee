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


def block(part_id: str, position: int) -> str:
    """`sop/prevention/2`: the second block of a part of the SOP."""
    return f"sop/{part_id}/{position}"


def within(node: str, name: str, position: int) -> str:
    """`sop/prevention/2/entry3`, `memo/victim/right1`: something counted inside a node."""
    return f"{node}/{name}{position}"


def function(table: int, direction: str, position: int) -> str:
    """`sop/role3/prevention/1`: the first function of the third role table in a direction."""
    return f"sop/role{table}/{direction}/{position}"


def indicator(kind: str, name: str) -> str:
    """`sop/sign/s01`; `kind` is `group`, `place` or `sign`, `name` the id of an entry or of a list."""
    return f"sop/{kind}/{name}"


def memo(name: str, step: int | None = None) -> str:
    """`memo/victim`, `memo/victim/1`."""
    return f"memo/{name}" if step is None else f"memo/{name}/{step}"


def measure(number: int | str) -> str:
    """`plan/12`; `plan/3.1` for a part of a measure."""
    return f"plan/{number}"


def registered(kind: str, name: str) -> str:
    """`subject/mia`, `citation/law_trafficking`, `contact/police`: an entry of a registry."""
    return f"{kind}/{name}"


REASON = 0
"""The third number of the field in which a respondent says why data are absent (Rules, point 9)."""
