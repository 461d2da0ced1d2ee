"""One document with every block and every kind of control, for every writer."""

from datetime import date

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.figure import ChartKind
from builder.blocks.inline import Control, ControlKind, Inlines, Option
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Document,
    Drawing,
    Furniture,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Style,
    Table,
    TableKind,
)
from tests.write.chart.samples import chart

WORDS = {
    Language.KK: ("Сауалнама", "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі", "Иә", "Жоқ", "Мәтінді енгізіңіз"),
    Language.RU: ("Опросник", "Съешь же ещё этих мягких булок", "Да", "Нет", "Введите текст"),
}


def _p(*content: Run | Control, style: Style = Style.CELL) -> Paragraph:
    return Paragraph(tuple(content), style)


def _controls(language: Language) -> tuple[Inlines, ...]:
    _, _, yes, no, hint = WORDS[language]
    return (
        (
            Run("1.1.1 "),
            Control("1.1.1.1", ControlKind.CHECK, yes),
            Run(f" {yes} "),
            Control("1.1.1.2", ControlKind.CHECK, no),
            Run(f" {no}"),
        ),
        (Run("1.1.2 "), Control("1.1.2", ControlKind.AREA, "2", hint, rows=4)),
        (Run("1.1.3 "), Control("1.1.3", ControlKind.NUMBER, "3", "0"), Run(" ₸")),
        (Run("1.1.4 "), Control("1.1.4", ControlKind.DATE, "4", "дд.мм.гггг")),
        (
            Run("1.1.5 "),
            Control("1.1.5", ControlKind.CHOICE, "5", hint, (Option("a", yes), Option("b", no))),
        ),
        (Run("1.1.6 "), Control("1.1.6", ControlKind.LINE, "6", hint)),
    )


def specimen(language: Language = Language.KK) -> Document:
    """The specimen in one language, with a foreign-language cell in it."""
    title, letters, _, _, _ = WORDS[language]
    other = Language.RU if language is Language.KK else Language.KK
    rows = tuple(
        Row((Cell((_p(Run(str(position))),)), Cell((_p(*content),))), whole=True)
        for position, content in enumerate(_controls(language), 1)
    )
    form = Table(
        TableKind.FORM,
        (1, 4),
        (Row((Cell((_p(Run("1", strong=True)),), columns=2),), band=True), *rows),
        title,
        header=(Row((Cell((_p(Run("№")),), header=True), Cell((_p(Run(letters)),), header=True))),),
    )
    spans = Table(
        TableKind.GRID,
        (1, 2, 2),
        (
            Row((Cell((_p(Run("a")),), rows=2), Cell((_p(Run("b")),)), Cell((_p(Run("c")),)))),
            Row((Cell((_p(Run("d")), _p(Run("e"))), columns=2),)),
        ),
        "spans",
    )
    sides = Table(
        TableKind.SIDES,
        (1, 1),
        (
            Row(
                (
                    Cell((Clause("1.", (Run(letters),)),), language=language),
                    Cell((_p(Run(WORDS[other][1]), style=Style.BODY),), language=other),
                )
            ),
        ),
        "sides",
    )
    layout = Table(
        TableKind.LAYOUT,
        (3, 2),
        (Row((Cell((_p(Run("post")),)), Cell((_p(Run("name")),)))),),
        "layout",
    )
    blocks: tuple[Block, ...] = (
        Paragraph((Run("stamp"),), Style.STAMP),
        Heading(1, (Run(title),), "specimen/title"),
        *(Paragraph((Run(f"{style.value} <&> #let x = 1 {{{{ 7*7 }}}}"),), style) for style in Style),
        Clause(
            "1.", (Run("strong", strong=True), Run(" "), Run("emphasis", emphasis=True)), 0, "specimen/p1"
        ),
        Clause("1)", (Run("see "), Run("point 1", target="specimen/p1")), 1, "specimen/p1.1"),
        Paragraph((Run("address", target="https://example.org/"),)),
        Heading(2, (Run("Second"),)),
        form,
        PageBreak(),
        spans,
        sides,
        layout,
        Drawing(chart(ChartKind.COLUMNS, language), f'{letters} <&> "{{{{ 7*7 }}}}"'),
        Paragraph((Run(WORDS[other][1]),), language=other),
    )
    return Document(
        kind="specimen",
        name="specimen",
        language=language.value,
        main=language,
        title=title,
        subject="specimen",
        keywords="specimen",
        edition=date(2024, 10, 24),
        furniture=Furniture("edition 24.10.2024", "0123456789", "{page} / {total}", title),
        blocks=blocks,
        sources=("content/labels.yaml",),
        form=True,
    )
