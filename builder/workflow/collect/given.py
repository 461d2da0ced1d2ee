"""A form given to a body by somebody who knows whose it is: it is checked as one that has just come."""

from collections.abc import Iterable
from dataclasses import replace

from builder.analyse.checked import check_form
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.model.answers import Form
from builder.model.library import Content
from builder.model.registry import Respondent
from builder.read.wording import folded
from builder.store.shapes import Deed, Incoming, Kept
from builder.workflow.collect.against import against
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.noticed import other_section
from builder.workflow.collect.owner import Register


def register_of(desk: Desk) -> Register:
    """Who was asked, for looking up."""
    return Register(desk.store.issues(), regions(desk.content))


def regions(content: Content) -> dict[str, frozenset[str]]:
    """How each region may be written: its id and its names."""
    return {
        one.id: frozenset(folded(words) for words in (one.id, *map(one.text.plain, LAW_LANGUAGES)))
        for one in content.breakdown("region").categories
    }


def give(desk: Desk, register: Register, owner: Respondent, deed: Deed, before: Form | None) -> Kept:
    """The form of a deed to its owner, for whom it counts from now on.

    `before` is what that body answered the year before.
    """
    store = desk.store
    form = store.form(deed.form)

    def compared(earlier: Form, later: Incoming) -> Iterable[Finding]:
        return against(earlier, later, form.name)

    section = form.section or owner.section
    found = (
        *register.against(form.name, owner, form.answers),
        *other_section(form.name, section, owner),
    )
    kept = store.assign(form.id, deed, owner.id, compared, found)
    checked = check_form(desk.content, store.form(form.id), before, store.collection().year)
    store.replace_checks(form.id, checked)
    return replace(kept, checked=checked, defects=len(checked))
