"""What a form field looks like before and after it is filled, as drawing operators."""

# The page itself draws the box, so an empty answer draws nothing; no bytes at all are not a valid stream.
NOTHING = b"q Q\n"

# The part of an appearance that a viewer may rewrite when somebody types (ISO 32000-1, 12.7.3.3).
TYPED = b"/Tx BMC\nEMC\n"

# Chrome tries the named font for every letter only under this name; under any other it takes a system
# font by Windows code page, and those have no Kazakh letters. Other viewers do not mind the name.
FONT = "/Wingdings"

TEXT_LOOK = f"{FONT} 10 Tf 0 g"
# Size 0 lets the viewer shrink long answers until they fit, so that print shows all of them.
FITTING_LOOK = f"{FONT} 0 Tf 0 g"


def tick(width: float, height: float) -> bytes:
    """A check mark in vectors that fills most of the box and prints well in black and white."""
    points = ((0.18, 0.52), (0.42, 0.22), (0.84, 0.82))
    (x1, y1), (x2, y2), (x3, y3) = ((round(x * width, 2), round(y * height, 2)) for x, y in points)
    pen = round(width * 0.13, 2)
    return f"q 0 G {pen} w 1 J 1 j {x1} {y1} m {x2} {y2} l {x3} {y3} l S Q\n".encode("ascii")
