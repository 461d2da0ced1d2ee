"""Wilson's interval of a share: what a few answers allow to say of a share, neither below 0 nor above 1."""

from functools import lru_cache

from builder.model.ranking import Interval


@lru_cache(maxsize=4096)
def wilson(count: int, of: int, level: int) -> Interval:
    """`count` of `of` cases with the interval of `level` thousandths; without cases nothing is known."""
    if of == 0:
        return Interval(0, 0, None, 0.0, 1.0)
    from scipy.stats import binomtest  # takes a second to load

    bounds = binomtest(count, of).proportion_ci(confidence_level=level / 1000, method="wilson")
    share = count / of
    return Interval(count, of, share, min(share, float(bounds.low)), max(share, float(bounds.high)))
