"""The manifest names every file that the words of a document come from."""

import pytest

from builder.base.inline import Runs
from builder.base.language import LAW_LANGUAGES, Language
from builder.compose.assessment.compose import Paper, compose, written_in
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.cover import Cover
from builder.compose.assessment.dossier import Dossier
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.plan_draft import PlanDraft
from builder.compose.assessment.progress import Progress
from builder.compose.assessment.report import Report
from builder.model.library import Content
from builder.model.text import Text, Wording
from tests.kinds.assessment.conftest import PERIOD

PAPERS: tuple[Paper, ...] = (
    Report(), Report(public=True), Consolidated(), Consolidated(public=True), Cover(), PlanDraft(),
    Extract("mia"), Extract("ngo"), Extract("tourism"), Progress(2019), Progress(2019, "akimats"),
)  # fmt: skip


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Paths of the texts whose words were asked for."""
    seen: set[str] = set()
    of, plain, runs = Text.__getitem__, Text.plain, Text.runs

    def noted_of(text: Text, language: Language) -> Wording:
        seen.add(text.place.path)
        return of(text, language)

    def noted_plain(text: Text, language: Language) -> str:
        seen.add(text.place.path)
        return plain(text, language)

    def noted_runs(text: Text, language: Language) -> Runs:
        seen.add(text.place.path)
        return runs(text, language)

    monkeypatch.setattr(Text, "__getitem__", noted_of)
    monkeypatch.setattr(Text, "plain", noted_plain)
    monkeypatch.setattr(Text, "runs", noted_runs)
    return seen


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_all_words_come_from_the_files_named(
    content: Content, dossier: Dossier, read: set[str], paper: Paper
) -> None:
    for language in LAW_LANGUAGES:
        read.clear()
        made = compose(content, dossier, paper, language)
        named = {f"content/{name}" for name in made.sources}
        named |= {f"assessment/{PERIOD}/{name}" for name in written_in(paper)}
        assert read <= named
        assert read
