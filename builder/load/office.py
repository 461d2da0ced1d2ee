"""Files of the office to plain text: the one place that knows pypandoc.

Lines of the result are paragraphs, list items and table cells, in reading order.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place

LIMIT = 20 * 1024 * 1024
"""The largest file read, in bytes."""

TIMEOUT = 60
"""Seconds after which a conversion is given up."""

MEMORY = "-M1g"
"""A small archive can unpack to a huge document; the converter may not take more than this."""

FORMATS = {".docx": "docx", ".odt": "odt", ".html": "html", ".htm": "html", ".rtf": "rtf"}
"""Suffixes that need the converter, with its names for them."""

PLAIN = frozenset({".txt", ""})


def read_text(path: Path) -> str:
    """The words of a text or office file.

    Raises QagidaError: Q909 when the converter for the format is not installed; Q910 when the file is
    too large, cannot be read, or is not what its name says.
    """
    suffix = path.suffix.lower()
    data = _bytes(path)
    if suffix in PLAIN:
        return _decoded(path, data)
    if suffix not in FORMATS:
        raise _unreadable(path, suffix)
    text = "\n".join(_lines(_document(path, data, FORMATS[suffix]).get("blocks", [])))
    if _garbled(text):
        raise _unreadable(path, f"{suffix} → .docx")
    return text


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMIT:
            raise _unreadable(path, f"> {LIMIT // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "≠ UTF-8") from error


def _document(path: Path, data: bytes, source: str) -> dict[str, Any]:
    """The document tree. Pandoc runs in its sandbox: a document cannot make it read other files."""
    command = [_pandoc(path), "--sandbox", "--from", source, "--to", "json", "+RTS", MEMORY, "-RTS"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT, check=True)  # noqa: S603
        tree = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise _unreadable(path, f"> {TIMEOUT} s") from error
    except subprocess.CalledProcessError as error:
        raise _unreadable(path, _complaint(error.stderr)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, f"pandoc: {error}") from error
    return tree if isinstance(tree, dict) else {}


def _garbled(text: str) -> bool:
    """Whether letters came out wrong or spaces were lost, as from RTF in an old code page.

    Comparing such a text would only mislead.
    """
    latin = len(re.findall("[À-ÿ]", text))
    return latin > len(re.findall("[Ѐ-ӿ]", text)) or re.search(r"[^\W\d_]{60}", text) is not None


def _pandoc(path: Path) -> str:
    """Where pandoc is. It is called directly, since pypandoc's own call cannot be given a timeout."""
    try:
        import pypandoc  # noqa: PLC0415 - an optional extra

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        suffix = path.suffix.lower()
        raise QagidaError(Finding("Q909", Place(path.as_posix()), {"format": suffix})) from error


def _complaint(output: bytes) -> str:
    """The first line of what the converter said."""
    said = output.decode("utf-8", "replace").strip().splitlines()
    return f"pandoc: {said[0]}" if said else "pandoc"


def _unreadable(path: Path, reason: str) -> QagidaError:
    return QagidaError(Finding("Q910", Place(path.as_posix()), {"reason": reason}))


_ONE_LINE: Mapping[str, Callable[[Any], list[Any]]] = {
    "Para": lambda content: content,
    "Plain": lambda content: content,
    "Header": lambda content: content[2],
}
"""Blocks that are a line of inlines, and where their inlines are."""

_NESTED: Mapping[str, Callable[[Any], list[Any]]] = {
    "BlockQuote": lambda content: [content],
    "Div": lambda content: [content[1]],
    "Figure": lambda content: [content[2]],
    "BulletList": lambda content: content,
    "DefinitionList": lambda content: [
        blocks for term, meanings in content for blocks in ([{"t": "Plain", "c": term}], *meanings)
    ],
}
"""Blocks that hold lists of blocks, and where those are. Rules and raw markup have no words."""


def _lines(blocks: list[Any]) -> Iterator[str]:
    """Texts of blocks, one line each."""
    for block in blocks:
        kind, content = block["t"], block.get("c", [])
        if kind in _ONE_LINE:
            yield _inline(_ONE_LINE[kind](content))
        elif kind in _NESTED:
            for inner in _NESTED[kind](content):
                yield from _lines(inner)
        elif kind in _LAID_OUT:
            yield from _LAID_OUT[kind](content)


def _numbered(content: list[Any]) -> Iterator[str]:
    """List items with the numbers that the office program would show."""
    (start, _, delimiter), items = content
    mark = ")" if delimiter["t"] != "Period" and delimiter["t"] != "DefaultDelim" else "."
    for number, item in enumerate(items, start):
        first, *rest = list(_lines(item)) or [""]
        yield f"{number}{mark} {first}".rstrip()
        yield from rest


def _table(content: list[Any]) -> Iterator[str]:
    """Cells row by row, from the head to the foot."""
    _, (_, caption), _, (_, head), bodies, (_, foot) = content
    yield from _lines(caption)
    rows = [*head, *(row for _, _, heads, body in bodies for row in (*heads, *body)), *foot]
    for _, cells in rows:
        for _, _, _, _, blocks in cells:
            yield from _lines(blocks)


def _poem(content: list[Any]) -> Iterator[str]:
    yield from map(_inline, content)


def _code(content: list[Any]) -> Iterator[str]:
    yield content[1]


_LAID_OUT: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "OrderedList": _numbered,
    "Table": _table,
    "LineBlock": _poem,
    "CodeBlock": _code,
}

_BREAKS = {"Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}

_WRAPPED = frozenset({"Quoted", "Cite", "Span", "Link"})
"""Inlines that say something of their inlines first; emphasis of every kind holds them bare."""


def _inline(inlines: list[Any]) -> str:
    """Words of a line, whatever their look; footnotes follow the word they stand at."""
    return "".join(_word(inline["t"], inline.get("c")) for inline in inlines)


def _word(kind: str, content: Any) -> str:
    if kind in _BREAKS:
        return _BREAKS[kind]
    match kind:
        case "Str":
            return str(content)
        case "Code" | "Math":
            return str(content[1])
        case "Image" | "RawInline":
            return ""
        case "Note":
            return "\n".join(("", *_lines(content), ""))
    inner = _inline(content[1] if kind in _WRAPPED else content)
    return f'"{inner}"' if kind == "Quoted" else inner
