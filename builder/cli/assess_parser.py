"""The grammar of `qagida assess`."""

from pathlib import Path

from builder.base.language import LAW_LANGUAGES, Language
from builder.cli.arguments import CommandParser, jobs
from builder.cli.words import say
from builder.compose.request import OFFICE


def add_assess(parser: CommandParser, language: Language) -> None:
    """A period or a year of it, then what to make or what to explain."""
    parser.add_argument("period", metavar="PERIOD", help=say(language, "help_period"))
    parser.add_argument("--explain", metavar="CODE", help=say(language, "help_assess_explain"))
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help=say(language, "help_assess_only")
    )
    parser.add_argument(
        "--lang",
        choices=[str(item) for item in LAW_LANGUAGES],
        action="append",
        default=[],
        help=say(language, "help_assess_lang"),
    )
    parser.add_argument(
        "--format", choices=OFFICE, action="append", default=[], help=say(language, "help_assess_format")
    )
    parser.add_argument("--collections", type=Path, metavar="DIR", help=say(language, "help_collections"))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_out"))
    jobs(parser, language)
