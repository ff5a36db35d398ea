"""What the inspection pack is made of: its parts in order, the registers of each, and the chapters of no register."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.i18n import N_
from dossier.model.activity import Activity, ClientProcessing
from dossier.model.breach import Breach
from dossier.model.dpia import Dpia
from dossier.model.evidence import (
    Action,
    AuthorityExchange,
    Document,
    HandOver,
    LegalSetting,
    Removal,
    Statement,
    Waiver,
)
from dossier.model.measure import Measure, Operation, Procedure
from dossier.model.notice import Notice, Tracker
from dossier.model.organisation import DpoDesignation, DpoOpinion, Organisation
from dossier.model.processor import JointArrangement, Processor
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary_pack import PackPart


class Own(NamedTuple):
    """A chapter that is not the register of a kind.

    `follows` is the register without which it has nothing to tell. An `internal` one leaves for an authority only when
    it is ticked. `tells` are the fields it prints ("purpose.basis"), for the embedded data.
    """

    name: str
    label: str
    follows: type[Record] | None = None
    internal: bool = False
    tells: tuple[str, ...] = ()


Piece = type[Record] | Own

BASES = (
    *("basis", "basis_stated", "basis_text", "interest", "balancing_necessity", "balancing_impact"),
    *("balancing_safeguards", "balancing", "balancing_holds", "balancing_on", "balancing_document"),
    *("compatibility", "compatibility_document", "consent_mechanisms", "consent_text", "consent_proof"),
    "consent_withdrawal",
)
"""What is told of a purpose among the legal bases."""

ORGANISATION = ("name", "legal_form", "siren", "address", "postal_code", "city", "representative_name")
OFFICER = ("name", "type", "designated_on", "cnil_number", "email")
"""What the summary tells of the organisation and of its officer."""

SUMMARY = Own(
    "summary",
    N_("Summary"),
    tells=(*(f"organisation.{one}" for one in ORGANISATION), *(f"dpo_designation.{one}" for one in OFFICER)),
)
LEGAL_BASES = Own(
    "legal_bases",
    N_("Legal bases"),
    tells=("activity.name", *(f"purpose.{name}" for name in ("name", "activity", *BASES))),
)
PERIOD = ("phase", "duration", "criterion", "trigger", "trigger_text", "raw_text", "legal_source", "justification")
FATE = ("final_fate", "fate_text", "purge_mode")
PURGE = ("done_on", "name", "about", "evidence", "result", "next_due")
"""What the retention schedule tells of a retention and of a purge."""

RETENTION = Own(
    "retention",
    N_("Retention schedule and purge proofs"),
    tells=(
        *("activity.name", "data_item.name", "data_item.activity"),
        *(f"retention.{name}" for name in ("name", "activity", "data_items", *PERIOD, *FATE)),
        *(f"operation.{name}" for name in ("type", *PURGE)),
    ),
)
STATISTICS = Own("statistics", N_("Statistics of breaches"), follows=Breach, internal=True)
SCREENED = ("name", "dpia_criteria", "dpia_list", "dpia_screened_on", "dpia_waiver")
SCREENING = Own(
    "screening",
    N_("Screening"),
    follows=Dpia,
    tells=(*(f"activity.{one}" for one in SCREENED), "dpia.activities"),
)
ACTION_PLAN = Own(
    "action_plan",
    N_("Action plan"),
    follows=Measure,
    internal=True,
    tells=tuple(
        f"{kind}.{name}" for kind in ("action", "measure") for name in ("name", "state", "due_on", "priority", "owner")
    ),
)
FINDINGS = Own("findings", N_("Findings"), internal=True)
ENCLOSED = Own("enclosed", N_("Documents handed over"), tells=("document.name", "document.size", "document.sha256"))
"""The documents handed over beside the PDF: in a pack only where some are."""

GLOSSARY = Own("glossary", N_("Glossary"))
LEGAL_DATA = Own("legal_data", N_("Legal data relied on"))
CHANGE_LOG = Own("change_log", N_("Log of changes"))

PARTS: Mapping[PackPart, tuple[Piece, ...]] = {
    PackPart.SUMMARY: (SUMMARY,),
    PackPart.GOVERNANCE: (Organisation, DpoDesignation, DpoOpinion, Procedure),
    PackPart.REGISTER: (Activity, System),
    PackPart.PROCESSOR_REGISTER: (ClientProcessing,),
    PackPart.LEGAL_BASES: (LEGAL_BASES,),
    PackPart.NOTICES: (Notice,),
    PackPart.REQUESTS: (Request,),
    PackPart.PROCESSORS: (Processor, JointArrangement),
    PackPart.TRANSFERS: (Transfer,),
    PackPart.SECURITY: (Measure, ACTION_PLAN, Operation),
    PackPart.BREACHES: (Breach, STATISTICS),
    PackPart.DPIAS: (SCREENING, Dpia),
    PackPart.RETENTION: (RETENTION,),
    PackPart.TRACKERS: (Tracker,),
    PackPart.FINDINGS: (FINDINGS, Action, Waiver, LegalSetting),
    PackPart.ANNEXES: (
        *(ENCLOSED, Document, Statement, AuthorityExchange, HandOver, Removal),
        *(GLOSSARY, LEGAL_DATA, CHANGE_LOG),
    ),
}
"""The order of the pack (domain 7.1); every register stands in one part."""

HANDED = ("name", "handed_at", "recipient", "file_name", "pages", "sha256", "archive_name", "archive_sha256")
TRANSFERRED = ("name", "country", "country_text", "mechanism")
"""What an activity tells of its transfers where their register stays: art. 30(1)(e)."""

CONTROLLER = ("name", "address", "postal_code", "city", "country", "phone", "email")
CONTACT = ("name", "email", "phone")
"""What the cover tells of the organisation and of its officer where a record of processing activities leaves without
their registers: art. 30(1)(a) and 30(2)(a)."""

_ANSWERING = (*(f"organisation.{one}" for one in CONTROLLER), *(f"dpo_designation.{one}" for one in CONTACT))
TOLD_WITH: Mapping[type[Record], tuple[str, ...]] = {
    Activity: (*_ANSWERING, "transfer.activities", *(f"transfer.{one}" for one in TRANSFERRED)),
    ClientProcessing: _ANSWERING,
    AuthorityExchange: (*ENCLOSED.tells, *(f"hand_over.{one}" for one in (*HANDED, "exchange"))),
}
"""What the sheets of a register tell of the records of others, for the embedded data."""

OWN: Mapping[str, Own] = {
    piece.name: piece
    for pieces in PARTS.values()
    for piece in pieces
    if isinstance(piece, Own) and piece is not ENCLOSED
}
"""The chapters of no register that are asked for, by their names."""

NOT_ASKED: frozenset[Piece] = frozenset({AuthorityExchange, HandOver, DpoOpinion, Statement})
"""What no authority asks for, so that it gets it only when it is named: dealings with it, the advice that the officer
gave (art. 39), and what was read in policies while the dossier was made."""


def tells(piece: Piece) -> tuple[str, ...]:
    """The fields that a chapter, or a register besides its own kind, tells ("purpose.basis")."""
    return piece.tells if isinstance(piece, Own) else TOLD_WITH.get(piece, ())
