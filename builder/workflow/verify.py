"""Holds the content against a publication."""

from pathlib import Path

from builder.base.language import Language
from builder.load.library import load
from builder.load.office import read_text
from builder.verify.compare import compare
from builder.verify.difference import Comparison
from builder.workflow.project import Project


def verify_publication(project: Project, publication: Path, language: Language) -> Comparison:
    """The comparison of every official text with the words of a file (Q909, Q910 where it cannot be read)."""
    words = read_text(publication)
    return compare(load(project.content).library, words, language)
