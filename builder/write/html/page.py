"""Pages from the templates of `templates/html`: whatever is put into them is escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place


def render(templates: Path, main: str, **values: object) -> bytes:
    """The page; raises QagidaError (Q904) for a fault of a template."""
    try:
        page = _environment(templates).get_template(main).render(**values)
    except (TemplateError, OSError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        name = (error.name if isinstance(error, TemplateSyntaxError) else None) or main
        place = Place(f"{templates.parent.name}/{templates.name}/{name}", line)
        raise QagidaError(Finding("Q904", place, {"problem": str(error)})) from error
    return (page.strip() + "\n").encode()


@lru_cache(maxsize=4)
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["picture"] = Markup
    return environment
