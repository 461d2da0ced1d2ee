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
        # documents made after the SOP and the plan
        "draft_notice_translation": "",
        "draft_header": "",
        "undated_sop": "",
        "subject_sop": "",
        "subject_role": "",
        "subject_profile": "",
        "subject_plan": "",
        "contents": "",
        "abbreviation": "",
        "full_form": "",
        "direction": "",
        "functions": "",
        "title_role": "subject",
        "title_roles": "",
        "role_table": "number subject",
        # citations
        "citation": "title dated number",
        "citation_dated": "title day",
        "citation_law": "title dated number",
        "citation_joint": "numbers",
        "citation_of_body": "body dated number",
        "citation_ratified": "title how dated number",
        "list_and": "items last",
        # risk profile
        "title_profile": "subject",
        "profile_ground": "act",
        "profile_who": "",
        "profile_coordinates": "",
        "profile_functions": "",
        "profile_no_functions": "",
        "profile_area": "",
        "profile_groups": "",
        "profile_places": "",
        "profile_group": "",
        "profile_place": "",
        "profile_call": "",
        "profile_number": "",
        "profile_signs": "",
        "profile_no_signs": "",
        "profile_sign": "",
        "profile_seen": "",
        "profile_action": "",
        "profile_avoid": "",
        "profile_referral": "act",
        "profile_measures": "",
        "profile_figures": "",
        "profile_own_measures": "",
        "profile_sop_measures": "",
        "profile_questions": "",
        "profile_general": "",
        "profile_item": "",
        "profile_question": "",
        "rules_point": "number",
        # memos, cards, posters and pages
        "subject_memo": "",
        "title_memo_victim": "",
        "title_memo_staff": "",
        "title_memo_police": "",
        "memo_for_victim": "",
        "memo_for_staff": "",
        "memo_for_police": "",
        "memo_steps": "",
        "memo_avoid": "",
        "memo_basis": "sop law",
        "memo_plain": "",
        "memo_checked": "day",
        "memo_qr": "",
        "memo_address": "",
        "memo_skip": "",
        "memo_languages": "",
        "memo_language": "",
    }.items()
}


@dataclass(frozen=True, slots=True)
class LabelsFile:
    """content/labels.yaml."""

    provenance: Provenance
    labels: Mapping[str, Text]
    place: Place
