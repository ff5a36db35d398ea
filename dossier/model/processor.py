"""Processors and partners (art. 28), their contracts, chains and places; joint-controller arrangements (art. 26)."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Kind, KnownNumber, Record, SheetRecord, Show
from dossier.model.references import DocumentRef, MeasureRef, ProcessorRef, SubProcessorRef, SystemRef, TransferRef
from dossier.model.vocabulary import (
    Answer,
    Authorisation,
    Clause,
    GuaranteeType,
    LocationUse,
    PartyRole,
    PersonCategory,
    Risk,
)


class Processor(SheetRecord):
    """A third party that receives or processes data: a processor, or one whose role is to be qualified.

    Its name may be empty: a policy often names only a category, and `to_be_named` says so.
    """

    kind: ClassVar[Kind] = Kind(
        "processor",
        N_("Processor"),
        N_("Processors"),
        "STT",
        parts_after=N_("Duties"),
        icon="processors",
        question=N_("Who processes data on your behalf, under which contract, and what is missing"),
        why=N_(
            "A processor handles data for you: hosting, payroll software, online payment, mailings. "
            "Article 28 asks for a contract with each."
        ),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Legal name"), section=N_("Identity"), in_table=True, searchable=True)] = ""
    to_be_named: Annotated[
        bool | None, Show(N_("To be named"), N_("Only its category is known."), audience="internal")
    ] = None
    service: Annotated[str, Show(N_("Service"), in_table=True, searchable=True)] = ""
    role: Annotated[PartyRole | None, Show(N_("Role"), in_table=True)] = None
    role_reason: Annotated[str, Show(N_("Why this role"), N_("Art. 4(7)-(8), 26."), long=True)] = ""
    own_purposes: Annotated[bool | None, Show(N_("Acts for purposes of its own"))] = None
    country: Annotated[Country | None, Show(N_("Established in"), in_table=True)] = None
    group_country: Annotated[Country | None, Show(N_("Parent company in"))] = None
    remote_access: Annotated[tuple[Country, ...], Show(N_("Countries of remote access"))] = ()
    remote_access_analysis: Annotated[
        str, Show(N_("Analysis of remote access"), N_("Guidelines 05/2021 of the EDPB."), long=True)
    ] = ""
    siren: Annotated[str, Show(N_("SIREN or registration number"), searchable=True)] = ""
    address: Annotated[str, Show(N_("Address"), long=True)] = ""
    website: Annotated[str, Show(N_("Web address"), is_address=True)] = ""
    contact: Annotated[
        str, Show(N_("Contact"), section=N_("Contacts"), personal="third_party", searchable=True, is_address=True)
    ] = ""
    dpo: Annotated[str, Show(N_("DPO of the processor"), personal="third_party", is_address=True)] = ""
    keeps_register: Annotated[bool | None, Show(N_("Keeps an art. 30(2) record"))] = None
    data: Annotated[str, Show(N_("Data entrusted"), section=N_("Processing entrusted"), long=True, searchable=True)] = (
        ""
    )
    persons: Annotated[tuple[PersonCategory, ...], Show(N_("Persons concerned"))] = ()
    description: Annotated[str, Show(N_("What it does"), long=True, searchable=True)] = ""
    contract_reference: Annotated[
        str, Show(N_("Contract reference"), section=N_("Art. 28 contract"), searchable=True)
    ] = ""
    contract_document: Annotated[DocumentRef | None, Show(N_("Contract document"))] = None
    contract_stated: Annotated[
        str,
        Show(N_("What is said of the contract"), N_("By the organisation, when the contract was not seen."), long=True),
    ] = ""
    signed_on: Annotated[date | None, Show(N_("Signed on"), in_table=True)] = None
    starts_on: Annotated[date | None, Show(N_("Starts on"))] = None
    ends_on: Annotated[date | None, Show(N_("Ends on"))] = None
    header_object: Annotated[Clause | None, Show(N_("Subject-matter"), section=N_("Description in the contract"))] = (
        None
    )
    header_duration: Annotated[Clause | None, Show(N_("Duration"))] = None
    header_nature: Annotated[Clause | None, Show(N_("Nature and purpose"))] = None
    header_data: Annotated[Clause | None, Show(N_("Type of personal data"))] = None
    header_persons: Annotated[Clause | None, Show(N_("Categories of data subjects"))] = None
    header_obligations: Annotated[Clause | None, Show(N_("Obligations and rights of the controller"))] = None
    clause_a: Annotated[
        Clause | None,
        Show(N_("(a) Documented instructions, transfers included"), section=N_("Clauses of art. 28(3)")),
    ] = None
    clause_b: Annotated[Clause | None, Show(N_("(b) Confidentiality of authorised persons"))] = None
    clause_c: Annotated[Clause | None, Show(N_("(c) Security measures of article 32"))] = None
    clause_d: Annotated[Clause | None, Show(N_("(d) Sub-processors: authorisation and list"))] = None
    clause_e: Annotated[Clause | None, Show(N_("(e) Help with the rights of the persons"))] = None
    clause_f: Annotated[Clause | None, Show(N_("(f) Help: security, breaches, DPIA"))] = None
    clause_g: Annotated[Clause | None, Show(N_("(g) Deletion or return at the end"))] = None
    clause_h: Annotated[Clause | None, Show(N_("(h) Evidence, audits, alert on an unlawful instruction"))] = None
    alert_hours: Annotated[
        int | None,
        Show(N_("Breach alert (hours)"), N_("Art. 33(2): no legal number; 24 to 48 h is usual."), section=N_("Duties")),
    ] = None
    liability_disclaimer: Annotated[bool | None, Show(N_("Liability of the controller excluded"))] = None
    authorisation: Annotated[Authorisation | None, Show(N_("Authorisation of sub-processors"), N_("Art. 28(2)."))] = (
        None
    )
    sub_processor_list_on: Annotated[date | None, Show(N_("List of sub-processors dated"))] = None
    insurance: Annotated[str, Show(N_("Insurance"))] = ""
    reversibility: Annotated[str, Show(N_("Reversibility"), section=N_("End of the contract"), long=True)] = ""
    return_certified_on: Annotated[
        date | None, Show(N_("Return or deletion certified on"), N_("Art. 28(3)(g), at the end of the contract."))
    ] = None
    guarantees_checked: Annotated[
        str,
        Show(N_("How guarantees were checked"), N_("Art. 28(1)."), section=N_("Follow-up of the processor"), long=True),
    ] = ""
    risk: Annotated[Risk | None, Show(N_("Risk"), audience="internal")] = None
    last_review: Annotated[date | None, Show(N_("Last review"))] = None
    next_review: Annotated[date | None, Show(N_("Next review"))] = None
    systems: Annotated[tuple[SystemRef, ...], Show(N_("Systems operated"), section=N_("Links"))] = ()
    transfers: Annotated[tuple[TransferRef, ...], Show(N_("Transfers"))] = ()
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures"))] = ()

    @property
    def title(self) -> str:
        """The name, or the service of one that is still to be named."""
        return super().title or (f"({self.service})" if self.service else "")


class SubProcessor(Record):
    """A processor further down the chain (art. 28(2) and (4))."""

    kind: ClassVar[Kind] = Kind(
        "sub_processor", N_("Sub-processor"), N_("Sub-processors"), "STU", icon="processors", parent="processor"
    )

    processor: Annotated[ProcessorRef | None, Show(N_("Processor"))] = None
    name: Annotated[str, Show(N_("Name"), in_table=True, searchable=True)] = ""
    service: Annotated[str, Show(N_("Service"), in_table=True, searchable=True)] = ""
    country: Annotated[Country | None, Show(N_("Country"), in_table=True)] = None
    under: Annotated[SubProcessorRef | None, Show(N_("Engaged by"), N_("Empty: by the processor itself."))] = None
    data: Annotated[str, Show(N_("Data"), searchable=True)] = ""
    authorised: Annotated[Answer | None, Show(N_("Authorised"), in_table=True)] = None
    authorised_on: Annotated[date | None, Show(N_("Authorised on"))] = None
    same_duties: Annotated[Answer | None, Show(N_("Same duties imposed"), N_("Art. 28(4)."))] = None
    transfer: Annotated[TransferRef | None, Show(N_("Transfer"))] = None
    contact: Annotated[str, Show(N_("Contact"), personal="third_party", is_address=True)] = ""


class Guarantee(Record):
    """A certificate, questionnaire or audit that shows sufficient guarantees (art. 28(1) and (5))."""

    kind: ClassVar[Kind] = Kind("guarantee", N_("Guarantee"), N_("Guarantees"), "GAR", icon="ok", parent="processor")

    processor: Annotated[ProcessorRef | None, Show(N_("Processor"))] = None
    name: Annotated[str, Show(N_("Guarantee"), in_table=True, searchable=True)] = ""
    type: Annotated[GuaranteeType | None, Show(N_("Type"), in_table=True)] = None
    scope: Annotated[str, Show(N_("Scope"), long=True, searchable=True)] = ""
    issued_on: Annotated[date | None, Show(N_("Issued on"))] = None
    expires_on: Annotated[date | None, Show(N_("Expires on"), in_table=True)] = None
    document: Annotated[DocumentRef | None, Show(N_("Document"))] = None


class Location(Record):
    """A place of processing: what was declared, and what was verified."""

    kind: ClassVar[Kind] = Kind("location", N_("Location"), N_("Locations"), "LIE", icon="sites", parent="processor")

    processor: Annotated[ProcessorRef | None, Show(N_("Processor"))] = None
    name: Annotated[str, Show(N_("Declared location"), in_table=True, searchable=True)] = ""
    use: Annotated[LocationUse | None, Show(N_("What happens there"), in_table=True)] = None
    declared_country: Annotated[Country | None, Show(N_("Declared country"), in_table=True)] = None
    declared_on: Annotated[date | None, Show(N_("Declared on"))] = None
    verified_location: Annotated[str, Show(N_("Verified location"), in_table=True, searchable=True)] = ""
    verified_country: Annotated[Country | None, Show(N_("Verified country"))] = None
    verified_on: Annotated[date | None, Show(N_("Verified on"))] = None
    verified_how: Annotated[str, Show(N_("How it was verified"), long=True)] = ""


class JointArrangement(SheetRecord):
    """The arrangement by which joint controllers share their duties (art. 26)."""

    kind: ClassVar[Kind] = Kind(
        "joint_arrangement",
        N_("Joint-controller arrangement"),
        N_("Joint-controller arrangements"),
        "CJT",
        short=N_("Joint controllers"),
        icon="joint",
        question=N_("With whom purposes and means are decided, and who does what"),
        why=N_("Joint controllers share their duties in an arrangement whose essence the persons can read (art. 26)."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Subject"), section=N_("Arrangement"), in_table=True, searchable=True)] = ""
    partner: Annotated[str, Show(N_("Other controllers"), in_table=True, searchable=True)] = ""
    partners: Annotated[tuple[ProcessorRef, ...], Show(N_("Records of the other controllers"))] = ()
    partner_contact: Annotated[
        str, Show(N_("Contact of the other controllers"), personal="third_party", is_address=True)
    ] = ""
    signed_on: Annotated[date | None, Show(N_("Signed on"), in_table=True, required_by="art. 26(1)")] = None
    document: Annotated[DocumentRef | None, Show(N_("Arrangement document"))] = None
    stated: Annotated[str, Show(N_("What is said of the arrangement"), long=True, searchable=True)] = ""
    roles: Annotated[str, Show(N_("Roles of each"), section=N_("Duties"), long=True, searchable=True)] = ""
    informs: Annotated[str, Show(N_("Who informs the persons"))] = ""
    answers: Annotated[str, Show(N_("Who answers their requests"))] = ""
    contact_point: Annotated[str, Show(N_("Contact point for the persons"), is_address=True)] = ""
    essence_available: Annotated[Answer | None, Show(N_("Essence made available"), required_by="art. 26(2)")] = None
    essence_where: Annotated[str, Show(N_("Where the essence is available"), is_address=True)] = ""
    persons_number: Annotated[KnownNumber | None, Show(N_("Number of persons"))] = None
