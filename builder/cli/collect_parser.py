"""The grammar of `qagida collect`."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from builder.base.language import Language
from builder.cli.arguments import CommandParser, add_common, day, jobs, name, year
from builder.cli.words import say

FORM_FORMATS = ("docx", "pdf", "xlsx")
REGISTER_FORMATS = ("docx", "pdf", "html")
EXPORT_FORMATS = ("csv", "xlsx", "parquet")


def add_collect(parser: CommandParser, language: Language) -> None:
    """All subcommands, in the order in which a year goes."""
    commands = parser.add_subparsers(
        dest="step",
        required=True,
        title=say(language, "commands"),
        metavar=say(language, "command"),
        parser_class=CommandParser,
    )
    for step, add in STEPS.items():
        words = say(language, f"help_collect_{step}")
        command = commands.add_parser(step, help=words, description=words, language=language)
        add_common(command, language, argparse.SUPPRESS)
        if step != "registry":
            command.add_argument("--folder", type=Path, metavar="DIR", help=say(language, "help_folder"))
        add(command, language)


def _of_year(parser: CommandParser, language: Language) -> None:
    parser.add_argument("--year", type=year(language), metavar="YEAR", help=say(language, "help_year"))


def _open(parser: CommandParser, language: Language) -> None:
    parser.add_argument("year", type=year(language), metavar="YEAR", help=say(language, "help_open_year"))
    parser.add_argument("--due", type=day(language), metavar="DATE", help=say(language, "help_due"))
    parser.add_argument("--date", type=day(language), metavar="DATE", help=say(language, "help_date"))
    parser.add_argument(
        "--format", choices=FORM_FORMATS, action="append", default=[], help=say(language, "help_form_format")
    )
    parser.add_argument(
        "--respondent", action="append", default=[], metavar="ID", help=say(language, "help_respondent")
    )
    jobs(parser, language)


def _receive(parser: CommandParser, language: Language) -> None:
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="PATH", help=say(language, "help_receive_paths")
    )
    parser.add_argument("--as", dest="respondent", metavar="ID", help=say(language, "help_receive_as"))
    _of_year(parser, language)


def _status(parser: CommandParser, language: Language) -> None:
    parser.add_argument(
        "--format",
        choices=REGISTER_FORMATS,
        action="append",
        default=[],
        help=say(language, "help_register_format"),
    )
    _of_year(parser, language)


def _check(parser: CommandParser, language: Language) -> None:
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=say(language, "help_format_check")
    )
    _of_year(parser, language)


def _show(parser: CommandParser, language: Language) -> None:
    parser.add_argument("respondent", metavar="ID", help=say(language, "help_respondent_id"))
    _of_year(parser, language)


def _remind(parser: CommandParser, language: Language) -> None:
    parser.add_argument("--date", type=day(language), metavar="DATE", help=say(language, "help_date"))
    _of_year(parser, language)


def _return(parser: CommandParser, language: Language) -> None:
    parser.add_argument("respondent", metavar="ID", help=say(language, "help_respondent_id"))
    parser.add_argument("--due", type=day(language), metavar="DATE", help=say(language, "help_return_due"))
    parser.add_argument("--date", type=day(language), metavar="DATE", help=say(language, "help_date"))
    _of_year(parser, language)


def _assign(parser: CommandParser, language: Language) -> None:
    parser.add_argument("form", type=int, metavar="NUMBER", help=say(language, "help_form_number"))
    parser.add_argument("respondent", metavar="ID", help=say(language, "help_respondent_id"))
    parser.add_argument(
        "--by", required=True, type=name(language), metavar="NAME", help=say(language, "help_by")
    )
    _of_year(parser, language)


def _clear(parser: CommandParser, language: Language) -> None:
    parser.add_argument("form", type=int, metavar="NUMBER", help=say(language, "help_form_number"))
    parser.add_argument("code", metavar="CODE", help=say(language, "help_answer_code"))
    parser.add_argument(
        "--by", required=True, type=name(language), metavar="NAME", help=say(language, "help_by")
    )
    _of_year(parser, language)


def _export(parser: CommandParser, language: Language) -> None:
    parser.add_argument(
        "--format", choices=EXPORT_FORMATS, default="csv", help=say(language, "help_export_format")
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help=say(language, "help_export_out"))
    _of_year(parser, language)


def _backup(parser: CommandParser, language: Language) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say(language, "help_backup_file"))
    _of_year(parser, language)


def _restore(parser: CommandParser, language: Language) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say(language, "help_restore_file"))
    _of_year(parser, language)


def _registry(parser: CommandParser, language: Language) -> None:
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--import", dest="table", type=Path, metavar="FILE", help=say(language, "help_import"))
    doing.add_argument("--export", type=Path, metavar="FILE", help=say(language, "help_registry_export"))


STEPS: Mapping[str, Callable[[CommandParser, Language], None]] = {
    "registry": _registry,
    "open": _open,
    "receive": _receive,
    "status": _status,
    "check": _check,
    "show": _show,
    "remind": _remind,
    "return": _return,
    "assign": _assign,
    "clear": _clear,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
}
