"""The command line's grammar, with help in three languages."""

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from builder import __version__
from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.cli.words import locale_language, say
from builder.compose.request import EVERY_LANGUAGE
from builder.workflow.make import WRITERS

PROGRAM = "qagida"


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


class _Parser(argparse.ArgumentParser):
    """Speaks the person's language and raises instead of leaving the program."""

    def __init__(self, language: Language, **options: object) -> None:
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


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command with its options; `ui_lang` is settled first so that help and errors follow it."""
    language = _language(arguments)
    namespace = _grammar(language).parse_args(arguments)
    namespace.ui_lang = language
    return namespace


def _language(arguments: Sequence[str]) -> Language:
    for position, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if option == "--ui-lang":
            value = value or next(iter(arguments[position + 1 : position + 2]), "")
            if value in UI_LANGUAGES:
                return Language(value)
    return locale_language()


def _grammar(language: Language) -> _Parser:
    parser = _Parser(language, prog=PROGRAM, description=say(language, "about"))
    parser.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=say(language, "help_version")
    )
    _common(parser, language)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=say(language, "commands"),
        metavar=say(language, "command"),
        parser_class=_Sub,
    )
    for name, add in _COMMANDS.items():
        words = say(language, f"help_{name}")
        command = commands.add_parser(name, help=words, description=words, language=language)
        _common(command, language, argparse.SUPPRESS)
        add(command, language)
    return parser


class _Sub(_Parser):
    """A subcommand's parser; argparse makes it with keyword arguments only."""

    def __init__(self, *, language: Language = Language.EN, **options: object) -> None:
        super().__init__(language, **options)


def _common(parser: _Parser, language: Language, default: str | None = None) -> None:
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


def _check(parser: _Parser, language: Language) -> None:
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=say(language, "help_format_check")
    )
    parser.add_argument("--strict", action="store_true", help=say(language, "help_strict"))


def _select(parser: _Parser, language: Language) -> None:
    repeated = {"action": "append", "default": []}
    parser.add_argument("--kind", metavar="KIND", help=say(language, "help_kind"), **repeated)  # type: ignore[arg-type]
    parser.add_argument(
        "--section",
        type=_number(language),
        metavar="N",
        help=say(language, "help_section"),
        **repeated,  # type: ignore[arg-type]
    )
    parser.add_argument("--subject", metavar="ID", help=say(language, "help_subject"), **repeated)  # type: ignore[arg-type]
    parser.add_argument("--lang", choices=EVERY_LANGUAGE, help=say(language, "help_lang"), **repeated)  # type: ignore[arg-type]


def _build(parser: _Parser, language: Language) -> None:
    _select(parser, language)
    parser.add_argument(
        "--format", choices=tuple(WRITERS), action="append", default=[], help=say(language, "help_format")
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_out"))
    parser.add_argument(
        "--jobs",
        type=_number(language),
        metavar="N",
        default=os.cpu_count() or 1,
        help=say(language, "help_jobs"),
    )
    parser.add_argument("--official", action="store_true", help=say(language, "help_official"))


def _verify(parser: _Parser, language: Language) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say(language, "help_file"))
    parser.add_argument(
        "--lang",
        required=True,
        choices=[str(item) for item in LAW_LANGUAGES],
        help=say(language, "help_verify_lang"),
    )
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=say(language, "help_format_check")
    )


def _translations(parser: _Parser, language: Language) -> None:
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=say(language, "help_format_check")
    )
    parser.add_argument(
        "--show",
        choices=["draft", "stale", "missing"],
        action="append",
        default=[],
        help=say(language, "help_show"),
    )
    parser.add_argument("--record", action="store_true", help=say(language, "help_record"))


def _confirm(parser: _Parser, language: Language) -> None:
    parser.add_argument("what", metavar="PATH-OR-ID", help=say(language, "help_what"))
    languages = [str(item) for item in LAW_LANGUAGES]
    parser.add_argument("--lang", required=True, choices=languages, help=say(language, "help_confirm_lang"))
    parser.add_argument(
        "--by", required=True, type=_name(language), metavar="NAME", help=say(language, "help_by")
    )
    parser.add_argument("--on", type=_date(language), metavar="DATE", help=say(language, "help_on"))
    parser.add_argument("--draft", action="store_true", help=say(language, "help_draft"))


def _explain(parser: _Parser, language: Language) -> None:
    parser.add_argument("code", metavar="CODE", help=say(language, "help_code"))


def _schema(parser: _Parser, language: Language) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_schema_out"))


def _number(language: Language):  # type: ignore[no-untyped-def]
    def read(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 1000:
            raise argparse.ArgumentTypeError(say(language, "bad_number", value=value))
        return int(value)

    return read


def _name(language: Language):  # type: ignore[no-untyped-def]
    def read(value: str) -> str:
        if not value.strip() or not value.isprintable():
            raise argparse.ArgumentTypeError(say(language, "bad_name"))
        return value

    return read


def _date(language: Language):  # type: ignore[no-untyped-def]
    def read(value: str) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise argparse.ArgumentTypeError(say(language, "bad_date", value=value)) from None

    return read


_COMMANDS = {
    "check": _check,
    "build": _build,
    "list": _select,
    "verify": _verify,
    "translations": _translations,
    "confirm": _confirm,
    "explain": _explain,
    "schema": _schema,
}
