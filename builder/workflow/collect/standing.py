"""The state of a collection on a day, and its register as documents (Rules, points 9 and 13 1))."""

from datetime import date
from pathlib import Path

from builder.analyse.status import status
from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES
from builder.compose.letters import Register, compose
from builder.model.status import Status
from builder.store.connection import private_folder
from builder.workflow.collect.desk import Desk
from builder.workflow.files import PRIVATE, write_whole
from builder.workflow.make import WRITERS
from builder.workflow.project import created


def status_of(desk: Desk, day: date) -> Status:
    """Who answered, who is late, how complete the answers are."""
    store = desk.store
    forms = (form for form in store.forms(state=None) if form.respondent)
    return status(desk.content, store.collection(), store.issues(), forms, day, reminders=store.letters())


def write_register(desk: Desk, state: Status, formats: tuple[str, ...]) -> tuple[Path, ...]:
    """The register in both languages; returns the files."""
    private_folder(desk.folder.register)
    files = []
    for language in LAW_LANGUAGES:
        tree = arrange(compose(desk.content, Register(state), language))
        for suffix in formats:
            made = WRITERS[suffix](tree, desk.project.templates, created(desk.content))
            target = desk.folder.register / f"register-{state.day.isoformat()}.{language}.{suffix}"
            write_whole(target, made.data, PRIVATE)
            files.append(target)
    return tuple(files)
