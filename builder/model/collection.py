"""One yearly collection (Rules, points 3 and 9): who was asked, when, by whom, until when."""

from dataclasses import dataclass
from datetime import date

from builder.base.form_id import FormId
from builder.base.language import Language
from builder.model.registry import Respondent


@dataclass(frozen=True, slots=True)
class Collection:
    """`year` is the year asked about; `coordinator` the id of the body that signs (Rules, point 6).

    `edition` is that of the questionnaire under which forms went out.
    """

    year: int
    opened: date
    due: date
    coordinator: str
    edition: date


@dataclass(frozen=True, slots=True)
class Issue:
    """What one respondent was sent: letters and forms with the same number in every language."""

    number: int
    respondent: Respondent
    collection: Collection

    @property
    def letter_number(self) -> str:
        """The outgoing number, the same in both languages."""
        return f"{self.collection.year}/{self.number:05}"

    def form_id(self, language: Language) -> FormId:
        return FormId(self.collection.year, self.number, language)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A letter that went out after the request: `kind` is `reminder` or `return`.

    `form` is the form that a letter of return sends back, by its number in the store.
    """

    kind: str
    respondent: str
    day: date
    number: str
    form: int | None = None
