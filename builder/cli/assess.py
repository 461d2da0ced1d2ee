"""`qagida assess`: the assessment at the keyboard."""

from builder.base.language import Language
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.ranking import Ranking

OK = 0


def run_explain(
    content: Content, evidence: Evidence, rankings: tuple[Ranking, ...], code: str, language: Language
) -> int:
    """How a rank came about, down to the answers and files; Q953 for a code that is not ranked."""
    from builder.workflow.assess.explain import explanation

    for line in explanation(content, evidence, rankings, code, language):
        print("  " * line.depth + line.text)
    return OK
