"""Fixed words printed in documents: every key that code may ask for, with its placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text

LABELS: Mapping[str, frozenset[str]] = {
    key: frozenset(placeholders.split())
    for key, placeholders in {
        # page furniture
        "page_of": "page total",
        "edition": "date",
        "content_hash": "hash",
        "registration_note": "number date",
        "working_copy": "",
        "draft_notice": "",
        # numbering
        "chapter": "number",
        "section": "number",
        "section_of_questionnaire": "number",
        "number_sign": "",
        # titles of documents
        "title_order": "",
        "title_questionnaire_full": "",
        "title_questionnaire_section": "number",
        "subject_order": "",
        "subject_questionnaire": "",
        "keywords": "",
        # questionnaire form
        "addressees": "",
        "general_section": "",
        "identification": "",
        "body": "",
        "region": "",
        "reporting_year": "",
        "executor": "",
        "contact": "",
        "filling_date": "",
        "choose": "",
        "choose_date": "",
        "enter_text": "",
        "enter_number": "",
        "yes": "",
        "no": "",
        "describe": "",
        "total": "",
        "count": "",
        "amount": "",
        "share": "",
        "category": "",
        "period_from": "",
        "period_to": "",
        "answer": "",
        "entry": "number",
        "by_breakdown": "breakdown",
        "reason_for_absence": "",
        "how_to_fill": "",
        "how_to_fill_text": "",
        "signature_block": "",
        "head_of_body": "",
        "signature": "",
        "full_name": "",
        "date": "",
        "place_of_seal": "",
        "language_kk": "",
        "language_ru": "",
    }.items()
}


@dataclass(frozen=True, slots=True)
class LabelsFile:
    """content/labels.yaml."""

    provenance: Provenance
    labels: Mapping[str, Text]
    place: Place
