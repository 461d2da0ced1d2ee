"""Letters and registers of a yearly collection: trees like any document, made with what a collection knows.

`compose(content, letter, language)` gives the document; a letter is one of `RequestLetter`, `ReminderLetter`,
`ReturnLetter`, `Register`.
"""

from builder.compose.letters.compose import Letter, compose
from builder.compose.letters.register import Register
from builder.compose.letters.reminder import ReminderLetter
from builder.compose.letters.request import RequestLetter
from builder.compose.letters.returned import ReturnLetter

__all__ = ["Letter", "Register", "ReminderLetter", "RequestLetter", "ReturnLetter", "compose"]
