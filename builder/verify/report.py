"""A comparison as plain lines, as rows of a table and as JSON. Nothing is printed here."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from itertools import groupby
from pathlib import Path

from builder.base.language import Language
from builder.verify.difference import Comparison, Difference, Kind

Say = Callable[[str], str]
"""Key of `words.toml` → words in the language of the reader, placeholders still in them."""

LONG, SHOWN = 24, 8
"""A text of more than LONG words is shown by its first and last SHOWN words."""

COMPACT = frozenset({Kind.NUMBER_MISSING, Kind.UNPUBLISHED})


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """All words of the report by key and language."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def speaker(language: Language) -> Say:
    """The lookup for a language of the interface."""
    return lambda key: words()[key][language.value]


def lines(comparison: Comparison, say: Say) -> tuple[str, ...]:
    """Differences by node, then the compact classes, then the verdict."""
    full = [item for item in comparison.differences if item.kind not in COMPACT and not _stray_number(item)]
    body = [
        line
        for node, group in groupby(full, key=lambda item: item.node)
        for line in (node or say("outside"), *(f"  {_line(item, say)}" for item in group), "")
    ]
    legend = [say("legend").format(), ""] if body else []
    return (*legend, *body, *_compact(comparison, say), *_verdict(comparison, say))


def summary(comparison: Comparison, say: Say) -> tuple[tuple[str, ...], ...]:
    """Rows of the summary table; the first is the header, the last the total."""
    header = tuple(map(say, ("kind", "differences", "words_content", "words_publication")))
    equal = str(comparison.equal_words)
    return (
        header,
        (say("equal"), "", equal, equal),
        *(
            (say(tally.kind), str(tally.differences), str(tally.words_content), str(tally.words_publication))
            for tally in comparison.tallies
        ),
        (
            say("total"),
            str(len(comparison.differences)),
            str(comparison.words_content),
            str(comparison.words_publication),
        ),
    )


def to_json(comparison: Comparison) -> str:
    """Everything the comparison says, for other programs."""
    data = asdict(comparison) | {"unexplained": len(comparison.unexplained)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def marked(difference: Difference) -> str:
    """`before [-publication-]{+content+} after`; displaced words, the same on both sides, are `{=words=}`."""
    own, other = difference.content_words, difference.publication_words
    if difference.kind is Kind.MOVED and own == other:
        inner = f"{{={own}=}}"
    else:
        inner = (f"[-{other}-]" if other else "") + (f"{{+{own}+}}" if own else "")
    return " ".join(filter(None, (difference.context.before, inner, difference.context.after)))


def _line(difference: Difference, say: Say) -> str:
    place = say("line").format(line=difference.line)
    return f"{place}, {say(difference.kind)}: {marked(_shortened(difference, say))}"


def _shortened(difference: Difference, say: Say) -> Difference:
    own, other = (_short(text, say) for text in (difference.content_words, difference.publication_words))
    return Difference(difference.kind, difference.node, own, other, difference.context, difference.line)


def _short(text: str, say: Say) -> str:
    parts = text.split()
    if len(parts) <= LONG:
        return text
    count = say("shortened").format(count=len(parts))
    return " ".join((*parts[:SHOWN], "…", count, "…", *parts[-SHOWN:]))


def _stray_number(difference: Difference) -> bool:
    return difference.kind is Kind.MOVED and difference.content_words.rstrip(".)").isdigit()


def _compact(comparison: Comparison, say: Say) -> Iterator[str]:
    lost = [_numbered(item) for item in comparison.of(Kind.NUMBER_MISSING)]
    moved = [_numbered(item) for item in comparison.of(Kind.MOVED) if _stray_number(item)]
    drafts = _counted(item.node for item in comparison.of(Kind.UNPUBLISHED))
    if lost:
        yield say("numbers_missing").format(numbers=", ".join(lost))
    if moved:
        yield say("numbers_moved").format(numbers=", ".join(moved))
    if drafts:
        yield say("drafts").format(nodes=", ".join(drafts))


def _numbered(difference: Difference) -> str:
    return f"{difference.node} ({difference.content_words})"


def _counted(nodes: Iterable[str]) -> list[str]:
    return [node if count == 1 else f"{node} ×{count}" for node, count in Counter(nodes).items()]


def _verdict(comparison: Comparison, say: Say) -> Iterator[str]:
    count = len(comparison.unexplained)
    if count:
        yield say("verdict_differs").format(count=count)
    else:
        yield say("verdict_same").format(equal=comparison.equal_words)
    if len(comparison.differences) > count:
        yield say("verdict_explained")
