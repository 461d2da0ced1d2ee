"""Names of questions in a survey, made of codes and turned back into them.

| name | of |
|---|---|
| `q_2_8_1` | the answer with the code `2.8.1` |
| `q_2_1_4_n_1` | the same inside a list: `n` stands for the number of the row |
| `yn_1_1_1` | a yes or no, whose boxes have the codes `1.1.1.1` and `1.1.1.2` |
| `g_2`, `i_2_8`, `r_2_1_4` | groups of a section and an item, and the list `2.1.4` |
"""

import re
from dataclasses import dataclass

FORM_ID = "form_id"
"""The question that asks for the number of the form."""
VERSION = "form_version"
"""What every submission says of the form itself: servers put versions of their own in the place of ours."""

YES, NO = "yes", "no"

_SECTION = re.compile(r"qagida-section-([0-9]{2})")
_EDITION = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9a-f]{10})")
_NAME = re.compile(r"(q|yn)((?:_[0-9]{1,4}){2,6}|(?:_[0-9]{1,4}){2,5}_n_[0-9]{1,4})")
_CODE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){1,5}|[0-9]{1,4}(?:\.[0-9]{1,4}){1,4}\.n\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a name asks for: `code` holds `n` where the number of a row belongs."""

    code: str
    yes_no: bool = False

    def of_row(self, row: int) -> str:
        return self.code.replace("n", str(row))


@dataclass(frozen=True, slots=True)
class Version:
    """Which form was filled: its edition (2024-10-24), a hash of what it asks, its section if it says so."""

    edition: str
    digest: str
    section: int | None = None

    def __str__(self) -> str:
        return f"{self.edition}-{self.digest}"


def form_name(section: int) -> str:
    """The id of a survey, one for each section."""
    return f"qagida-section-{section:02}"


def read_form_name(name: str) -> int | None:
    """The section that a survey is for; None when the survey is none of ours."""
    found = _SECTION.fullmatch(name.strip())
    return int(found[1]) if found is not None else None


def form_version(version: Version) -> str:
    """What stands in every submission: `qagida-section-03/2024-10-24-0123456789`."""
    return str(version) if version.section is None else f"{form_name(version.section)}/{version}"


def read_version(words: str) -> Version | None:
    """The version of a form, with or without its section; None for that of a server."""
    name, _, rest = words.strip().rpartition("/")
    found = _EDITION.fullmatch(rest)
    return Version(found[1], found[2], read_form_name(name)) if found is not None else None


def question(code: str, row: int | None = None) -> str:
    """The name of an answer; of one in a list when its row is given, the last but one of its numbers."""
    if row is None:
        return f"q_{code.replace('.', '_')}"
    return f"q_{any_row(code).replace('.', '_')}"


def any_row(code: str) -> str:
    """`2.1.4.3.1` as it is for every row: `2.1.4.n.1`."""
    head, _, last = code.rpartition(".")
    return f"{head.rpartition('.')[0]}.n.{last}"


def list_code(code: str) -> str:
    """The code of the list that an answer stands in: `2.1.4` of `2.1.4.3.1`."""
    return code.rsplit(".", 2)[0]


def yes_no(code: str) -> str:
    return f"yn_{code.replace('.', '_')}"


def group(kind: str, code: str) -> str:
    """`kind` is `g` for a section, `i` for an item, `r` for a list."""
    return f"{kind}_{code.replace('.', '_')}"


def read(name: str) -> Asked | None:
    """What a name asks for; None when the name is none of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return Asked(found[2][1:].replace("_", "."), found[1] == "yn")


def read_label(label: str) -> str | None:
    """The code that a label of ours begins with."""
    first = label.split(maxsplit=1)[:1]
    found = _CODE.fullmatch(first[0]) if first else None
    return found[0] if found else None
