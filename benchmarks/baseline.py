"""The usual way: a docxtpl template that loops over the same blocks, then LibreOffice in one batch call."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document as WordDocument
from docxtpl import DocxTemplate

from benchmarks.measure import Cost, of_call, of_command
from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Document, PageBreak, Table

COLUMNS = 3


def cost(documents: tuple[Document, ...]) -> tuple[Cost, Cost, int]:
    """Cost of filling the templates, cost of the conversion, and how many PDFs came out."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "docx", Path(folder) / "pdf"
        source.mkdir()
        filling, _ = of_call(lambda: _fill(documents, source))
        converting = of_command(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(target),
                *map(str, sorted(source.iterdir())),
            ]
        )
        return filling, converting, len(list(target.glob("*.pdf")))


def _fill(documents: tuple[Document, ...], folder: Path) -> None:
    template = _template()
    for number, document in enumerate(documents):
        word = DocxTemplate(io.BytesIO(template))
        word.render({"blocks": _context(document.blocks)}, autoescape=True)
        word.save(folder / f"{number:02}.docx")


def _template() -> bytes:
    """Paragraphs and tables of up to three columns, as a person would write it in Word."""
    word = WordDocument()
    word.add_paragraph("{%p for block in blocks %}")
    word.add_paragraph("{%p if block.words is defined %}")
    word.add_paragraph("{{ block.words }}")
    word.add_paragraph("{%p else %}")
    table = word.add_table(rows=3, cols=COLUMNS, style="Table Grid")
    table.rows[0].cells[0].text = "{%tr for row in block.rows %}"
    for position in range(COLUMNS):
        table.rows[1].cells[position].text = f"{{{{ row[{position}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def _context(blocks: tuple[Block, ...]) -> list[dict[str, object]]:
    return [_block(block) for block in blocks if not isinstance(block, PageBreak)]


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Table):
        rows = [
            [_lines(cell.blocks) for cell in row.cells][:COLUMNS] + [""] * (COLUMNS - len(row.cells))
            for row in (*block.header, *block.rows)
        ]
        return {"rows": rows}
    return {"words": "" if isinstance(block, PageBreak) else _words(block.content)}


def _lines(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_words(block.content) for block in blocks if not isinstance(block, Table | PageBreak))


def _words(content: Inlines) -> str:
    """Controls become blanks to write on: simpler than ours, which is in the baseline's favour."""
    return "".join(item.text if isinstance(item, Run) else "________" for item in content)
