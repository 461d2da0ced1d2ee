"""Words of letters and registers of a collection: every key that code may ask for, with its placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text

LETTERS: Mapping[str, frozenset[str]] = {
    key: frozenset(placeholders.split())
    for key, placeholders in {
        # what all letters share
        "number_and_date": "number day",
        "signature_line": "",
        "executor": "",
        "channel_edms": "",
        "channel_post": "",
        "channel_email": "",
        "channel_courier": "",
        "days_one": "count",
        "days_few": "count",
        "days_many": "count",
        # the request
        "request_title": "year",
        "request_ground": "mia_dated mia_number mlsp_dated mlsp_number registered registration",
        "request_duty": "body",
        "request_ask": "year general section",
        "request_term_month": "due",
        "request_term_other": "due",
        "request_form": "form",
        "request_how": "channel",
        "request_reasons": "",
        "request_attachment": "form section",
        # the reminder
        "reminder_title": "year",
        "reminder_sent": "dated number year",
        "reminder_late": "due day days",
        "reminder_ahead": "due",
        "reminder_ask": "form",
        "reminder_reasons": "",
        # the letter that returns a form
        "return_title": "year",
        "return_checked": "dated number form received",
        "return_found": "",
        "return_defect": "where words",
        "return_defect_general": "words",
        "return_where_code": "section item code",
        "return_where_item": "section item",
        "return_where_section": "section",
        "return_where_head": "code",
        "return_ask": "due",
        "return_reasons": "",
        # the register of answers
        "register_title": "year",
        "register_day": "day due",
        "register_summary": "asked answered late returned waiting overdue",
        "register_completeness": "share",
        "register_by_section": "",
        "register_by_region": "",
        "register_all": "",
        "register_section": "",
        "register_region": "",
        "register_asked": "",
        "register_answered": "",
        "register_late": "",
        "register_returned": "",
        "register_waiting": "",
        "register_overdue": "",
        "register_full": "",
        "register_number": "",
        "register_respondent": "",
        "register_state": "",
        "register_forms": "",
        "register_defects": "",
        "register_no_region": "",
        "register_total": "",
        "state_answered": "",
        "state_late": "days",
        "state_returned": "",
        "state_waiting": "",
        "state_overdue": "days",
        # the letter that carries an assessment to the Commission
        "number_and_date_blank": "",
        "cover_addressee": "",
        "cover_title": "first last",
        "cover_ground": "mia_dated mia_number mlsp_dated mlsp_number",
        "cover_sends": "formed first last conclusions recommendations",
        "cover_asks": "",
        "cover_ask_meeting": "",
        "cover_ask_subjects": "",
        "cover_ask_plan": "",
        "cover_attachments": "",
        "cover_report": "first last",
        "cover_extracts": "count",
        "cover_plan": "first last",
    }.items()
}


@dataclass(frozen=True, slots=True)
class LettersFile:
    """content/collection/letters.yaml."""

    provenance: Provenance
    letters: Mapping[str, Text]
    place: Place


@dataclass(frozen=True, slots=True)
class DefectsFile:
    """content/collection/defects.yaml: for a code of a finding, the plain words that go back to a respondent.

    The words may hold the data of the finding in braces.
    """

    provenance: Provenance
    defects: Mapping[str, Text]
    place: Place
