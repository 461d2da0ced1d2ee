"""A figure taken apart again: by tier of bodies (central or regional bodies of one subject) and by region."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.analyse.adding import added
from builder.analyse.plan import GENERAL
from builder.model.answers import Value
from builder.model.evidence import Evidence, Figure, Part
from builder.model.registry import Respondent
from builder.model.tables import Adding, Cell, CellId, Sum

REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class Levels:
    """One figure: its tiers by area, and the regions of each tier by area."""

    figure: Figure
    tiers: Mapping[str, Value]
    regions: Mapping[str, Mapping[str, Value]]

    def area(self, tier: str) -> str:
        """The area of a tier's cell: a tier that is the whole figure is the same number."""
        return "" if set(self.tiers) == {tier} else tier

    def id(self, area: str = "") -> CellId:
        return CellId(self.figure.code, self.figure.year, area)


def levels(evidence: Evidence, figure: Figure) -> Levels:
    """The figure by tier and region, from the parts it was summed of."""
    year = evidence.year(figure.year)
    issues = year.issues if year is not None else ()
    who = {issue.respondent.id: issue.respondent for issue in issues}
    general = int(figure.code.partition(".")[0]) == GENERAL
    tiers: dict[str, list[Part]] = {}
    regions: dict[str, dict[str, list[Part]]] = {}
    for part in figure.parts:
        body = who[part.respondent]
        subject = f"{body.section}-{body.subject}" if general else body.subject
        tiers.setdefault(_tier(subject, body), []).append(part)
        if body.region is not None:
            places = regions.setdefault(_tier(subject, body), {})
            places.setdefault(f"{subject}/{body.region}", []).append(part)
    return Levels(
        figure,
        {tier: _sum(parts) for tier, parts in tiers.items()},
        {tier: {area: _sum(parts) for area, parts in places.items()} for tier, places in regions.items()},
    )


def _tier(subject: str, body: Respondent) -> str:
    return subject if body.region is None else f"{subject}/{REGIONS}"


def _sum(parts: list[Part]) -> Value:
    return added([part.value for part in parts])


def cell(value: Value, key: CellId, needs: tuple[CellId, ...] = ()) -> Cell:
    return Cell(value.low, value.high, value.kind, key.code, key.year, key.area, needs)


def whole(found: Levels) -> Cell:
    """The figure itself. One between tiers, or rough and worked out of regions, rests on them."""
    if len(found.tiers) == 1:
        (tier,) = found.tiers
        return tier_cell(found, tier)
    needs = () if _exact(found.figure.value) else tuple(found.id(tier) for tier in sorted(found.tiers))
    return cell(found.figure.value, found.id(), needs)


def tier_cell(found: Levels, tier: str) -> Cell:
    """The figure of one tier."""
    value = found.tiers[tier]
    places = () if _exact(value) else tuple(found.id(area) for area in sorted(found.regions.get(tier, ())))
    return cell(value, found.id(found.area(tier)), places)


def region_cell(found: Levels, tier: str, area: str) -> Cell:
    """The figure of a region."""
    return cell(found.regions[tier][area], found.id(area))


def sums(found: Levels) -> tuple[Sum, ...]:
    """Exact figures: tiers make the whole, regions make their tier."""
    made = []
    if len(found.tiers) > 1 and _exact(found.figure.value):
        made.append(Sum(found.id(), tuple(found.id(tier) for tier in sorted(found.tiers)), Adding.MAKE))
    for tier, places in sorted(found.regions.items()):
        if _exact(found.tiers[tier]):
            made.append(Sum(found.id(found.area(tier)), tuple(found.id(area) for area in sorted(places))))
    return tuple(made)


def _exact(value: Value) -> bool:
    return value.low is not None and value.low == value.high and not value.kind.startswith("about")
