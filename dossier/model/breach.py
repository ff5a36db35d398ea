"""Personal data breaches (art. 33 and 34): the record of art. 33(5) and all that hangs on it."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Kind, KnownMoment, KnownNumber, Moment, Record, SheetRecord, Show
from dossier.model.references import ActivityRef, BreachRef, DocumentRef, MeasureRef, ProcessorRef
from dossier.model.vocabulary import Level, SensitiveCategory
from dossier.model.vocabulary_procedures import (
    Article34Exception,
    BreachCause,
    BreachConsequence,
    BreachData,
    BreachHarm,
    BreachNature,
    BreachOrigin,
    BreachPersons,
    BreachRisk,
    BreachRole,
    BreachState,
    Channel,
    EnisaAvailability,
    EnisaConfidentiality,
    EnisaData,
    EnisaIdentification,
    EnisaIntegrity,
    InformPersons,
    NotificationType,
)


class Breach(SheetRecord):
    """An incident that touches personal data, from suspicion to closing."""

    kind: ClassVar[Kind] = Kind(
        "breach",
        N_("Breach"),
        N_("Breaches"),
        "VIO-%Y",
        icon="breaches",
        question=N_("What happened, what is due when, and what the CNIL will ask"),
        why=N_(
            "Every breach is recorded: facts, effects, remedial action (art. 33(5)), whether or not it is notified."
        ),
        sheet=True,
        leaves_trace=True,
        dated=("aware_at", "logged_at"),
    )

    name: Annotated[
        str,
        Show(
            N_("What happened"),
            section=N_("Incident"),
            in_table=True,
            searchable=True,
            personal="third_party",
            prose=True,
        ),
    ] = ""
    state: Annotated[BreachState | None, Show(N_("State"), in_table=True)] = None
    role: Annotated[BreachRole | None, Show(N_("Our role"))] = None
    facts: Annotated[
        str,
        Show(
            N_("Facts in detail"),
            long=True,
            searchable=True,
            required_by="art. 33(5)",
            personal="third_party",
            prose=True,
        ),
    ] = ""
    activities: Annotated[tuple[ActivityRef, ...], Show(N_("Activities"))] = ()
    processors: Annotated[tuple[ProcessorRef, ...], Show(N_("Processors involved"))] = ()
    logged_at: Annotated[
        Moment | None, Show(N_("Logged at"), N_("When it was typed, even where it entered the dossier later."))
    ] = None
    logged_by: Annotated[str, Show(N_("Logged by"), personal="staff")] = ""
    suspected_at: Annotated[Moment | None, Show(N_("Suspected at"), section=N_("Dates"))] = None
    detected_at: Annotated[Moment | None, Show(N_("Detected at"))] = None
    aware_at: Annotated[
        Moment | None, Show(N_("Aware at"), N_("Reasonable certainty: the 72 hours run from here."), in_table=True)
    ] = None
    processor_alerted_at: Annotated[Moment | None, Show(N_("Told by the processor at"), N_("Art. 33(2)."))] = None
    started_at: Annotated[KnownMoment | None, Show(N_("Started at"))] = None
    ended_at: Annotated[KnownMoment | None, Show(N_("Ended at"))] = None
    ongoing: Annotated[bool | None, Show(N_("Still ongoing"))] = None
    discovered_by: Annotated[str, Show(N_("Discovered by"), personal="staff", searchable=True)] = ""
    discovery: Annotated[str, Show(N_("Circumstances of the discovery"), long=True, searchable=True)] = ""
    dates_comment: Annotated[str, Show(N_("Comments on the dates"), long=True)] = ""
    nature: Annotated[tuple[BreachNature, ...], Show(N_("Nature"), section=N_("Nature and origin"), in_table=True)] = ()
    origins: Annotated[tuple[BreachOrigin, ...], Show(N_("Origin of the incident"))] = ()
    causes: Annotated[tuple[BreachCause, ...], Show(N_("Cause"))] = ()
    origin_text: Annotated[str, Show(N_("Origin and cause, in words"), long=True, searchable=True)] = ""
    data: Annotated[tuple[BreachData, ...], Show(N_("Data"), section=N_("Data and persons"))] = ()
    sensitive: Annotated[tuple[SensitiveCategory, ...], Show(N_("Sensitive data"))] = ()
    data_text: Annotated[str, Show(N_("Data, in words"), long=True, searchable=True)] = ""
    records_number: Annotated[KnownNumber | None, Show(N_("Number of records"))] = None
    persons: Annotated[tuple[BreachPersons, ...], Show(N_("Persons"))] = ()
    persons_text: Annotated[str, Show(N_("Persons, in words"), long=True, searchable=True)] = ""
    persons_number: Annotated[KnownNumber | None, Show(N_("Number of persons"), in_table=True)] = None
    previous_measures: Annotated[
        str, Show(N_("Measures in place before"), section=N_("Effects and measures"), long=True, searchable=True)
    ] = ""
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Security measures concerned"))] = ()
    consequences: Annotated[tuple[BreachConsequence, ...], Show(N_("Likely consequences"))] = ()
    harms: Annotated[tuple[BreachHarm, ...], Show(N_("Harm to the persons"))] = ()
    effects: Annotated[str, Show(N_("Effects, in words"), long=True, searchable=True, required_by="art. 33(5)")] = ""
    gravity: Annotated[Level | None, Show(N_("Severity"))] = None
    likelihood: Annotated[Level | None, Show(N_("Likelihood"))] = None
    remedies: Annotated[str, Show(N_("Measures taken"), long=True, searchable=True, required_by="art. 33(5)")] = ""
    remedies_planned: Annotated[str, Show(N_("Measures planned"), long=True, searchable=True)] = ""
    remedies_lasting: Annotated[str, Show(N_("Measures planned in the long term"), long=True, searchable=True)] = ""
    risk: Annotated[
        BreachRisk | None,
        Show(N_("Risk for the persons"), N_("The officer's own judgement, above any score."), section=N_("Decision")),
    ] = None
    notify: Annotated[bool | None, Show(N_("Notify the CNIL"), N_("The decision of the officer, above any score."))] = (
        None
    )
    notify_reasons: Annotated[str, Show(N_("Reasons of the decision"), long=True, searchable=True)] = ""
    decided_by: Annotated[str, Show(N_("Decided by"), personal="staff")] = ""
    decided_at: Annotated[Moment | None, Show(N_("Decided at"))] = None
    delay_reasons: Annotated[str, Show(N_("Reasons for the delay"), N_("Art. 33(1), after 72 hours."), long=True)] = ""
    cnil_reference: Annotated[str, Show(N_("CNIL reference"), searchable=True)] = ""
    inform: Annotated[
        InformPersons | None, Show(N_("Information of the persons"), section=N_("Information of the persons"))
    ] = None
    inform_planned_on: Annotated[date | None, Show(N_("Planned on"))] = None
    inform_reasons: Annotated[str, Show(N_("Reasons"), long=True)] = ""
    exception: Annotated[Article34Exception | None, Show(N_("Exception of art. 34(3)"))] = None
    cross_border: Annotated[bool | None, Show(N_("Cross-border"), section=N_("Other authorities"))] = None
    countries: Annotated[tuple[Country, ...], Show(N_("Countries concerned"))] = ()
    lead_authority: Annotated[str, Show(N_("Lead authority"))] = ""
    other_authorities: Annotated[
        str, Show(N_("Other authorities concerned"), N_("NIS2, ANSSI, DORA, HDS..."), long=True)
    ] = ""
    root_cause: Annotated[str, Show(N_("Root cause"), section=N_("Closing"), long=True, searchable=True)] = ""
    lessons: Annotated[str, Show(N_("Lessons"), long=True, searchable=True)] = ""
    closed_on: Annotated[date | None, Show(N_("Closed on"))] = None
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()

    @property
    def is_open(self) -> bool:
        """Whether anything can still fall due for it."""
        return self.closed_on is None and self.state not in (BreachState.CLOSED, BreachState.DISMISSED)


class BreachEvent(Record):
    """One dated event of a breach; a correction is a new event, never a change of the old one."""

    kind: ClassVar[Kind] = Kind(
        "breach_event", N_("Event"), N_("Timeline"), "EVT", icon="note", parent="breach", append_only=True
    )

    breach: Annotated[BreachRef | None, Show(N_("Breach"))] = None
    at: Annotated[Moment | None, Show(N_("When"), in_table=True)] = None
    name: Annotated[
        str, Show(N_("What happened"), long=True, in_table=True, searchable=True, personal="third_party", prose=True)
    ] = ""
    by: Annotated[str, Show(N_("Noted by"), in_table=True, personal="staff")] = ""
    struck_out: Annotated[bool | None, Show(N_("Struck out"), N_("Withdrawn, and kept readable."))] = None
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()


class BreachAssessment(Record):
    """An assessment of severity (ENISA 2013); an earlier one is kept when a new one replaces it."""

    kind: ClassVar[Kind] = Kind(
        "breach_assessment",
        N_("Severity assessment"),
        N_("Severity assessments"),
        "EVA",
        icon="scale",
        parent="breach",
        append_only=True,
    )

    breach: Annotated[BreachRef | None, Show(N_("Breach"))] = None
    name: Annotated[str, Show(N_("Title"), in_table=True, searchable=True)] = ""
    at: Annotated[Moment | None, Show(N_("Made at"), in_table=True)] = None
    by: Annotated[str, Show(N_("Made by"), in_table=True, personal="staff")] = ""
    context: Annotated[EnisaData | None, Show(N_("Data processing context"), in_table=True)] = None
    context_adjustment: Annotated[
        int | None, Show(N_("Adjustment of the context"), N_("From -3 to +3, the total stays between 1 and 4."))
    ] = None
    context_reason: Annotated[str, Show(N_("Reason for the adjustment"), long=True)] = ""
    identification: Annotated[EnisaIdentification | None, Show(N_("Ease of identification"), in_table=True)] = None
    confidentiality: Annotated[EnisaConfidentiality | None, Show(N_("Loss of confidentiality"))] = None
    integrity: Annotated[EnisaIntegrity | None, Show(N_("Loss of integrity"))] = None
    availability: Annotated[EnisaAvailability | None, Show(N_("Loss of availability"))] = None
    malicious: Annotated[bool | None, Show(N_("Malicious intent"))] = None
    unintelligible: Annotated[bool | None, Show(N_("Data unintelligible"))] = None
    comment: Annotated[str, Show(N_("Comment"), long=True, searchable=True)] = ""
    struck_out: Annotated[bool | None, Show(N_("Struck out"), N_("Withdrawn, and kept readable."))] = None


class BreachNotification(Record):
    """Something sent about a breach: to the CNIL, another authority, the police, an insurer, a controller."""

    kind: ClassVar[Kind] = Kind(
        "breach_notification", N_("Notification"), N_("Notifications"), "NOT", icon="send", parent="breach"
    )

    breach: Annotated[BreachRef | None, Show(N_("Breach"))] = None
    name: Annotated[str, Show(N_("Addressee"), in_table=True, searchable=True)] = ""
    type: Annotated[NotificationType | None, Show(N_("Type"), in_table=True)] = None
    sent_at: Annotated[Moment | None, Show(N_("Sent at"), in_table=True)] = None
    channel: Annotated[Channel | None, Show(N_("Channel"))] = None
    case_reference: Annotated[str, Show(N_("Reference given"), in_table=True, searchable=True)] = ""
    content: Annotated[
        str, Show(N_("Content sent"), long=True, searchable=True, personal="third_party", prose=True)
    ] = ""
    complement_due_on: Annotated[date | None, Show(N_("Complement due on"))] = None
    answer: Annotated[str, Show(N_("Answer received"), long=True)] = ""
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()


class BreachCommunication(Record):
    """What was told to the persons (art. 34)."""

    kind: ClassVar[Kind] = Kind(
        "breach_communication",
        N_("Communication to the persons"),
        N_("Communications to the persons"),
        "COM",
        icon="megaphone",
        parent="breach",
    )

    breach: Annotated[BreachRef | None, Show(N_("Breach"))] = None
    name: Annotated[str, Show(N_("Subject"), in_table=True, searchable=True)] = ""
    sent_at: Annotated[Moment | None, Show(N_("Sent at"), in_table=True)] = None
    channel: Annotated[Channel | None, Show(N_("Means of communication"), in_table=True)] = None
    persons_number: Annotated[KnownNumber | None, Show(N_("Number of persons told"), in_table=True)] = None
    content: Annotated[str, Show(N_("Content"), long=True, searchable=True)] = ""
    documents: Annotated[tuple[DocumentRef, ...], Show(N_("Documents"))] = ()


class BreachParty(Record):
    """Another organisation involved: a controller to alert, a processor, a joint controller."""

    kind: ClassVar[Kind] = Kind(
        "breach_party",
        N_("Organisation involved"),
        N_("Organisations involved"),
        "ORI",
        icon="processors",
        parent="breach",
    )

    breach: Annotated[BreachRef | None, Show(N_("Breach"))] = None
    name: Annotated[str, Show(N_("Organisation"), in_table=True, searchable=True)] = ""
    role: Annotated[BreachRole | None, Show(N_("Role"), in_table=True)] = None
    processor: Annotated[ProcessorRef | None, Show(N_("Record"))] = None
    contact: Annotated[str, Show(N_("Contact"), in_table=True, personal="third_party", is_address=True)] = ""
    alerted_at: Annotated[Moment | None, Show(N_("Alerted at"), in_table=True)] = None
    comment: Annotated[str, Show(N_("Comment"), long=True)] = ""
