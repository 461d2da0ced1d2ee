"""Opens a foreign PDF under limits, and says which errors a broken one gives."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import settings

from builder.read.limits import LIMITS, Limits
from builder.read.refusal import refused

BROKEN = (
    pikepdf.PdfError,
    pikepdf.DeletedObjectError,
    pikepdf.ForeignObjectError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a PDF whose parts are not what they should be makes the library raise."""

# What the library would print about a broken file is said by findings.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

_WARNINGS = 500
_FILTERS = 4
_ITEMS = 200_000


@contextmanager
def opened(data: bytes, name: str, limits: Limits = LIMITS) -> Iterator[pikepdf.Pdf]:
    """The file, while it is read. Raises QagidaError Q721 when it is damaged, Q726 when it is locked.

    The limits of the library hold for the process, so they are set for this one file and taken back.
    """
    before = settings.set_qpdf_limits(
        doc_max_warnings=_WARNINGS,
        max_stream_filters=_FILTERS,
        parser_max_container_size=_ITEMS,
        parser_max_container_size_damaged=_ITEMS,
        flate_max_memory=limits.stream,
        png_max_memory=limits.stream,
        tiff_max_memory=limits.stream,
        run_length_max_memory=limits.stream,
        dct_max_memory=limits.stream,
    )
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise refused("Q726", name) from error
    except BROKEN as error:
        raise refused("Q721", name, trouble="damaged") from error
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]
