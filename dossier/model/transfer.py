"""Transfers outside the EEA (chapter V GDPR) and their impact assessments."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Kind, KnownNumber, Record, SheetRecord, Show
from dossier.model.references import ActivityRef, DocumentRef, ProcessorRef, TransferRef
from dossier.model.vocabulary import (
    Answer,
    AssessmentConclusion,
    Derogation,
    PersonCategory,
    SccModule,
    TransferMechanism,
    TransferRole,
    TransferType,
)


class Transfer(SheetRecord):
    """Data that leave the EEA, or can be reached from outside it."""

    kind: ClassVar[Kind] = Kind(
        "transfer",
        N_("Transfer outside the EEA"),
        N_("Transfers outside the EEA"),
        "TRF",
        short=N_("Transfers"),
        icon="transfers",
        question=N_("Where data go, on which ground, and whether it still holds"),
        why=N_("Data may leave the EEA only on a ground of chapter V, remote access included (art. 44)."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Transfer"), section=N_("Route"), in_table=True, searchable=True)] = ""
    activities: Annotated[tuple[ActivityRef, ...], Show(N_("Activities"))] = ()
    exporter: Annotated[str, Show(N_("Exporter"), searchable=True)] = ""
    exporter_role: Annotated[TransferRole | None, Show(N_("Role of the exporter"))] = None
    importer: Annotated[str, Show(N_("Importer"), in_table=True, searchable=True)] = ""
    importer_record: Annotated[ProcessorRef | None, Show(N_("Record of the importer"))] = None
    importer_role: Annotated[TransferRole | None, Show(N_("Role of the importer"))] = None
    country: Annotated[Country | None, Show(N_("Country"), in_table=True, required_by="art. 30(1)(e)")] = None
    country_text: Annotated[str, Show(N_("Destination, in words"), searchable=True)] = ""
    onward: Annotated[tuple[Country, ...], Show(N_("Onward countries"))] = ()
    type: Annotated[TransferType | None, Show(N_("Type"))] = None
    data: Annotated[str, Show(N_("Data"), section=N_("What is transferred"), long=True, searchable=True)] = ""
    persons: Annotated[tuple[PersonCategory, ...], Show(N_("Persons concerned"))] = ()
    volume: Annotated[KnownNumber | None, Show(N_("Number of persons"))] = None
    frequency: Annotated[str, Show(N_("Frequency"))] = ""
    repeated: Annotated[bool | None, Show(N_("Repeated or systematic"))] = None
    started_on: Annotated[date | None, Show(N_("Started on"))] = None
    ended_on: Annotated[date | None, Show(N_("Ended on"))] = None
    mechanism: Annotated[TransferMechanism | None, Show(N_("Mechanism"), section=N_("Ground"), in_table=True)] = None
    mechanism_stated: Annotated[str, Show(N_("Ground as the organisation states it"), long=True, searchable=True)] = ""
    module: Annotated[SccModule | None, Show(N_("Module of the clauses"))] = None
    derogation: Annotated[Derogation | None, Show(N_("Derogation of art. 49"))] = None
    derogation_reason: Annotated[str, Show(N_("Why the derogation applies"), long=True)] = ""
    signed_on: Annotated[date | None, Show(N_("Signed on"))] = None
    annexes: Annotated[
        Answer | None, Show(N_("Annexes complete"), N_("I parties and description, II measures, III sub-processors."))
    ] = None
    evidence: Annotated[DocumentRef | None, Show(N_("Document of the safeguards"))] = None
    approval_reference: Annotated[str, Show(N_("Approval reference"), N_("BCR, ad hoc clauses, certification."))] = ""
    in_group: Annotated[Answer | None, Show(N_("Importer bound by the BCR"))] = None
    dpf_checked_on: Annotated[
        date | None, Show(N_("Data Privacy Framework listing checked on"), N_("Only for the United States."))
    ] = None
    dpf_active: Annotated[Answer | None, Show(N_("Listed and active"))] = None
    dpf_scope: Annotated[str, Show(N_("Data covered by the listing"), N_("HR or non-HR data."))] = ""
    foreign_request: Annotated[
        bool | None, Show(N_("Disclosure to a foreign authority"), section=N_("Authorities of the country"))
    ] = None
    agreement: Annotated[str, Show(N_("International agreement relied on"), N_("Art. 48."))] = ""
    authority_requests: Annotated[str, Show(N_("Requests of authorities received"), long=True)] = ""
    law_changed: Annotated[bool | None, Show(N_("Law of the country changed since the assessment"))] = None
    in_notice: Annotated[
        Answer | None, Show(N_("Told in the notice"), N_("Art. 13(1)(f)."), section=N_("Transparency"))
    ] = None
    in_register: Annotated[Answer | None, Show(N_("Told in the record"), N_("Art. 30(1)(e)."))] = None
    next_review: Annotated[date | None, Show(N_("Next review"))] = None


class TransferAssessment(Record):
    """A transfer impact assessment, in the six steps of the EDPB and the CNIL."""

    kind: ClassVar[Kind] = Kind(
        "transfer_assessment",
        N_("Transfer impact assessment"),
        N_("Transfer impact assessments"),
        "AIT",
        icon="dpia",
        parent="transfer",
    )

    transfer: Annotated[TransferRef | None, Show(N_("Transfer"))] = None
    name: Annotated[str, Show(N_("Title"), in_table=True, searchable=True)] = ""
    author: Annotated[str, Show(N_("Author"), in_table=True, personal="staff")] = ""
    made_on: Annotated[date | None, Show(N_("Made on"), in_table=True)] = None
    step_1: Annotated[str, Show(N_("1. Know the transfer"), long=True, searchable=True)] = ""
    step_2: Annotated[str, Show(N_("2. Identify the transfer tool"), long=True)] = ""
    step_3: Annotated[str, Show(N_("3. Law and practice of the country"), long=True)] = ""
    step_4: Annotated[str, Show(N_("4. Supplementary measures"), long=True)] = ""
    step_5: Annotated[str, Show(N_("5. Formal steps"), long=True)] = ""
    step_6: Annotated[str, Show(N_("6. Re-assessment"), long=True)] = ""
    conclusion: Annotated[AssessmentConclusion | None, Show(N_("Conclusion"), in_table=True)] = None
    next_review: Annotated[date | None, Show(N_("Next review"), in_table=True)] = None
    document: Annotated[DocumentRef | None, Show(N_("Document"))] = None
