"""Fills a PDF form as a viewer does: values by code, ticks by `True`."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def fill(data: bytes, answers: Mapping[str, str | bool]) -> bytes:
    """The form with the answers in its fields; KeyError for a code that the form does not have.

    Words go in as they are typed. The pictures of the fields are left to the viewer, as most libraries do:
    the file says so (`NeedAppearances`).
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        fields = {str(field.TM): field for field in pdf.Root.AcroForm.Fields}
        for code, answer in answers.items():
            field = fields[code]
            if isinstance(answer, bool):
                field.V = field.AS = Name.Yes if answer else Name.Off
            else:
                field.V = String(answer)
        pdf.Root.AcroForm.NeedAppearances = True
        return _saved(pdf)


def rename(data: bytes, code: str, name: str) -> bytes:
    """The same form after a program gave a field a name of its own."""
    with pikepdf.open(BytesIO(data)) as pdf:
        field = next(field for field in pdf.Root.AcroForm.Fields if str(field.TM) == code)
        del field.TM
        field.T = String(name)
        return _saved(pdf)


def note(data: bytes, page: int, box: tuple[float, float, float, float], words: str) -> bytes:
    """The same form with words put over a page (counted from 1) instead of into a field."""
    with pikepdf.open(BytesIO(data)) as pdf:
        target = pdf.pages[page - 1].obj
        words_over = Dictionary(
            Type=Name.Annot,
            Subtype=Name.FreeText,
            Rect=Array(box),
            Contents=String(words),
            DA=String("/Helv 10 Tf"),
        )
        target.Annots.append(pdf.make_indirect(words_over))
        return _saved(pdf)


def flatten(data: bytes) -> bytes:
    """The same form after it was printed to a file: no fields are left."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.flatten_annotations("all")
        for page in pdf.pages:
            if "/Annots" in page.obj:
                del page.obj.Annots
        del pdf.Root.AcroForm
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()
