"""The one module that knows segno: an address as a square that a phone reads."""

import io

_QUIET = 4
"""Modules of white around the square that readers ask for (ISO/IEC 18004)."""


def svg(address: str) -> str:
    """The square as an SVG image without size: black on white, correction level M."""
    import segno  # noqa: PLC0415 - few documents have such a square

    target = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        target,
        kind="svg",
        border=_QUIET,
        xmldecl=False,
        omitsize=True,
        nl=False,
        svgclass=None,
        lineclass=None,
        light="#fff",
    )
    return target.getvalue().decode()
