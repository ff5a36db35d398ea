"""Processing activities of the controller (art. 30(1)), and of the processor for its clients (art. 30(2))."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Duration, Kind, KnownNumber, Record, SheetRecord, Show
from dossier.model.references import (
    ActivityRef,
    DataItemRef,
    DocumentRef,
    JointArrangementRef,
    MeasureRef,
    NoticeRef,
    ProcessorRef,
    SystemRef,
    TransferRef,
)
from dossier.model.vocabulary import (
    Answer,
    Article9Exception,
    CollectionMethod,
    ConsentMechanism,
    DataCategory,
    DpiaCriterion,
    DpiaListEntry,
    FinalFate,
    LegalBasis,
    MarketingAudience,
    PersonCategory,
    PurgeMode,
    RecipientType,
    RetentionPhase,
    RetentionState,
    RetentionTrigger,
    SecurityTemplate,
    SensitiveCategory,
    SourceOrigin,
)


class Activity(SheetRecord):
    """A processing activity for which the organisation decides, alone or jointly."""

    kind: ClassVar[Kind] = Kind(
        "activity",
        N_("Processing activity"),
        N_("Processing activities"),
        "TRT",
        short=N_("Activities"),
        parts_after=N_("Description"),
        icon="activities",
        question=N_("What is done with personal data, why, and for how long"),
        why=N_("The record of processing activities is what an inspection asks for first (art. 30(1))."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Activity"), section=N_("Description"), in_table=True, searchable=True)] = ""
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""
    started_on: Annotated[date | None, Show(N_("Started on"))] = None
    ended_on: Annotated[date | None, Show(N_("Ended on"))] = None
    software: Annotated[
        str, Show(N_("Software"), N_("As named by its users; link the systems below."), searchable=True)
    ] = ""
    systems: Annotated[tuple[SystemRef, ...], Show(N_("Systems used"), section=N_("Actors and means"))] = ()
    processors: Annotated[tuple[ProcessorRef, ...], Show(N_("Processors and partners"))] = ()
    joint_arrangements: Annotated[tuple[JointArrangementRef, ...], Show(N_("Joint-controller arrangements"))] = ()
    joint_controller: Annotated[
        bool | None, Show(N_("Joint controllership"), N_("If so, art. 26 asks for an arrangement."))
    ] = None
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures"), required_by="art. 30(1)(g)")] = ()
    security_categories: Annotated[tuple[SecurityTemplate, ...], Show(N_("Types of security measures"))] = ()
    security_text: Annotated[str, Show(N_("General description of security"), long=True, searchable=True)] = ""
    direct_collection: Annotated[
        bool | None, Show(N_("Collected from the person"), section=N_("Information of the persons"))
    ] = None
    indirect_collection: Annotated[bool | None, Show(N_("Collected from elsewhere"))] = None
    notices: Annotated[tuple[NoticeRef, ...], Show(N_("Information notices"))] = ()
    informed_within: Annotated[
        Duration | None, Show(N_("Persons informed within"), N_("Art. 14(3): one month at most."))
    ] = None
    article9_exceptions: Annotated[
        tuple[Article9Exception, ...], Show(N_("Art. 9(2) exceptions"), section=N_("Special regimes"))
    ] = ()
    article9_reasons: Annotated[str, Show(N_("Why the exception applies"), long=True)] = ""
    offence_ground: Annotated[str, Show(N_("Ground for offence data"), N_("Art. 10 GDPR, art. 46 LIL."), long=True)] = (
        ""
    )
    nir_ground: Annotated[str, Show(N_("Ground for the NIR"), N_("The case of decree 2019-341."), long=True)] = ""
    exemption_claimed: Annotated[bool | None, Show(N_("Art. 30(5) exemption claimed"))] = None
    occasional: Annotated[bool | None, Show(N_("Occasional processing"))] = None
    exemption_reason: Annotated[str, Show(N_("Reason for the exemption"), long=True)] = ""
    dpia_criteria: Annotated[
        tuple[DpiaCriterion, ...],
        Show(N_("DPIA criteria met"), N_("Two or more: a DPIA in principle."), section=N_("Risk")),
    ] = ()
    dpia_list: Annotated[tuple[DpiaListEntry, ...], Show(N_("Type on the CNIL's list"))] = ()
    dpia_screened_on: Annotated[
        date | None, Show(N_("Screened on"), N_("The day on which the criteria and the list were gone through."))
    ] = None
    dpia_waiver: Annotated[str, Show(N_("Why no DPIA is made"), long=True)] = ""
    large_scale: Annotated[bool | None, Show(N_("Large scale"))] = None
    profiling: Annotated[bool | None, Show(N_("Profiling"), section=N_("Profiling and automated decisions"))] = None
    profiling_text: Annotated[str, Show(N_("What the profiling consists of"), long=True, searchable=True)] = ""
    automated_decision: Annotated[bool | None, Show(N_("Decision based solely on automated processing"))] = None
    decision_logic: Annotated[str, Show(N_("Logic and consequences of the decision"), long=True)] = ""
    article22_safeguards: Annotated[
        str, Show(N_("Art. 22 safeguards"), N_("Human intervention, contest."), long=True)
    ] = ""
    solvency: Annotated[bool | None, Show(N_("Assessment of creditworthiness"))] = None
    anonymisation_claimed: Annotated[bool | None, Show(N_("Data said to be anonymous"))] = None
    anonymisation_proof: Annotated[
        str, Show(N_("Demonstration of anonymity"), N_("Singling out, linkability, inference."), long=True)
    ] = ""
    offered_to_children: Annotated[
        bool | None, Show(N_("Online service offered to children"), section=N_("Minors"))
    ] = None
    age_threshold: Annotated[
        int | None, Show(N_("Age threshold applied"), N_("French law: 15 years, art. 45 LIL."))
    ] = None
    parental_consent: Annotated[Answer | None, Show(N_("Joint consent of the holder of parental authority"))] = None
    minors_text: Annotated[str, Show(N_("What is said of minors"), long=True, searchable=True)] = ""


class Purpose(Record):
    """A purpose of an activity with its legal basis and what supports it (art. 6)."""

    kind: ClassVar[Kind] = Kind(
        "purpose", N_("Purpose"), N_("Purposes"), "FIN", icon="activities", parent="activity", line=("name", "basis")
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[
        str, Show(N_("Purpose"), section=N_("Purpose"), in_table=True, searchable=True, required_by="art. 30(1)(b)")
    ] = ""
    main: Annotated[bool | None, Show(N_("Main purpose"))] = None
    description: Annotated[str, Show(N_("Description"), long=True, searchable=True)] = ""
    basis: Annotated[
        LegalBasis | None, Show(N_("Legal basis"), section=N_("Legal basis"), in_table=True, required_by="art. 6(1)")
    ] = None
    basis_stated: Annotated[
        str,
        Show(
            N_("Basis as the organisation states it"), N_("When it is not one of the six."), long=True, searchable=True
        ),
    ] = ""
    basis_text: Annotated[
        str,
        Show(
            N_("Text or contract relied on"), N_("For a legal obligation: the article."), in_table=True, searchable=True
        ),
    ] = ""
    interest: Annotated[str, Show(N_("Legitimate interest pursued"), section=N_("Balancing test"), long=True)] = ""
    balancing_necessity: Annotated[
        str, Show(N_("Necessity"), N_("Why nothing less intrusive would do."), long=True)
    ] = ""
    balancing_impact: Annotated[
        str,
        Show(N_("Impact and expectations"), N_("What the persons may expect, and what it does to them."), long=True),
    ] = ""
    balancing_safeguards: Annotated[
        str, Show(N_("Additional safeguards"), N_("Objection, transparency, limits, pseudonymisation."), long=True)
    ] = ""
    balancing: Annotated[
        str,
        Show(N_("Balancing test"), N_("The weighing: interest, necessity, expectations and safeguards."), long=True),
    ] = ""
    balancing_holds: Annotated[Answer | None, Show(N_("Whether the interest prevails"))] = None
    balancing_on: Annotated[date | None, Show(N_("Test made on"))] = None
    balancing_by: Annotated[str, Show(N_("Test made by"), personal="staff")] = ""
    balancing_document: Annotated[DocumentRef | None, Show(N_("Balancing test as a document"))] = None
    further: Annotated[bool | None, Show(N_("Further purpose"), section=N_("Further purpose"))] = None
    compatibility: Annotated[str, Show(N_("Compatibility test"), N_("Art. 6(4)."), long=True)] = ""
    compatibility_document: Annotated[DocumentRef | None, Show(N_("Compatibility test as a document"))] = None
    consent_mechanisms: Annotated[
        tuple[ConsentMechanism, ...], Show(N_("How consent is obtained"), section=N_("Consent"))
    ] = ()
    consent_text: Annotated[str, Show(N_("How consent is asked, in words"), long=True, searchable=True)] = ""
    consent_proof: Annotated[
        str, Show(N_("Proof of consent kept"), N_("Date, version of the wording, channel: art. 7(1)."), long=True)
    ] = ""
    consent_withdrawal: Annotated[str, Show(N_("How consent is withdrawn"), N_("Art. 7(3)."), long=True)] = ""
    electronic_marketing: Annotated[
        bool | None, Show(N_("Prospecting by e-mail or text message"), section=N_("Prospecting"))
    ] = None
    marketing_audience: Annotated[MarketingAudience | None, Show(N_("Audience of the prospecting"))] = None
    similar_products: Annotated[
        bool | None, Show(N_("Customers' similar products exception"), N_("Art. L34-5 CPCE."))
    ] = None
    opt_out_offered: Annotated[Answer | None, Show(N_("Opposition offered at collection and in each message"))] = None


class PersonGroup(Record):
    """A category of data subjects of an activity."""

    kind: ClassVar[Kind] = Kind(
        "person_group",
        N_("Category of data subjects"),
        N_("Categories of data subjects"),
        "PER",
        icon="users",
        parent="activity",
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[str, Show(N_("Persons"), in_table=True, searchable=True)] = ""
    category: Annotated[PersonCategory | None, Show(N_("Category"), in_table=True, required_by="art. 30(1)(c)")] = None
    number: Annotated[KnownNumber | None, Show(N_("Number of persons"), in_table=True)] = None
    vulnerable: Annotated[bool | None, Show(N_("Vulnerable persons"))] = None
    details: Annotated[str, Show(N_("Details"), long=True, searchable=True)] = ""


class DataItem(Record):
    """A category of personal data of an activity."""

    kind: ClassVar[Kind] = Kind(
        "data_item", N_("Data category"), N_("Data categories"), "DON", icon="documents", parent="activity"
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[str, Show(N_("Data"), in_table=True, searchable=True)] = ""
    category: Annotated[DataCategory | None, Show(N_("Category"), in_table=True, required_by="art. 30(1)(c)")] = None
    sensitive: Annotated[tuple[SensitiveCategory, ...], Show(N_("Special categories"), in_table=True)] = ()
    mandatory: Annotated[bool | None, Show(N_("Mandatory at collection"), in_table=True)] = None
    optional_shown: Annotated[bool | None, Show(N_("Optional, yet marked as mandatory"))] = None
    necessity: Annotated[str, Show(N_("Why it is needed"), N_("Art. 5(1)(c)."), long=True, searchable=True)] = ""
    details: Annotated[str, Show(N_("Details"), long=True, searchable=True)] = ""


class Retention(Record):
    """How long data of an activity are kept: one phase or one variant (art. 30(1)(f), 13(2)(a))."""

    kind: ClassVar[Kind] = Kind(
        "retention",
        N_("Retention period"),
        N_("Retention periods"),
        "DUR",
        icon="clock",
        parent="activity",
        line=("name", "duration", "criterion"),
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[str, Show(N_("What is kept"), in_table=True, searchable=True)] = ""
    data_items: Annotated[tuple[DataItemRef, ...], Show(N_("Data concerned"))] = ()
    phase: Annotated[RetentionPhase | None, Show(N_("Phase"))] = None
    state: Annotated[RetentionState | None, Show(N_("What is known"), audience="internal")] = None
    duration: Annotated[Duration | None, Show(N_("Duration"), in_table=True, required_by="art. 30(1)(f)")] = None
    criterion: Annotated[
        str, Show(N_("Criterion"), N_("Where no duration can be given."), in_table=True, searchable=True)
    ] = ""
    trigger: Annotated[RetentionTrigger | None, Show(N_("Starting point"), in_table=True)] = None
    trigger_text: Annotated[str, Show(N_("Starting point, in words"))] = ""
    raw_text: Annotated[str, Show(N_("As the source words it"), long=True, searchable=True, is_verbatim=True)] = ""
    legal_source: Annotated[str, Show(N_("Legal source or reference"), searchable=True)] = ""
    justification: Annotated[str, Show(N_("Justification of the period"), long=True)] = ""
    final_fate: Annotated[FinalFate | None, Show(N_("Final fate"), in_table=True)] = None
    fate_text: Annotated[str, Show(N_("Final fate, in words"), searchable=True)] = ""
    purge_mode: Annotated[PurgeMode | None, Show(N_("How the purge is done"))] = None
    access_restriction: Annotated[str, Show(N_("Who may reach the archive"), long=True)] = ""


class DataSource(Record):
    """Where the data of an activity come from (art. 13, 14)."""

    kind: ClassVar[Kind] = Kind(
        "data_source", N_("Source of data"), N_("Sources of data"), "SRC", icon="import", parent="activity"
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[str, Show(N_("Source"), in_table=True, searchable=True)] = ""
    origin: Annotated[SourceOrigin | None, Show(N_("Origin"), in_table=True)] = None
    method: Annotated[CollectionMethod | None, Show(N_("How it is collected"), in_table=True)] = None
    supplier: Annotated[str, Show(N_("Who supplies the data"), searchable=True)] = ""
    public_source: Annotated[bool | None, Show(N_("Publicly accessible source"))] = None
    details: Annotated[str, Show(N_("Details"), long=True, searchable=True)] = ""


class Recipient(Record):
    """Who receives data of an activity (art. 4(9), 30(1)(d))."""

    kind: ClassVar[Kind] = Kind(
        "recipient", N_("Recipient"), N_("Recipients"), "DES", icon="send", parent="activity", line=("name",)
    )

    activity: Annotated[ActivityRef | None, Show(N_("Activity"))] = None
    name: Annotated[str, Show(N_("Recipient"), in_table=True, searchable=True)] = ""
    type: Annotated[RecipientType | None, Show(N_("Type"), in_table=True, required_by="art. 30(1)(d)")] = None
    to_be_named: Annotated[
        bool | None, Show(N_("To be named"), N_("Only its category is known."), audience="internal")
    ] = None
    processor: Annotated[ProcessorRef | None, Show(N_("Record of the third party"), in_table=True)] = None
    purpose: Annotated[str, Show(N_("Purpose of the disclosure"), in_table=True, searchable=True)] = ""
    data: Annotated[str, Show(N_("Data disclosed"), searchable=True)] = ""
    country: Annotated[Country | None, Show(N_("Country"))] = None
    details: Annotated[str, Show(N_("Details"), long=True, searchable=True)] = ""


class ClientProcessing(SheetRecord):
    """A category of processing carried out for one client controller (art. 30(2))."""

    kind: ClassVar[Kind] = Kind(
        "client_processing",
        N_("Processing for a client"),
        N_("Processing for clients"),
        "SST",
        short=N_("For clients (art. 30(2))"),
        icon="processing",
        question=N_("What is done for each client, on whose instructions"),
        why=N_("A processor keeps a second record, one line for each client controller (art. 30(2))."),
        sheet=True,
    )

    name: Annotated[
        str,
        Show(
            N_("Category of processing"),
            section=N_("Description"),
            in_table=True,
            searchable=True,
            required_by="art. 30(2)(b)",
        ),
    ] = ""
    client: Annotated[
        str, Show(N_("Client controller"), in_table=True, searchable=True, required_by="art. 30(2)(a)")
    ] = ""
    client_contact: Annotated[
        str, Show(N_("Contact of the client"), long=True, personal="third_party", is_address=True)
    ] = ""
    client_representative: Annotated[str, Show(N_("Representative of the client"), personal="third_party")] = ""
    client_dpo: Annotated[str, Show(N_("DPO of the client"), personal="third_party", is_address=True)] = ""
    description: Annotated[str, Show(N_("Services provided"), long=True, searchable=True)] = ""
    persons: Annotated[tuple[PersonCategory, ...], Show(N_("Persons concerned"))] = ()
    data: Annotated[str, Show(N_("Data processed"), long=True, searchable=True)] = ""
    started_on: Annotated[date | None, Show(N_("Started on"))] = None
    ended_on: Annotated[date | None, Show(N_("Ended on"))] = None
    contract_reference: Annotated[
        str, Show(N_("Contract with the client"), section=N_("Contract"), searchable=True)
    ] = ""
    contract_signed_on: Annotated[date | None, Show(N_("Signed on"))] = None
    contract_document: Annotated[DocumentRef | None, Show(N_("Contract document"))] = None
    instructions: Annotated[str, Show(N_("Instructions of the client"), long=True, searchable=True)] = ""
    access_rule: Annotated[str, Show(N_("Access to the client's data"), long=True, searchable=True)] = ""
    end_of_contract: Annotated[str, Show(N_("At the end of the contract"), long=True, searchable=True)] = ""
    retention: Annotated[str, Show(N_("Retention"), long=True, searchable=True)] = ""
    sub_processors: Annotated[tuple[ProcessorRef, ...], Show(N_("Sub-processors"), section=N_("Means"))] = ()
    systems: Annotated[tuple[SystemRef, ...], Show(N_("Systems used"))] = ()
    transfers: Annotated[tuple[TransferRef, ...], Show(N_("Transfers"), required_by="art. 30(2)(c)")] = ()
    transfers_text: Annotated[str, Show(N_("Locations and transfers, in words"), long=True, searchable=True)] = ""
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures"), required_by="art. 30(2)(d)")] = ()
    security_text: Annotated[str, Show(N_("General description of security"), long=True, searchable=True)] = ""
