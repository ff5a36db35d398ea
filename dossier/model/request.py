"""Requests of data subjects (art. 12 to 22, art. 85 LIL) and the suspensions of their period."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.record import Kind, Record, SheetRecord, Show
from dossier.model.references import ActivityRef, DocumentRef, RequestRef
from dossier.model.vocabulary import Answer
from dossier.model.vocabulary_procedures import (
    Capacity,
    Channel,
    IdentityStatus,
    PauseReason,
    RefusalGround,
    RequestDecision,
    RequestState,
    Right,
)


class Request(SheetRecord):
    """A request by which a person exercises rights."""

    kind: ClassVar[Kind] = Kind(
        "request",
        N_("Data subject request"),
        N_("Data subject requests"),
        "DR-%Y",
        short=N_("Requests"),
        icon="requests",
        question=N_("Who asked for what, and by when to answer"),
        why=N_("A request is answered within one month of receipt, and the answer can be shown (art. 12(3))."),
        sheet=True,
        dated=("received_on",),
    )

    name: Annotated[str, Show(N_("Subject"), section=N_("Request"), in_table=True, searchable=True)] = ""
    rights: Annotated[tuple[Right, ...], Show(N_("Rights exercised"), in_table=True)] = ()
    received_on: Annotated[date | None, Show(N_("Received on"), N_("By the organisation."), in_table=True)] = None
    channel: Annotated[Channel | None, Show(N_("Channel"))] = None
    requester: Annotated[str, Show(N_("Requester"), searchable=True, personal="data_subject")] = ""
    capacity: Annotated[Capacity | None, Show(N_("Capacity"))] = None
    concerned: Annotated[str, Show(N_("Person concerned, if another"), personal="data_subject", searchable=True)] = ""
    contact: Annotated[str, Show(N_("Contact of the requester"), personal="data_subject")] = ""
    content: Annotated[
        str, Show(N_("Content of the request"), long=True, searchable=True, personal="data_subject", prose=True)
    ] = ""
    scope: Annotated[str, Show(N_("Scope"), long=True)] = ""
    activities: Annotated[tuple[ActivityRef, ...], Show(N_("Activities"))] = ()
    marketing_objection: Annotated[bool | None, Show(N_("Objection to direct marketing"))] = None
    applied_on: Annotated[date | None, Show(N_("Objection applied on"))] = None
    state: Annotated[RequestState | None, Show(N_("State"), section=N_("Handling"), in_table=True)] = None
    assigned_to: Annotated[str, Show(N_("Handled by"), personal="staff")] = ""
    identity: Annotated[IdentityStatus | None, Show(N_("Identity"))] = None
    id_copy_received: Annotated[bool | None, Show(N_("Copy of an identity document received"))] = None
    id_copy_deleted_on: Annotated[date | None, Show(N_("Copy deleted on"))] = None
    departments: Annotated[str, Show(N_("Departments asked"), long=True)] = ""
    complex: Annotated[bool | None, Show(N_("Complex or numerous"))] = None
    extended: Annotated[bool | None, Show(N_("Period extended by two months"))] = None
    extension_notified_on: Annotated[date | None, Show(N_("Extension told to the person on"))] = None
    extension_reason: Annotated[str, Show(N_("Reason of the extension"), long=True)] = ""
    decision: Annotated[RequestDecision | None, Show(N_("Decision"), section=N_("Answer"), in_table=True)] = None
    refusal_grounds: Annotated[tuple[RefusalGround, ...], Show(N_("Grounds of refusal"))] = ()
    refusal_reasons: Annotated[str, Show(N_("Reasons given to the person"), long=True)] = ""
    remedies_told: Annotated[Answer | None, Show(N_("Complaint and judicial remedy told"), N_("Art. 12(4)."))] = None
    answered_on: Annotated[date | None, Show(N_("Answered on"), in_table=True)] = None
    answer_channel: Annotated[Channel | None, Show(N_("Channel of the answer"))] = None
    answer: Annotated[str, Show(N_("Answer"), long=True, searchable=True, personal="data_subject", prose=True)] = ""
    recipients_told: Annotated[Answer | None, Show(N_("Recipients told"), N_("Art. 19."))] = None
    recipients_text: Annotated[str, Show(N_("Which recipients, when"), long=True)] = ""
    fee: Annotated[str, Show(N_("Fee asked, and why"))] = ""
    complaint: Annotated[str, Show(N_("Complaint known"), long=True)] = ""
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()

    @property
    def is_open(self) -> bool:
        """Whether an answer is still owed."""
        return self.answered_on is None and self.state not in (RequestState.CLOSED, RequestState.REFUSED)


class RequestPause(Record):
    """A time during which the period is suspended, while the person's answer is awaited."""

    kind: ClassVar[Kind] = Kind(
        "request_pause", N_("Suspension"), N_("Suspensions of the period"), "SUS", icon="clock", parent="request"
    )

    request: Annotated[RequestRef | None, Show(N_("Request"))] = None
    name: Annotated[str, Show(N_("What was asked of the person"), in_table=True, searchable=True)] = ""
    reason: Annotated[PauseReason | None, Show(N_("Reason"), in_table=True)] = None
    started_on: Annotated[date | None, Show(N_("From"), in_table=True)] = None
    ended_on: Annotated[date | None, Show(N_("Until"), in_table=True)] = None
