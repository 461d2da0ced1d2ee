"""From an admitted file to understood forms: the reader of its kind, then values by the questions asked."""

from collections.abc import Callable, Collection
from functools import cached_property
from typing import assert_never

from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.workbook import Workbook
from builder.compose import workbook
from builder.compose.addressed import blank
from builder.compose.kinds import bodies, document
from builder.compose.questionnaire import requests
from builder.model.answers import Filled, Marks
from builder.model.library import Content
from builder.read.docx import read_docx
from builder.read.expected import Expected, expected
from builder.read.form import Understanding, understood
from builder.read.guard import Admitted
from builder.read.kobo import read_kobo
from builder.read.lexicon import Lexicon
from builder.read.numbers import with_patterns
from builder.read.pdf import read_pdf
from builder.read.questions import Questions, questions
from builder.read.sniff import Kind
from builder.read.xlsx import read_xlsx

SectionOf = Callable[[Marks], int | None]
"""The section of a form by what it says of itself, where a number leads to one."""


class Reading:
    """Blank forms, questions and the vocabulary, each made once and kept."""

    def __init__(self, content: Content, year: int) -> None:
        self._content = content
        self._year = year
        self._forms: dict[tuple[int | None, Language], Expected | None] = {}
        self._books: dict[tuple[int, Language], Workbook] = {}
        self._questions: dict[int | None, Questions] = {}

    def filled(self, file: Admitted, section_of: SectionOf) -> tuple[Filled, ...]:
        """The forms of a file as read, nothing understood yet. Raises QagidaError for one that is damaged."""
        match file.kind:
            case Kind.DOCX:
                return (read_docx(file.data, file.name, self._form, file.parts),)
            case Kind.PDF:
                return (self._pdf(file, section_of),)
            case Kind.XLSX:
                return (read_xlsx(file.data, file.name, self._book),)
            case Kind.CSV | Kind.JSON:
                return read_kobo(file.data, file.name)
            case _:
                assert_never(file.kind)

    def understood(self, filled: Filled, section: int | None) -> Understanding:
        """Answers by code; without a section those of all sections are known."""
        if section not in self._questions:
            self._questions[section] = self._asked(section)
        return understood(filled, self._questions[section], self._lexicon)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return with_patterns(self._content.vocabulary)

    def _asked(self, section: int | None) -> Questions:
        if section is not None:
            return questions(self._content, section, self._year)
        every = (questions(self._content, one.number, self._year) for one in self._content.sections)
        return {code: question for known in every for code, question in known.items()}

    def _pdf(self, file: Admitted, section_of: SectionOf) -> Filled:
        """With the codes of its form, found by the marks of the file: then lost fields can be told."""

        def codes(marks: Marks) -> Collection[str]:
            form = self._form_of(marks.section or section_of(marks), marks.language)
            return () if form is None else form.slots.keys()

        return read_pdf(file.data, file.name, codes)

    def _form(self, marks: Marks) -> Expected | None:
        return self._form_of(marks.section, marks.language)

    def _form_of(self, section: int | None, language: Language | None) -> Expected | None:
        """The blank form of a section, or of the whole questionnaire; None where there is no such form."""
        if language is None:
            return None
        key = (section, language)
        if key not in self._forms:
            self._forms[key] = self._blank(*key)
        return self._forms[key]

    def _blank(self, section: int | None, language: Language) -> Expected | None:
        if language not in LAW_LANGUAGES:
            return None
        if section is None:
            request = next(one for one in requests(self._content) if one.language == language)
            (blocks,) = bodies(self._content, request)
            return expected(arrange(document(self._content, request, blocks)).blocks)
        try:
            return expected(arrange(blank(self._content, section, language)).blocks)
        except KeyError:
            return None

    def _book(self, section: int, language: Language) -> Workbook:
        key = (section, language)
        if key not in self._books:
            self._books[key] = workbook.blank(self._content, section, language)
        return self._books[key]
