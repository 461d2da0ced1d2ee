"""The content folder to a library: which file holds what, and what must be there."""

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.load.decode import Decoder
from builder.load.keys import pairs
from builder.load.tree import MAX_BYTES, Mapping, Node, Scalar, read
from builder.model.act import OrderFile, RulesFile
from builder.model.answer_checks import AnswerChecksFile
from builder.model.citations import CitationsFile
from builder.model.contacts import ContactsFile
from builder.model.divergence import DivergencesFile
from builder.model.indicators import IndicatorsFile
from builder.model.labels import LabelsFile
from builder.model.letters import DefectsFile, LettersFile
from builder.model.library import Library
from builder.model.memos import MemosFile
from builder.model.method import MethodFile
from builder.model.plan import PlanFile
from builder.model.questionnaire import BreakdownsFile, QuestionnaireFile, SectionFile, UnitsFile
from builder.model.registry import ImportedFile, RegionsFile, RespondentsFile, RotationFile
from builder.model.roles import RolesFile
from builder.model.sop import SopFile
from builder.model.standing import STANDING_FILE, Ledger, Record, StandingFile
from builder.model.subjects import SubjectsFile
from builder.model.terms import TermsFile
from builder.model.text import Standing, Text
from builder.model.vocabulary import ValuesFile
from builder.model.wording import WordingFile

FILES: MappingType[str, tuple[str, type[Any]]] = {
    "rules/order.yaml": ("order", OrderFile),
    "rules/rules.yaml": ("rules", RulesFile),
    "rules/terms.yaml": ("terms", TermsFile),
    "rules/divergences.yaml": ("divergences", DivergencesFile),
    "questionnaire/questionnaire.yaml": ("questionnaire", QuestionnaireFile),
    "questionnaire/units.yaml": ("units", UnitsFile),
    "questionnaire/breakdowns.yaml": ("breakdowns", BreakdownsFile),
    "labels.yaml": ("labels", LabelsFile),
    "sop/subjects.yaml": ("subjects", SubjectsFile),
    "sop/contacts.yaml": ("contacts", ContactsFile),
    "sop/citations.yaml": ("citations", CitationsFile),
    "sop/sop.yaml": ("sop", SopFile),
    "sop/indicators.yaml": ("indicators", IndicatorsFile),
    "sop/roles.yaml": ("roles", RolesFile),
    "sop/memos.yaml": ("memos", MemosFile),
    "sop/wording.yaml": ("wording", WordingFile),
    "plan/2018-2020.yaml": ("plan", PlanFile),
    "registry/regions.yaml": ("regions", RegionsFile),
    "registry/respondents.yaml": ("respondents", RespondentsFile),
    "registry/imported.yaml": ("imported", ImportedFile),
    "registry/rotation.yaml": ("rotation", RotationFile),
    "collection/letters.yaml": ("letters", LettersFile),
    "collection/defects.yaml": ("defects", DefectsFile),
    "collection/checks.yaml": ("answer_checks", AnswerChecksFile),
    "collection/values.yaml": ("vocabulary", ValuesFile),
    "method/method.yaml": ("method", MethodFile),
    STANDING_FILE: ("standing", StandingFile),
}
"""Files of the content folder: the part of the library each fills, and its model."""

OPTIONAL = frozenset({"registry/imported.yaml"})
"""Files that a command writes and that need not be there."""
WRITTEN = 4 * MAX_BYTES
"""Bytes of such a file: room for five thousand bodies and more."""

SECTION_FILE = re.compile(r"questionnaire/section-(\d\d)\.yaml")
SECTIONS = tuple(f"questionnaire/section-{number:02}.yaml" for number in range(1, 17))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading: the library, the findings of reading, and the files read."""

    library: Library
    findings: tuple[Finding, ...]
    paths: tuple[str, ...]


def load(root: Path) -> Loaded:
    """Reads every file of the content folder; never raises for what a file contains."""
    parts: dict[str, Any] = {}
    sections: list[SectionFile] = []
    texts: list[Text] = []
    findings: list[Finding] = []
    names = tuple(name for name in (*FILES, *SECTIONS) if name not in OPTIONAL or (root / name).exists())
    ledger, _, found = load_file(root / STANDING_FILE, f"{root.name}/{STANDING_FILE}", StandingFile)
    findings.extend(found)
    records = {} if ledger is None else ledger.standing
    for name in names:
        part, cls = FILES.get(name, ("section", SectionFile))
        if part == "standing":
            continue
        value, found_texts, found = load_file(root / name, f"{root.name}/{name}", cls, records.get(name, {}))
        texts.extend(found_texts)
        findings.extend(found)
        if value is not None and part == "section":
            sections.append(value)
        elif value is not None:
            parts[part] = value
    findings.extend(strangers(root, root.name, names))
    library = replace(Library(**parts, standing=ledger), sections=tuple(sections), texts=tuple(texts))
    return Loaded(library, tuple(findings), names)


def load_file(
    path: Path, name: str, cls: type[Any], records: MappingType[str, Record] | None = None
) -> tuple[Any | None, list[Text], list[Finding]]:
    """One content file as its model (None when it cannot be built), its texts and findings.

    `records` are those of the ledger of standings for this file.
    """
    node, findings = read(path, name, WRITTEN if cls is ImportedFile else MAX_BYTES)
    if node is None:
        return None, [], findings
    decoder = Decoder(_standing(node), Ledger(records, lambda: pairs(node)) if records else None)
    value = decoder.decode(node, cls)
    return value, decoder.texts, [*findings, *decoder.findings]


def _standing(node: Node) -> MappingType[Language, Standing]:
    """The file's default standing, read leniently: its faults are reported when it is decoded."""
    for key in ("provenance", "standing"):
        if not isinstance(node, Mapping) or key not in node.values:
            return {}
        node = node.values[key]
    given = node.values if isinstance(node, Mapping) else {}
    words = {language: given.get(language) for language in LAW_LANGUAGES}
    return {
        language: Standing(word.value)
        for language, word in words.items()
        if isinstance(word, Scalar) and word.value in tuple(Standing)
    }


def strangers(root: Path, shown: str, names: tuple[str, ...]) -> list[Finding]:
    """Files below a folder that look like content but have no home: usually a misspelt name."""
    findings = []
    for path in sorted((*root.rglob("*.yaml"), *root.rglob("*.yml"))):
        name = path.relative_to(root).as_posix()
        if name not in names:
            near = get_close_matches(name, names, 1, 0.5)
            data = {"suggestion": near[0] if near else names[0]}
            findings.append(Finding("Q113", Place(f"{shown}/{name}"), data))
    return findings
