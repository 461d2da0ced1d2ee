"""JSON Schema files for editors, from the model."""

import json
from pathlib import Path

from builder.load.schema import schemas
from builder.workflow.files import write_whole


def write_schemas(folder: Path) -> int:
    """Writes a schema per kind of content file; answers how many."""
    made = schemas()
    for name, schema in made.items():
        data = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        write_whole(folder / name, data)
    return len(made)
