"""Numbers as both languages of the law write them: thousands apart by a no-break space, decimal comma."""

from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"


def grouped(number: Decimal) -> str:
    """`452 000`, `7,2`, `−3`; digits after the comma as many as there are, without zeros at the end."""
    digits = f"{abs(number):f}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    shown = f"{int(whole):,}".replace(",", NBSP) + (f",{fraction}" if fraction else "")
    return f"−{shown}" if number < 0 else shown


def rounded(number: Decimal, places: int = 1) -> Decimal:
    """Half away from zero, as people round."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
