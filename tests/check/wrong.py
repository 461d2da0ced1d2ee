"""A wrong file: what is spoilt in the small house, and the findings that must come of it."""

from dataclasses import dataclass
from pathlib import Path

from tests.check import house

ORDER = "rules/order.yaml"
RULES = "rules/rules.yaml"
TERMS = "rules/terms.yaml"
DIVERGENCES = "rules/divergences.yaml"
SECTION_1 = "questionnaire/section-01.yaml"
SECTION_2 = "questionnaire/section-02.yaml"
SECTION_3 = "questionnaire/section-03.yaml"
SECTION_4 = "questionnaire/section-04.yaml"
UNITS = "questionnaire/units.yaml"
BREAKDOWNS = "questionnaire/breakdowns.yaml"
LABELS = "labels.yaml"
SUBJECTS = "sop/subjects.yaml"
CONTACTS = "sop/contacts.yaml"
CITATIONS = "sop/citations.yaml"
SOP = "sop/sop.yaml"
INDICATORS = "sop/indicators.yaml"
ROLES = "sop/roles.yaml"
MEMOS = "sop/memos.yaml"
PLAN = "plan/2018-2020.yaml"
STANDING = "standing.yaml"


@dataclass(frozen=True)
class Wrong:
    """`old` becomes `new` in `file`; that gives `code` where `at` stands (or `new`), and the `others`.

    The finding is in `file`, unless another is the `target`.
    The others are `code file words`, each at the place where the words stand in that file.
    """

    code: str
    file: str
    old: str
    new: str
    at: str = ""
    others: tuple[tuple[str, str, str], ...] = ()
    target: str = ""

    def expected(self, content: Path) -> list[str]:
        first = (self.code, self.target or self.file, self.at or self.new)
        return sorted(
            f"{code} {file}:{house.where(content, file, at)}" for code, file, at in (first, *self.others)
        )
