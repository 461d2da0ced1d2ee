"""The public version of three years of 1,000 bodies in 20 regions: tables made, suppressed and attacked.

Bodies and figures are invented by script: mostly zeros and small counts, which is the hardest case.

`python -m benchmarks.disclosure`
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from benchmarks.measure import of_call
from builder.analyse.disclosure.attack import attack
from builder.analyse.disclosure.public import protect
from builder.analyse.disclosure.tables import tables
from builder.analyse.plan import Asked, of_form
from builder.base.language import Language
from builder.load.library import load
from builder.model.answers import Answer, Form, How, State, Value, ValueKind
from builder.model.collection import Collection, Issue
from builder.model.evidence import Evidence, Year
from builder.model.library import Content, whole
from builder.model.questionnaire import FieldKind
from builder.model.registry import Respondent, Words
from builder.workflow.project import find

YEARS = (2021, 2022, 2023)
EACH = 5
"""Bodies of a function in a region."""
FUNCTIONS = (
    (2, "mia"), (3, "akimat"), (3, "social"), (4, "labour"), (5, "employment"), (6, "education"),
    (7, "child"), (9, "health"), (14, "akimat"), (16, "ngo"),
)  # fmt: skip
COUNTS = (0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 8, 20)
RECEIVED = datetime(2024, 1, 20, tzinfo=UTC)


def main() -> None:
    content = whole(load(find(Path(__file__).parent).content).library)
    assert content is not None
    chance = random.Random(3)
    evidence = Evidence(tuple(_year(content, number, chance) for number in YEARS))
    units = content.method.protected
    making, made = of_call(lambda: tables(content, evidence, units))
    protecting, result = of_call(lambda: protect(made, content.method))
    attacking, found = of_call(lambda: attack(result.tables, result.threshold, units))
    cells = {cell.id for cell in result.cells()}
    first = sum(tally.primary for tally in result.tallies)
    print(f"(g) public version of {len(evidence.years[0].forms)} bodies (invented figures), "
          f"{len(content.regions)} regions, {len(YEARS)} years: "
          f"{len(made)} tables, {len(cells)} numbers")  # fmt: skip
    print(f"  tables made         {making.wall:6.1f} s")
    print(f"  suppressed, proved  {protecting.wall:6.1f} s: {len(result.suppressed)} numbers not shown, "
          f"{first} places of small ones")  # fmt: skip
    print(f"  attacked once more  {attacking.wall:6.1f} s: {len(found.reached)} numbers, "
          f"{len(found.narrowed)} narrowed")  # fmt: skip


def _year(content: Content, number: int, chance: random.Random) -> Year:
    opened = Collection(number, date(number + 1, 1, 5), date(number + 1, 2, 5), "mia", date(2024, 10, 24))
    issues, forms = [], []
    for position, one in enumerate(_bodies(content), 1):
        answers = dict(_answers(content, one.section, chance))
        issues.append(Issue(position, one, opened))
        forms.append(Form(position, one.id, one.section, Language.RU, one.id, "docx", "0" * 64, RECEIVED,
                          State.CURRENT, answers))  # fmt: skip
    return Year(opened, tuple(issues), tuple(forms))


def _bodies(content: Content) -> Iterator[Respondent]:
    for section, subject in FUNCTIONS:
        for region in content.regions:
            for position in range(EACH):
                name = f"{subject}-{section}-{region.id}-{position}"
                yield Respondent(name, subject, section, Words(name, name), Words(name, name), region.id)


def _answers(content: Content, section: int, chance: random.Random) -> Iterator[tuple[str, Answer]]:
    fields = [
        one for one in of_form(content, section).fields.values() if one.unit in content.method.protected
    ]
    given = {one.code: chance.choice(COUNTS) for one in fields if one.kind is FieldKind.COUNT}
    for one in fields:
        given |= _parts(one, given, chance)
    for code, number in given.items():
        exact = Decimal(number)
        kind = ValueKind.EXACT if number else ValueKind.ZERO
        yield code, Answer(code, Value(kind, str(number), exact, exact), How.TAG, "")


def _parts(one: Asked, given: dict[str, int], chance: random.Random) -> dict[str, int]:
    """Breakdowns into known categories, adding up to their total."""
    parts: dict[str, int] = {}
    for split in one.splits:
        left = given.get(split.total, 0)
        for code in split.cells[:-1]:
            parts[code] = chance.choice((0, chance.randint(0, left)))
            left -= parts[code]
        if split.cells:
            parts[split.cells[-1]] = left
    return parts


if __name__ == "__main__":
    main()
