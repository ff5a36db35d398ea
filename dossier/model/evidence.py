"""What proves and what remains to do: exchanges, documents, statements, actions, waivers, hand-overs."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.record import Duration, Kind, Moment, Record, SheetRecord, Show
from dossier.model.references import AnyRef, DocumentRef, ExchangeRef, StatementRef
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import (
    ActionState,
    Channel,
    DocumentType,
    ExchangeOutcome,
    InspectionType,
    Polarity,
    Priority,
    StatementTopic,
)


class AuthorityExchange(SheetRecord):
    """An exchange with the authority: an inspection, a complaint, a consultation."""

    kind: ClassVar[Kind] = Kind(
        "authority_exchange",
        N_("Exchange with the authority"),
        N_("Exchanges with the authority"),
        "CTR-%Y",
        short=N_("Authority"),
        icon="authority",
        question=N_("What the authority asked, by when, and what was answered"),
        why=N_("An inspection is answered within the stated time, with the documents asked for and no others."),
        sheet=True,
        parts_after=N_("Exchange"),
        dated=("received_on",),
    )

    name: Annotated[str, Show(N_("Subject"), section=N_("Exchange"), in_table=True, searchable=True)] = ""
    authority: Annotated[str, Show(N_("Authority"), in_table=True, searchable=True)] = "CNIL"
    type: Annotated[InspectionType | None, Show(N_("Type"), in_table=True)] = None
    case_reference: Annotated[str, Show(N_("Reference of the authority"), searchable=True)] = ""
    received_on: Annotated[date | None, Show(N_("Received on"), in_table=True)] = None
    channel: Annotated[Channel | None, Show(N_("Channel"))] = None
    due_on: Annotated[date | None, Show(N_("Answer due on"), in_table=True)] = None
    scope: Annotated[str, Show(N_("Scope"), long=True, searchable=True)] = ""
    agents: Annotated[str, Show(N_("Agents of the authority"), personal="third_party")] = ""
    counsel: Annotated[str, Show(N_("Counsel"), personal="third_party", audience="internal")] = ""
    report: Annotated[DocumentRef | None, Show(N_("Report of the inspection"))] = None
    report_on: Annotated[date | None, Show(N_("Report received on"))] = None
    outcome: Annotated[ExchangeOutcome | None, Show(N_("Outcome"), section=N_("Outcome"), in_table=True)] = None
    outcome_on: Annotated[date | None, Show(N_("Outcome dated"))] = None
    follow_up: Annotated[str, Show(N_("Follow-up"), long=True, searchable=True)] = ""
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()


class AuthorityQuestion(Record):
    """One question of the authority, with its answer."""

    kind: ClassVar[Kind] = Kind(
        "authority_question", N_("Question"), N_("Questions"), "QST", icon="check", parent="exchange"
    )

    exchange: Annotated[ExchangeRef | None, Show(N_("Exchange"))] = None
    name: Annotated[str, Show(N_("Question"), long=True, in_table=True, searchable=True)] = ""
    due_on: Annotated[date | None, Show(N_("Due on"), in_table=True)] = None
    answer: Annotated[str, Show(N_("Answer"), long=True, in_table=True, searchable=True)] = ""
    answered_on: Annotated[date | None, Show(N_("Answered on"), in_table=True)] = None
    parts: Annotated[tuple[PackPart, ...], Show(N_("Parts of the pack that answer it"))] = ()
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents given"))] = ()


class Document(SheetRecord):
    """A document kept in the file by its SHA-256: a contract, a notice, a piece of evidence."""

    kind: ClassVar[Kind] = Kind(
        "document",
        N_("Document"),
        N_("Documents"),
        "DOC",
        icon="documents",
        question=N_("Which documents prove what the dossier says"),
        why=N_("Accountability asks for proof (art. 5(2)): drop contracts, notices and evidence here."),
        sheet=True,
    )

    name: Annotated[
        str, Show(N_("Title"), section=N_("Document"), in_table=True, searchable=True, is_verbatim=True)
    ] = ""
    type: Annotated[DocumentType | None, Show(N_("Type"), in_table=True)] = None
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""
    dated: Annotated[date | None, Show(N_("Dated"), in_table=True)] = None
    signed_on: Annotated[date | None, Show(N_("Signed on"))] = None
    language: Annotated[str, Show(N_("Language"), is_language=True)] = ""
    origin: Annotated[str, Show(N_("Origin"), searchable=True, is_address=True)] = ""
    file_name: Annotated[str, Show(N_("File name"), section=N_("File"), in_table=True, searchable=True)] = ""
    media_type: Annotated[str, Show(N_("Media type"))] = ""
    size: Annotated[int | None, Show(N_("Size in bytes"))] = None
    sha256: Annotated[str, Show(N_("SHA-256"), N_("Computed when the file is added."))] = ""
    last_review: Annotated[date | None, Show(N_("Last review"), section=N_("Reviews"))] = None
    next_review: Annotated[date | None, Show(N_("Next review"))] = None


class Statement(Record):
    """Something a source says, in our words, with its quote; it may say that something is not done."""

    kind: ClassVar[Kind] = Kind(
        "statement",
        N_("Statement"),
        N_("Statements"),
        "DEC",
        icon="statements",
        question=N_("What a source says, where, and what it was used for"),
        why=N_("A value taken from a document carries its source, so that it can be checked and confirmed."),
    )

    name: Annotated[str, Show(N_("Statement"), section=N_("Statement"), in_table=True, searchable=True)] = ""
    topic: Annotated[StatementTopic | None, Show(N_("Topic"), in_table=True)] = None
    polarity: Annotated[Polarity | None, Show(N_("Says that"), in_table=True)] = None
    about: Annotated[tuple[AnyRef, ...], Show(N_("Records concerned"), in_table=True)] = ()
    fields: Annotated[tuple[str, ...], Show(N_("Fields concerned"), audience="internal", names_fields_of="about")] = ()
    contradicts: Annotated[tuple[StatementRef, ...], Show(N_("Contradicts"))] = ()
    source: Annotated[DocumentRef | None, Show(N_("Document"), section=N_("Source"))] = None
    file: Annotated[str, Show(N_("File"), searchable=True)] = ""
    line: Annotated[int | None, Show(N_("Line"))] = None
    quote: Annotated[
        str,
        Show(
            N_("Quote"),
            N_("At most 25 words."),
            long=True,
            in_table=True,
            searchable=True,
            spoken_in="quote_language",
            is_verbatim=True,
        ),
    ] = ""
    quote_language: Annotated[str, Show(N_("Language of the quote"), is_language=True)] = ""
    imported_by: Annotated[str, Show(N_("Entered by"), personal="staff")] = ""
    imported_on: Annotated[date | None, Show(N_("Entered on"))] = None
    confirmed_by: Annotated[str, Show(N_("Confirmed by"), personal="staff")] = ""
    confirmed_on: Annotated[date | None, Show(N_("Confirmed on"))] = None


class Action(SheetRecord):
    """Something to be done, by somebody, by a day."""

    kind: ClassVar[Kind] = Kind(
        "action",
        N_("Action"),
        N_("Actions"),
        "ACN",
        icon="actions",
        question=N_("What remains to be done, by whom, by when"),
        why=N_("A dated plan shows that what is missing is being mended."),
        sheet=True,
    )

    name: Annotated[
        str, Show(N_("Action"), section=N_("Action"), in_table=True, searchable=True, audience="internal")
    ] = ""
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True, audience="internal")] = ""
    state: Annotated[ActionState | None, Show(N_("State"), in_table=True, audience="internal")] = None
    priority: Annotated[Priority | None, Show(N_("Priority"), in_table=True, audience="internal")] = None
    due_on: Annotated[date | None, Show(N_("Due on"), in_table=True, audience="internal")] = None
    done_on: Annotated[date | None, Show(N_("Done on"), audience="internal")] = None
    cost: Annotated[str, Show(N_("Cost"), audience="internal")] = ""
    check_id: Annotated[
        str, Show(N_("Finding"), N_("Identifier of the check, for example RET-01."), audience="internal")
    ] = ""
    about: Annotated[tuple[AnyRef, ...], Show(N_("Records concerned"), audience="internal")] = ()
    evidence: Annotated[tuple[DocumentRef, ...], Show(N_("Evidence"), audience="internal")] = ()


class Waiver(SheetRecord):
    """A finding accepted for a time, with a reason and an end (dérogation motivée)."""

    kind: ClassVar[Kind] = Kind(
        "waiver",
        N_("Waiver"),
        N_("Waivers"),
        "DER",
        icon="waivers",
        question=N_("Which findings are accepted, why, by whom and until when"),
        why=N_("A finding may be accepted with a reason and an end date; it then stays visible as accepted."),
        sheet=True,
    )

    name: Annotated[
        str, Show(N_("Subject"), section=N_("Waiver"), in_table=True, searchable=True, audience="internal")
    ] = ""
    check_id: Annotated[str, Show(N_("Finding"), in_table=True, audience="internal")] = ""
    about: Annotated[AnyRef | None, Show(N_("Record concerned"), audience="internal")] = None
    reason: Annotated[str, Show(N_("Reason"), long=True, searchable=True, audience="internal")] = ""
    author: Annotated[str, Show(N_("Author"), in_table=True, personal="staff", audience="internal")] = ""
    decided_on: Annotated[date | None, Show(N_("Decided on"), audience="internal")] = None
    ends_on: Annotated[date | None, Show(N_("Ends on"), in_table=True, audience="internal")] = None


class LegalSetting(Record):
    """A reference value that this dossier sets for itself, where the law leaves it open; it wins, and is shown."""

    kind: ClassVar[Kind] = Kind(
        "legal_setting",
        N_("Value set in this dossier"),
        N_("Values set in this dossier"),
        "VAL",
        short=N_("Own values"),
        icon="settings",
        question=N_("Which reference values this dossier sets for itself, and why"),
        why=N_("Where the law gives no number, a dossier may set its own, with a reason (art. 5(2), 24(1))."),
        line=("name", "duration"),
    )

    name: Annotated[
        str, Show(N_("Value"), section=N_("Value"), in_table=True, searchable=True, audience="internal")
    ] = ""
    key: Annotated[
        str,
        Show(N_("Key"), N_("Where it stands in the legal data, for example reviews.training."), audience="internal"),
    ] = ""
    duration: Annotated[Duration | None, Show(N_("Duration"), in_table=True, audience="internal")] = None
    reason: Annotated[str, Show(N_("Reason"), long=True, in_table=True, searchable=True, audience="internal")] = ""
    since: Annotated[date | None, Show(N_("Since"), in_table=True, audience="internal")] = None
    decided_by: Annotated[str, Show(N_("Decided by"), personal="staff", audience="internal")] = ""


class HandOver(SheetRecord):
    """Something that left the dossier: what, to whom, when, and how to recognise it."""

    kind: ClassVar[Kind] = Kind(
        "hand_over",
        N_("Hand-over"),
        N_("Hand-overs"),
        "REM",
        icon="handovers",
        question=N_("What left the dossier, to whom, and in which state"),
        why=N_("Each export handed over is noted with its SHA-256 and the head of the journal."),
        sheet=True,
        dated=("handed_at",),
    )

    name: Annotated[str, Show(N_("Subject"), section=N_("Hand-over"), in_table=True, searchable=True)] = ""
    recipient: Annotated[str, Show(N_("Recipient"), in_table=True, searchable=True, personal="third_party")] = ""
    handed_at: Annotated[Moment | None, Show(N_("Handed over at"), in_table=True)] = None
    purpose: Annotated[str, Show(N_("Reason of the hand-over"), searchable=True)] = ""
    channel: Annotated[Channel | None, Show(N_("Channel"))] = None
    profile: Annotated[str, Show(N_("Profile"))] = ""
    scope: Annotated[str, Show(N_("Scope"), long=True, searchable=True)] = ""
    state_on: Annotated[date | None, Show(N_("State of the dossier on"))] = None
    export_language: Annotated[str, Show(N_("Language"))] = ""
    file_name: Annotated[str, Show(N_("File name"), searchable=True)] = ""
    pages: Annotated[int | None, Show(N_("Pages"), in_table=True)] = None
    sha256: Annotated[str, Show(N_("SHA-256 of the file"))] = ""
    signed_by: Annotated[str, Show(N_("Signed by"), personal="staff")] = ""
    archive_name: Annotated[str, Show(N_("File of the documents"), searchable=True)] = ""
    archive_sha256: Annotated[str, Show(N_("SHA-256 of the file of the documents"))] = ""
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents handed over"))] = ()
    journal_sequence: Annotated[int | None, Show(N_("Journal entry"))] = None
    journal_head: Annotated[str, Show(N_("Head of the journal"))] = ""
    choices: Annotated[
        str,
        Show(
            N_("Choices, as data"),
            N_("Written by the export: what changed since can then be told of the same things."),
            audience="program",
        ),
    ] = ""
    exchange: Annotated[ExchangeRef | None, Show(N_("Exchange with the authority"))] = None


class Removal(Record):
    """What remains of a record that may not vanish: its reference, and why it was deleted."""

    kind: ClassVar[Kind] = Kind(
        "removal",
        N_("Deletion with reasons"),
        N_("Deletions with reasons"),
        "SUP-%Y",
        short=N_("Deletions"),
        icon="trash",
        question=N_("Which records were taken out of a register, when and why"),
        why=N_("A breach taken out of its register keeps its reference there, and the reason."),
        line=("name", "removed_at"),
        append_only=True,
        dated=("removed_at",),
    )

    name: Annotated[
        str, Show(N_("Reference of the record"), section=N_("Deletion"), in_table=True, searchable=True)
    ] = ""
    removed_kind: Annotated[str, Show(N_("Register"), audience="internal")] = ""
    reason: Annotated[
        str, Show(N_("Reason"), long=True, in_table=True, searchable=True, personal="third_party", prose=True)
    ] = ""
    removed_at: Annotated[Moment | None, Show(N_("Deleted at"), in_table=True)] = None
    removed_by: Annotated[str, Show(N_("Deleted by"), in_table=True, personal="staff")] = ""
