"""Charts as pictures: `picture.py` is the door, `canvas.py` the one module that knows matplotlib."""
