"""Information notices (art. 12 to 14) and trackers (art. 82 LIL)."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.countries import Country
from dossier.model.record import Duration, Kind, SheetRecord, Show
from dossier.model.references import DocumentRef, NoticeRef, ProcessorRef
from dossier.model.vocabulary import Answer, SourceOrigin
from dossier.model.vocabulary_procedures import NoticeAudience, NoticeItem, TrackerBasis, TrackerPurpose


class Notice(SheetRecord):
    """What the persons are told, where, and what it lacks."""

    kind: ClassVar[Kind] = Kind(
        "notice",
        N_("Information notice"),
        N_("Information notices"),
        "MEN",
        icon="notices",
        question=N_("What the persons are told, and whether it is complete"),
        why=N_("Persons are told who processes their data, why and how long (art. 13, 14)."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Notice"), section=N_("Notice"), in_table=True, searchable=True)] = ""
    audiences: Annotated[tuple[NoticeAudience, ...], Show(N_("Audience"), in_table=True)] = ()
    origin: Annotated[SourceOrigin | None, Show(N_("For data collected"))] = None
    url: Annotated[str, Show(N_("Where it is found"), searchable=True, is_address=True)] = ""
    language: Annotated[str, Show(N_("Language of the notice"), is_language=True)] = ""
    document: Annotated[DocumentRef | None, Show(N_("Text of the notice"))] = None
    version: Annotated[str, Show(N_("Version"))] = ""
    published_on: Annotated[date | None, Show(N_("Published or changed on"), in_table=True)] = None
    previous_kept: Annotated[Answer | None, Show(N_("Previous versions kept"))] = None
    items: Annotated[tuple[NoticeItem, ...], Show(N_("What it tells"), section=N_("Content"))] = ()
    contact_details: Annotated[str, Show(N_("Contact details it gives"), long=True, searchable=True)] = ""
    summary: Annotated[str, Show(N_("Content in short"), long=True, searchable=True)] = ""
    disclaims_liability: Annotated[bool | None, Show(N_("Excludes the controller's liability"))] = None
    disclaimer_text: Annotated[
        str, Show(N_("Disclaimer, as worded"), long=True, spoken_in="language", is_verbatim=True)
    ] = ""
    contradictions: Annotated[
        str,
        Show(
            N_("Contradictions with the record or within the notice"), long=True, searchable=True, audience="internal"
        ),
    ] = ""
    wording_defects: Annotated[str, Show(N_("Defects of wording"), long=True, audience="internal")] = ""
    replaces: Annotated[NoticeRef | None, Show(N_("Replaces"))] = None
    last_review: Annotated[date | None, Show(N_("Last review"), section=N_("Reviews"))] = None
    next_review: Annotated[date | None, Show(N_("Next review"), in_table=True)] = None


class Tracker(SheetRecord):
    """A cookie or another tracker, its purpose, its basis and its life."""

    kind: ClassVar[Kind] = Kind(
        "tracker",
        N_("Tracker"),
        N_("Trackers"),
        "TRA",
        icon="trackers",
        question=N_("What is placed on the persons' devices, why, and with what consent"),
        why=N_("A tracker that is not exempt waits for consent, and refusing is as easy as accepting (art. 82 LIL)."),
        sheet=True,
    )

    name: Annotated[str, Show(N_("Tracker"), section=N_("Tracker"), in_table=True, searchable=True)] = ""
    domain: Annotated[str, Show(N_("Domain"), searchable=True)] = ""
    third_party: Annotated[bool | None, Show(N_("Third party"))] = None
    provider: Annotated[ProcessorRef | None, Show(N_("Provider"))] = None
    country: Annotated[Country | None, Show(N_("Country"))] = None
    purposes: Annotated[tuple[TrackerPurpose, ...], Show(N_("Purposes"), in_table=True)] = ()
    description: Annotated[str, Show(N_("What it does"), long=True, searchable=True)] = ""
    basis: Annotated[TrackerBasis | None, Show(N_("Rests on"), section=N_("Consent"), in_table=True)] = None
    exempt: Annotated[bool | None, Show(N_("Exemption claimed"))] = None
    exemption_proof: Annotated[str, Show(N_("Conditions of the exemption shown"), long=True)] = ""
    banner_text: Annotated[str, Show(N_("Wording of the banner"), long=True, searchable=True, is_verbatim=True)] = ""
    refuse_as_easy: Annotated[Answer | None, Show(N_("Refusing as easy as accepting"))] = None
    refusal_means: Annotated[str, Show(N_("How one refuses"), long=True, searchable=True)] = ""
    service_denied: Annotated[bool | None, Show(N_("Service denied or reduced on refusal"))] = None
    denial_text: Annotated[str, Show(N_("Effects of a refusal"), long=True)] = ""
    wall_assessment: Annotated[str, Show(N_("Assessment of the cookie wall"), long=True)] = ""
    consent_proof: Annotated[str, Show(N_("Proof of consent kept"), long=True)] = ""
    consent_tool: Annotated[str, Show(N_("Consent management tool"))] = ""
    tracker_life: Annotated[
        Duration | None,
        Show(N_("Life of the tracker"), N_("Reference: 13 months."), section=N_("Durations"), in_table=True),
    ] = None
    data_life: Annotated[Duration | None, Show(N_("Life of the data"), N_("Reference: 25 months."))] = None
    choice_life: Annotated[Duration | None, Show(N_("Life of the choice"), N_("Good practice: 6 months."))] = None
    life_text: Annotated[str, Show(N_("Durations, as worded"), long=True, searchable=True, is_verbatim=True)] = ""
