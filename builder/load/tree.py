"""YAML to a plain tree in which every value keeps its place.

Built from the parser's event stream with an explicit stack, so hostile files cannot exhaust the
interpreter: no aliases, no tags, bounded depth, bounded size, nothing is ever constructed or run.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from builder.base.finding import Finding
from builder.base.place import Place

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 40
MAX_NODES = 200_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML does not allow in a file."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a tree was read from: the path to print, and its lines."""

    name: str
    lines: list[str]

    def place(self, event: yaml.Event) -> Place:
        begin = cast("yaml.Mark", event.start_mark)  # events made by a parser always have both marks
        return Place(self.name, begin.line + 1, begin.column + 1)


@dataclass(slots=True, eq=False)
class Scalar:
    """A scalar as written; where it stands is worked out for those that somebody asks about."""

    value: str
    event: yaml.ScalarEvent
    source: Source

    @property
    def plain(self) -> bool:
        """Written without quotes; only those may be numbers or dates."""
        return not self.event.style

    @property
    def place(self) -> Place:
        return self.source.place(self.event)

    @property
    def starts(self) -> tuple[tuple[int, Place], ...]:
        """Offsets in the value with the places where the lines of the file begin.

        Empty when escapes make that uncertain.
        """
        begin = cast("yaml.Mark", self.event.start_mark)
        end = cast("yaml.Mark", self.event.end_mark)
        style = self.event.style
        if not style and begin.line == end.line:
            return ((0, self.place),)
        quote = style in ("'", '"')
        starts: list[tuple[int, Place]] = []
        cursor = 0
        lines = self.source.lines
        for number in range(begin.line + (style in ("|", ">")), end.line + 1):
            line = lines[number] if number < len(lines) else ""
            left = begin.column + quote if number == begin.line else 0
            words = line[left : end.column - quote if number == end.line else len(line)].strip()
            if words:
                offset = self.value.find(words, cursor)
                if offset < 0:
                    return ()
                starts.append((offset, Place(self.source.name, number + 1, line.index(words, left) + 1)))
                cursor = offset + len(words)
        return tuple(starts)


@dataclass(slots=True)
class Sequence:
    place: Place
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys in file order, each once; `keys` has every key as it is written."""

    place: Place
    values: "dict[str, Node]" = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def read(path: Path, name: str, limit: int = MAX_BYTES) -> tuple[Node | None, list[Finding]]:
    """The tree of one file, or None with the findings that say why; `name` is the path to print."""
    place = Place(name)
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        return None, [Finding("Q112", place)]
    except OSError as error:
        return None, [Finding("Q114", place, {"reason": error.strerror or type(error).__name__})]
    if len(data) > limit:
        return None, [Finding("Q110", place, {"limit": str(limit // 1024 // 1024)})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return None, [Finding("Q111", Place(name, line, column), {"byte": f"{data[error.start]:02x}"})]
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node | None, list[Finding]]:
    """The tree of one YAML document."""
    refused = _REFUSED.search(text)
    if refused is not None:
        return None, [_hidden(text, name, refused)]
    builder = _Builder(Source(name, text.splitlines()))
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                return None, builder.findings
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        builder.findings.append(Finding("Q101", place, {"problem": str(error.problem or "")}))
        return None, builder.findings
    except (yaml.YAMLError, RecursionError) as error:
        builder.findings.append(Finding("Q101", Place(name), {"problem": type(error).__name__}))
        return None, builder.findings
    if builder.root is None:
        builder.findings.append(Finding("Q101", Place(name), {"problem": "empty file"}))
    return builder.root, builder.findings


def _hidden(text: str, name: str, refused: re.Match[str]) -> Finding:
    """A character that YAML does not allow, found here because parsers count its place in bytes."""
    before = text[: refused.start()]
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    line = text[before.rfind("\n") + 1 :].splitlines()[0][:200]
    word = next((word for word in line.split() if refused.group() in word), "")
    data = {"character": f"U+{ord(refused.group()):04X}", "word": _REFUSED.sub("", word)}
    return Finding("Q205", place, data)


class _Builder:
    """Takes events, builds the tree; `take` answers False when the file must be refused."""

    def __init__(self, source: Source) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._source = source
        self._stack: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._count = 0
        self._documents = 0
        self._takers: dict[type[yaml.Event], Callable[[Any], bool]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._sequence,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> bool:
        taker = self._takers.get(type(event))
        return taker is None or taker(event)

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        return self._documents == 1 or self._refuse(event, "Q101", problem="second document")

    def _alias(self, event: yaml.AliasEvent) -> bool:
        return self._refuse(event, "Q107", name=str(event.anchor))

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        return self._allowed(event) and self._attach(Scalar(event.value, event, self._source))

    def _mapping(self, event: yaml.MappingStartEvent) -> bool:
        return self._allowed(event) and self._begin(Mapping(self._source.place(event)))

    def _sequence(self, event: yaml.SequenceStartEvent) -> bool:
        return self._allowed(event) and self._begin(Sequence(self._source.place(event)))

    def _begin(self, node: Sequence | Mapping) -> bool:
        if not self._attach(node):
            return False
        self._stack.append(node)
        self._keys.append(None)
        return True

    def _end(self, _event: yaml.Event) -> bool:
        self._stack.pop()
        self._keys.pop()
        return True

    def _allowed(self, event: "yaml.ScalarEvent | yaml.CollectionStartEvent") -> bool:
        self._count += 1
        if self._count > MAX_NODES or len(self._stack) >= MAX_DEPTH:
            return self._refuse(event, "Q109", limit=str(MAX_DEPTH))
        if event.anchor is not None:
            return self._refuse(event, "Q107", name=str(event.anchor))
        if event.tag is not None and event.tag != "!":
            return self._refuse(event, "Q108", tag=str(event.tag))
        return True

    def _attach(self, node: Node) -> bool:
        if not self._stack:
            self.root = node
            return True
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is None:
            return self._key(node)
        self._keys[-1] = None
        first = parent.keys.setdefault(key.value, key)
        if first is key:
            parent.values[key.value] = node
        else:
            data = {"key": key.value, "line": str(first.place.line)}
            self.findings.append(Finding("Q103", key.place, data))
        return True

    def _key(self, node: Node) -> bool:
        if isinstance(node, Scalar):
            self._keys[-1] = node
            return True
        self.findings.append(Finding("Q101", node.place, {"problem": "a key must be a word"}))
        return False

    def _refuse(self, event: yaml.Event, code: str, **data: str) -> bool:
        self.findings.append(Finding(code, self._source.place(event), data))
        return False


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        if isinstance(current, Sequence):
            pending.extend(reversed(current.items))
        elif isinstance(current, Mapping):
            pending.extend(reversed(current.values.values()))
