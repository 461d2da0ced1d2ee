"""From an admitted file to understood forms: the reader of its kind, then values by the questions asked."""

from collections.abc import Callable, Collection
from functools import cached_property
from typing import NamedTuple, assert_never

from builder.arrange.passes import arrange
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.base.survey_names import Version, list_code
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
from builder.read.kobo import read_files, read_kobo, read_sheets
from builder.read.lexicon import Lexicon
from builder.read.names import legible
from builder.read.numbers import with_patterns
from builder.read.pdf import read_pdf
from builder.read.questions import Questions, questions
from builder.read.sniff import Kind
from builder.read.survey.sheets import survey_sheets
from builder.read.xlsx import read_xlsx
from builder.write.xlsform.writer import version as survey_version

_GENERAL = 1
"""The section that stands in every form and has none of its own."""

SectionOf = Callable[[Marks], int | None]
"""The section of a form by what it says of itself, where a number leads to one."""


class Contents(NamedTuple):
    """The forms of a file as read, and what was found about the file as a whole."""

    forms: tuple[Filled, ...]
    findings: tuple[Finding, ...] = ()


class Reading:
    """Blank forms, questions and the vocabulary, each made once and kept."""

    def __init__(self, content: Content, year: int) -> None:
        self._content = content
        self._year = year
        self._forms: dict[tuple[int | None, Language], Expected | None] = {}
        self._books: dict[tuple[int, Language], Workbook] = {}
        self._questions: dict[int | None, Questions] = {}
        self._sections = frozenset(one.number for one in content.sections if one.number != _GENERAL)
        self._versions: dict[int, Version] = {}

    def filled(self, file: Admitted, section_of: SectionOf) -> Contents:
        """The forms of a file as read, nothing understood yet. Raises QagidaError for one that is damaged."""
        match file.kind:
            case Kind.DOCX:
                return Contents((read_docx(file.data, file.name, self._form, file.parts),))
            case Kind.PDF:
                return Contents((self._pdf(file, section_of),))
            case Kind.XLSX:
                return self._workbook(file)
            case Kind.CSV | Kind.JSON:
                export = read_kobo(file.data, file.name, self._lists)
                return Contents(export.forms, export.findings)
            case Kind.EXPORT:
                export = read_files(file.parts.items(), file.name, self._lists)
                return Contents(export.forms, export.findings)
            case _:
                assert_never(file.kind)

    def version(self, section: int) -> Version | None:
        """The version of a section's survey as it goes out; None where there is no such section."""
        if section not in self._sections:
            return None
        if section not in self._versions:
            self._versions[section] = survey_version(*(self._book(section, one) for one in LAW_LANGUAGES))
        return self._versions[section]

    def _workbook(self, file: Admitted) -> Contents:
        """A form in a workbook, or submissions in one that a server made of them."""
        sheets = survey_sheets(file.parts, file.name)
        if sheets is None:
            return Contents((read_xlsx(file.data, file.name, self._book),))
        export = read_sheets(sheets.tables, file.name)
        others = (Finding("Q796", Place(file.name), {"sheet": legible(title)}) for title in sheets.others)
        return Contents(export.forms, (*export.findings, *others))

    def _lists(self, section: int) -> frozenset[str]:
        """The lists of a section's form."""
        if section not in self._sections:
            return frozenset()
        lines = self._book(section, LAW_LANGUAGES[0]).lines
        return frozenset(list_code(line.code) for line in lines if line.entry is not None)

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
