"""Evidence for tests: of a few invented bodies, and of the example years as their forms say."""

from collections.abc import Iterable, Mapping
from datetime import date

from builder.base.language import Language
from builder.model.answers import Filled, Form, Found, How, Marks, State
from builder.model.collection import Collection, Issue
from builder.model.evidence import Evidence, Year
from builder.model.library import Content
from builder.model.registry import Respondent, Words
from builder.model.respondents import respondents
from builder.read.form import understood
from builder.read.numbers import with_patterns
from builder.read.questions import questions
from examples.years import YEARS, example, words
from tests.analyse.forms import RECEIVED, form

EDITION = date(2024, 10, 24)

Answers = Mapping[str, object]


def collection(year: int, edition: date = EDITION) -> Collection:
    return Collection(year, date(year + 1, 1, 5), date(year + 1, 2, 5), "mia", edition)


def body(name: str, section: int, region: str | None = None, subject: str = "mia") -> Respondent:
    return Respondent(name, subject, section, Words(name, name), Words(name, name), region)


def year_of(
    number: int,
    asked: Iterable[Respondent],
    answers: Mapping[str, Answers],
    edition: date = EDITION,
) -> Year:
    """A year in which `asked` got the form and those in `answers` sent it back."""
    opened = collection(number, edition)
    issues = tuple(Issue(position, one, opened) for position, one in enumerate(asked, 1))
    forms = tuple(
        form(issue.respondent.section, answers[issue.respondent.id], issue.respondent.id, number=issue.number)
        for issue in issues
        if issue.respondent.id in answers
    )
    return Year(opened, issues, forms)


def example_years(content: Content) -> Evidence:
    """The example years as if every form had been read without loss; one body of each year stays silent."""
    chosen = ("mia", "police-abai", "mfa", "mci", "ngo-aktobe", "ngo-shymkent")
    known = {one.id: one for one in respondents(content)}
    return Evidence(tuple(_example_year(content, year, [known[name] for name in chosen]) for year in YEARS))


def _example_year(content: Content, number: int, asked: list[Respondent]) -> Year:
    year, opened = example(number), collection(number)
    forms = []
    for position, one in enumerate(year.forms, 1):
        section = next(who.section for who in asked if who.id == one.respondent)
        given = words(content, section, year, one)
        forms.append(_form(content, position, one.respondent, section, given))
    issues = tuple(Issue(position, who, opened) for position, who in enumerate(asked, 1))
    return Year(opened, issues, tuple(forms))


def _form(content: Content, number: int, respondent: str, section: int, given: Mapping[str, str]) -> Form:
    name = f"{respondent}.docx"
    found = tuple(
        Found(code, text, How.TAG, f"paragraph {n}") for n, (code, text) in enumerate(given.items())
    )
    filled = Filled(name, "docx", Marks(), found)
    answers = understood(filled, questions(content, section), with_patterns(content.vocabulary)).answers
    return Form(
        number, respondent, section, Language.RU, name, "docx", "0" * 64, RECEIVED, State.CURRENT, answers
    )
