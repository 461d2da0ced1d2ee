"""A returned Word form: answers by tag, then by visible code, then by position and wording.

Forms come back from Word, LibreOffice (which drops all tags), WPS and people. What can be read is read and
the record says how it was found; what could not be placed is kept as a stray; nothing is dropped. White
space around an answer is not part of it; inside, every sign stays, with a line feed where a line ends.
"""

from collections.abc import Mapping

from builder.model.answers import Filled
from builder.ooxml.opened import UNREADABLE, Opened
from builder.ooxml.remarks import written
from builder.ooxml.returned import body
from builder.read.refusal import refused
from builder.read.word import quick
from builder.read.word.marks import completed, marks
from builder.read.word.recognise import ExpectedFor
from builder.read.word.slow import FORMAT, File, read, words_for
from builder.read.word.tolerances import by_code


def read_docx(
    data: bytes, name: str, expected_for: ExpectedFor, parts: Mapping[str, bytes] | None = None
) -> Filled:
    """One file. `expected_for` gives the blank form for what a file says of itself, or None.

    `parts` are those of the package where somebody has unpacked it already. Raises QagidaError Q721 for a
    file that cannot be read.
    """
    try:
        opened = Opened(data, parts)
        found = body(opened.tree(opened.main))
        about = marks(opened, found)
        beside = tuple(written(opened, found.remarks))
    except UNREADABLE as error:
        raise refused("Q721", name, trouble="damaged") from error
    form = expected_for(about) if about.language is not None else None
    if form is not None and not found.tracked and not beside:
        hints = words_for(about, form, expected_for).hints
        answers = quick.answers(found, form, hints)
        if answers is not None:
            findings = tuple(by_code(name, answers))
            return Filled(name, FORMAT, completed(about, answers), tuple(answers), findings=findings)
    return read(File(name, found, about, beside), form, expected_for)
