"""What every grammar of the command line is made of: the parser, shared options, kinds of argument."""

import argparse
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from builder.base.language import UI_LANGUAGES, Language
from builder.cli.words import say


class UsageError(Exception):
    """The command line could not be understood; the message is in the person's language."""


_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "usage_required"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "usage_unrecognized"),
    (re.compile(r"argument (?P<names>[^:]+): expected .*argument"), "usage_expects_value"),
    (re.compile(r"argument (?P<names>[^:]+): (?P<problem>.+)"), "usage_argument"),
)
"""What argparse complains of, in its own English, and our words for it."""


def _in_words(message: str, language: Language) -> str:
    for pattern, key in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found:
            return say(language, key, **found.groupdict())
    return message


class _Formatter(argparse.HelpFormatter):
    language = Language.EN

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, say(self.language, "usage") if prefix is None else prefix)


class CommandParser(argparse.ArgumentParser):
    """Speaks the person's language and raises instead of leaving the program."""

    def __init__(self, *, language: Language = Language.EN, **options: object) -> None:
        formatter = type("Formatter", (_Formatter,), {"language": language})
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=formatter, **options)  # type: ignore[arg-type]
        self.language = language
        self._positionals.title = say(language, "arguments")
        self._optionals.title = say(language, "options")
        self.add_argument("-h", "--help", action="help", help=say(language, "help_help"))

    def error(self, message: str) -> NoReturn:
        problem = _in_words(message, self.language)
        raise UsageError(say(self.language, "bad_usage", problem=problem, program=self.prog))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(str, action.choices))
            problem = say(self.language, "bad_choice", value=value, choices=choices)
            raise argparse.ArgumentError(action, problem)


def add_common(parser: CommandParser, language: Language, default: str | None = None) -> None:
    """Options that may stand before or after the command."""
    parser.add_argument(
        "--ui-lang",
        choices=[str(item) for item in UI_LANGUAGES],
        default=default,
        help=say(language, "help_ui_lang"),
    )
    parser.add_argument(
        "--project", type=Path, metavar="DIR", default=default, help=say(language, "help_project")
    )


def number(language: Language) -> Callable[[str], int]:
    """A whole number from 1 to 999."""

    def read(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 1000:
            raise argparse.ArgumentTypeError(say(language, "bad_number", value=value))
        return int(value)

    return read


def name(language: Language) -> Callable[[str], str]:
    """The name of a person or a post."""

    def read(value: str) -> str:
        if not value.strip() or not value.isprintable():
            raise argparse.ArgumentTypeError(say(language, "bad_name"))
        return value

    return read


def day(language: Language) -> Callable[[str], date]:
    """A day such as 2026-11-21."""

    def read(value: str) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise argparse.ArgumentTypeError(say(language, "bad_date", value=value)) from None

    return read


def year(language: Language) -> Callable[[str], int]:
    """A year of four digits."""

    def read(value: str) -> int:
        if not re.fullmatch(r"(19|20)[0-9]{2}", value):
            raise argparse.ArgumentTypeError(say(language, "bad_year", value=value))
        return int(value)

    return read


def jobs(parser: CommandParser, language: Language) -> None:
    """The option that says how many processes work at once."""
    parser.add_argument(
        "--jobs",
        type=number(language),
        metavar="N",
        default=os.cpu_count() or 1,
        help=say(language, "help_jobs"),
    )
