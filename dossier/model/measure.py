"""Security measures (art. 32), the periodic operations that prove them, procedures and policies."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.record import Duration, Kind, KnownNumber, SheetRecord, Show, Term
from dossier.model.references import AnyRef, DocumentRef, MeasureRef, ProcessorRef
from dossier.model.vocabulary import (
    Answer,
    FearedEvent,
    MeasureStatus,
    MeasureType,
    Objective,
    SecurityTemplate,
)
from dossier.model.vocabulary_procedures import Channel, OperationType, Priority, ProcedureType


class Measure(SheetRecord):
    """A security measure, placed on a sheet of the CNIL's guide."""

    kind: ClassVar[Kind] = Kind(
        "measure",
        N_("Security measure"),
        N_("Security measures"),
        "MES",
        short=N_("Measures"),
        icon="measures",
        question=N_("What is in place against the 25 sheets of the CNIL's guide"),
        why=N_("Article 32 asks for measures suited to the risk, and for regular tests of them."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Measure"), section=N_("Measure"), in_table=True, searchable=True)] = ""
    sheet: Annotated[int | None, Show(N_("Sheet of the CNIL guide"), N_("1 to 25, edition 2024."), in_table=True)] = (
        None
    )
    sheet_items: Annotated[tuple[str, ...], Show(N_("Items of the sheet"), N_("For example F4.2."))] = ()
    template: Annotated[SecurityTemplate | None, Show(N_("Category in the register template"))] = None
    pia_code: Annotated[str, Show(N_("Code in the PIA tool"))] = ""
    type: Annotated[MeasureType | None, Show(N_("Type"))] = None
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""
    objectives: Annotated[tuple[Objective, ...], Show(N_("Protects"))] = ()
    risks: Annotated[tuple[FearedEvent, ...], Show(N_("Risks addressed"))] = ()
    scope: Annotated[str, Show(N_("Scope"), N_("Everywhere, or the systems and departments concerned."))] = ""
    processors: Annotated[tuple[ProcessorRef, ...], Show(N_("Applied by"))] = ()
    state: Annotated[MeasureStatus | None, Show(N_("State"), section=N_("Progress"), in_table=True)] = None
    not_applicable_reason: Annotated[str, Show(N_("Why it does not apply"), long=True)] = ""
    priority: Annotated[Priority | None, Show(N_("Priority"), audience="internal")] = None
    budget: Annotated[str, Show(N_("Budget"), audience="internal")] = ""
    due_on: Annotated[date | None, Show(N_("Due on"), in_table=True, audience="internal")] = None
    implemented_on: Annotated[date | None, Show(N_("In place since"))] = None
    evidence: Annotated[tuple[DocumentRef, ...], Show(N_("Evidence"), section=N_("Evidence"))] = ()
    evidence_text: Annotated[str, Show(N_("Evidence, in words"), long=True, searchable=True)] = ""
    effectiveness: Annotated[int | None, Show(N_("Effectiveness"), N_("1 to 4."))] = None
    last_test: Annotated[date | None, Show(N_("Last test"))] = None
    next_review: Annotated[date | None, Show(N_("Next review"), in_table=True)] = None


class Operation(SheetRecord):
    """Something done on a day, with its evidence: training, access review, restore test, purge, audit."""

    kind: ClassVar[Kind] = Kind(
        "operation",
        N_("Operation done"),
        N_("Operations done"),
        "OPE",
        icon="operations",
        question=N_("What was really done, when, and with what evidence"),
        why=N_("Training, access reviews, restore tests and purges prove that measures live (art. 32(1)(d))."),
        sheet=True,
        dated=("done_on",),
    )

    name: Annotated[str, Show(N_("Operation"), section=N_("Operation"), in_table=True, searchable=True)] = ""
    type: Annotated[OperationType | None, Show(N_("Type"), in_table=True)] = None
    done_on: Annotated[date | None, Show(N_("Done on"), in_table=True)] = None
    done_by: Annotated[str, Show(N_("Done by"), searchable=True, personal="staff")] = ""
    scope: Annotated[str, Show(N_("Scope"), long=True, searchable=True)] = ""
    persons: Annotated[KnownNumber | None, Show(N_("Persons trained or concerned"))] = None
    result: Annotated[Answer | None, Show(N_("Successful"), in_table=True)] = None
    outcome: Annotated[str, Show(N_("Result in detail"), long=True, searchable=True)] = ""
    next_due: Annotated[date | None, Show(N_("Next due"), in_table=True)] = None
    evidence: Annotated[tuple[DocumentRef, ...], Show(N_("Evidence"), section=N_("Evidence"))] = ()
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Measures proved"))] = ()
    about: Annotated[tuple[AnyRef, ...], Show(N_("Records concerned"))] = ()


class IdentityProof(Term):
    """What a procedure asks of the person who exercises a right (art. 12(6))."""

    __source__ = "Dossier"
    NONE = "aucune", N_("Nothing more than needed")
    IF_DOUBT = "si_doute", N_("Proof only in case of reasonable doubt")
    MAY_BE_ASKED = "peut_etre_demandee", N_("Proof may be asked")
    ID_COPY = "copie_piece", N_("Copy of an identity document by default")
    PASSWORD = "mot_de_passe", N_("Password asked")
    UNKNOWN = "inconnu", N_("Not stated")


class Procedure(SheetRecord):
    """A procedure or a policy, with its adoption and its reviews."""

    kind: ClassVar[Kind] = Kind(
        "procedure",
        N_("Procedure or policy"),
        N_("Procedures and policies"),
        "PRO",
        short=N_("Procedures"),
        icon="procedures",
        question=N_("Which rules were adopted, and when they were last reviewed"),
        why=N_("Adopted and reviewed rules show that compliance does not rest on chance (art. 24, 5(2))."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Title"), section=N_("Procedure"), in_table=True, searchable=True)] = ""
    type: Annotated[ProcedureType | None, Show(N_("Subject"), in_table=True)] = None
    description: Annotated[str, Show(N_("Content"), long=True, searchable=True)] = ""
    version: Annotated[str, Show(N_("Version"))] = ""
    adopted_on: Annotated[date | None, Show(N_("Adopted on"), in_table=True)] = None
    approved_by: Annotated[str, Show(N_("Approved by"), personal="staff")] = ""
    document: Annotated[DocumentRef | None, Show(N_("Document"))] = None
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures"))] = ()
    last_review: Annotated[date | None, Show(N_("Last review"), section=N_("Reviews"), in_table=True)] = None
    next_review: Annotated[date | None, Show(N_("Next review"), in_table=True)] = None
    channels: Annotated[tuple[Channel, ...], Show(N_("Channels offered"), section=N_("Rights of the persons"))] = ()
    channel_text: Annotated[str, Show(N_("Where to write"), long=True, searchable=True)] = ""
    rights_text: Annotated[str, Show(N_("Rights announced"), long=True, searchable=True)] = ""
    identity_proof: Annotated[IdentityProof | None, Show(N_("Proof of identity asked"), N_("Art. 12(6)."))] = None
    identity_text: Annotated[
        str, Show(N_("Proof of identity, as worded"), long=True, searchable=True, is_verbatim=True)
    ] = ""
    fee: Annotated[bool | None, Show(N_("Fee on the first copy"), N_("Art. 12(5): the first copy is free."))] = None
    fee_text: Annotated[str, Show(N_("Fee, as worded"), long=True, is_verbatim=True)] = ""
    announced_delay: Annotated[Duration | None, Show(N_("Announced reply time"), N_("Art. 12(3): one month."))] = None
    announced_text: Annotated[str, Show(N_("Reply time, as worded"), long=True, searchable=True, is_verbatim=True)] = ""
    suspension_text: Annotated[str, Show(N_("Suspension of the period, as worded"), long=True, is_verbatim=True)] = ""
    condition_text: Annotated[str, Show(N_("Conditions put on a right"), long=True, searchable=True)] = ""
