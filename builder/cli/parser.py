"""The command line's grammar, with help in three languages."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from builder import __version__
from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.cli.arguments import CommandParser, add_common, day, jobs, name, number
from builder.cli.words import locale_language, say

PROGRAM = "qagida"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command with its options; `ui_lang` is settled first so that help and errors follow it."""
    language = _language(arguments)
    namespace = _grammar(arguments, language).parse_args(arguments)
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


def _grammar(arguments: Sequence[str], language: Language) -> CommandParser:
    """Every command with a line of help; options only of a command that is named, for they cost time."""
    parser = CommandParser(language=language, prog=PROGRAM, description=say(language, "about"))
    parser.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=say(language, "help_version")
    )
    add_common(parser, language)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=say(language, "commands"),
        metavar=say(language, "command"),
        parser_class=CommandParser,
    )
    for command_name, add in _COMMANDS.items():
        words = say(language, f"help_{command_name}")
        command = commands.add_parser(command_name, help=words, description=words, language=language)
        if command_name in arguments:
            add_common(command, language, argparse.SUPPRESS)
            add(command, language)
    return parser


def _check(parser: CommandParser, language: Language) -> None:
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=say(language, "help_format_check")
    )
    parser.add_argument("--strict", action="store_true", help=say(language, "help_strict"))


def _select(parser: CommandParser, language: Language) -> None:
    from builder.compose.request import EVERY_LANGUAGE

    repeated = {"action": "append", "default": []}
    parser.add_argument("--kind", metavar="KIND", help=say(language, "help_kind"), **repeated)  # type: ignore[arg-type]
    parser.add_argument(
        "--section",
        type=number(language),
        metavar="N",
        help=say(language, "help_section"),
        **repeated,  # type: ignore[arg-type]
    )
    parser.add_argument("--subject", metavar="ID", help=say(language, "help_subject"), **repeated)  # type: ignore[arg-type]
    parser.add_argument("--lang", choices=EVERY_LANGUAGE, help=say(language, "help_lang"), **repeated)  # type: ignore[arg-type]


def _build(parser: CommandParser, language: Language) -> None:
    from builder.workflow.make import WRITERS

    _select(parser, language)
    parser.add_argument(
        "--format", choices=tuple(WRITERS), action="append", default=[], help=say(language, "help_format")
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_out"))
    jobs(parser, language)
    parser.add_argument("--official", action="store_true", help=say(language, "help_official"))


def _verify(parser: CommandParser, language: Language) -> None:
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


def _translations(parser: CommandParser, language: Language) -> None:
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


def _confirm(parser: CommandParser, language: Language) -> None:
    parser.add_argument("what", metavar="PATH-OR-ID", help=say(language, "help_what"))
    languages = [str(item) for item in LAW_LANGUAGES]
    parser.add_argument("--lang", required=True, choices=languages, help=say(language, "help_confirm_lang"))
    parser.add_argument(
        "--by", required=True, type=name(language), metavar="NAME", help=say(language, "help_by")
    )
    parser.add_argument("--on", type=day(language), metavar="DATE", help=say(language, "help_on"))
    parser.add_argument("--draft", action="store_true", help=say(language, "help_draft"))


def _collect(parser: CommandParser, language: Language) -> None:
    from builder.cli.collect_parser import add_collect

    add_collect(parser, language)


def _assess(parser: CommandParser, language: Language) -> None:
    from builder.cli.assess_parser import add_assess

    add_assess(parser, language)


def _explain(parser: CommandParser, language: Language) -> None:
    parser.add_argument("code", metavar="CODE", help=say(language, "help_code"))


def _schema(parser: CommandParser, language: Language) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_schema_out"))


_COMMANDS = {
    "check": _check,
    "build": _build,
    "list": _select,
    "verify": _verify,
    "translations": _translations,
    "confirm": _confirm,
    "collect": _collect,
    "assess": _assess,
    "explain": _explain,
    "schema": _schema,
}
