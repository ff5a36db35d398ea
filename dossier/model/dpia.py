"""Data protection impact assessments (art. 35 and 36) and their risks."""

from datetime import date
from typing import Annotated, ClassVar

from dossier.i18n import N_
from dossier.model.record import Kind, Record, SheetRecord, Show
from dossier.model.references import ActivityRef, DocumentRef, DpiaRef, MeasureRef
from dossier.model.vocabulary import Answer, DpiaCriterion, DpiaListEntry, FearedEvent, Level


class Dpia(SheetRecord):
    """An impact assessment: context, necessity, risks, measures, opinions."""

    kind: ClassVar[Kind] = Kind(
        "dpia",
        N_("DPIA"),
        N_("DPIAs"),
        "AIPD",
        icon="dpia",
        question=N_("Which processing is risky, what was assessed, and what remains"),
        why=N_("Two of the nine criteria mean an impact assessment in principle (art. 35, WP248)."),
        sheet=True,
        parts_after=N_("Measures"),
    )

    name: Annotated[str, Show(N_("Assessment"), section=N_("Context"), in_table=True, searchable=True)] = ""
    activities: Annotated[tuple[ActivityRef, ...], Show(N_("Activities"))] = ()
    criteria: Annotated[tuple[DpiaCriterion, ...], Show(N_("Criteria met"))] = ()
    cnil_list: Annotated[tuple[DpiaListEntry, ...], Show(N_("Type on the CNIL's list"))] = ()
    required: Annotated[Answer | None, Show(N_("Assessment required"), in_table=True)] = None
    required_reason: Annotated[str, Show(N_("Why it is or is not required"), long=True)] = ""
    made_on: Annotated[date | None, Show(N_("Made on"), in_table=True)] = None
    author: Annotated[str, Show(N_("Author"), personal="staff")] = ""
    overview: Annotated[str, Show(N_("Overview"), long=True, searchable=True, required_by="art. 35(7)(a)")] = ""
    data_text: Annotated[str, Show(N_("Data, processes and assets"), long=True, searchable=True)] = ""
    proportionality: Annotated[
        str,
        Show(
            N_("Necessity and proportionality"),
            section=N_("Fundamental principles"),
            long=True,
            required_by="art. 35(7)(b)",
        ),
    ] = ""
    rights_text: Annotated[str, Show(N_("Rights of the persons"), long=True)] = ""
    measures: Annotated[
        tuple[MeasureRef, ...], Show(N_("Measures"), section=N_("Measures"), required_by="art. 35(7)(d)")
    ] = ()
    measures_text: Annotated[str, Show(N_("Measures, in words"), long=True)] = ""
    residual: Annotated[
        Level | None,
        Show(N_("Residual risk"), section=N_("Overview of the risks"), in_table=True),
    ] = None
    action_plan: Annotated[str, Show(N_("Action plan"), long=True)] = ""
    dpo_opinion: Annotated[
        str, Show(N_("Opinion of the officer"), N_("Art. 35(2)."), section=N_("Validation"), long=True)
    ] = ""
    dpo_opinion_on: Annotated[date | None, Show(N_("Opinion given on"))] = None
    persons_views: Annotated[str, Show(N_("Views of the persons"), N_("Art. 35(9)."), long=True)] = ""
    decision: Annotated[str, Show(N_("Decision of the controller"), long=True)] = ""
    consultation: Annotated[
        Answer | None, Show(N_("CNIL consulted"), N_("Art. 36."), section=N_("Prior consultation"))
    ] = None
    consulted_on: Annotated[date | None, Show(N_("Consulted on"))] = None
    consultation_outcome: Annotated[str, Show(N_("Outcome of the consultation"), long=True)] = ""
    document: Annotated[DocumentRef | None, Show(N_("Document"), section=N_("Review"))] = None
    next_review: Annotated[date | None, Show(N_("Next review"), in_table=True)] = None


class DpiaRisk(Record):
    """One feared event of an assessment, before and after the measures."""

    kind: ClassVar[Kind] = Kind("dpia_risk", N_("Risk"), N_("Risks"), "RIS", icon="major", parent="dpia")

    dpia: Annotated[DpiaRef | None, Show(N_("DPIA"))] = None
    name: Annotated[str, Show(N_("Risk"), section=N_("Feared event"), in_table=True, searchable=True)] = ""
    event: Annotated[FearedEvent | None, Show(N_("Feared event"), in_table=True)] = None
    sources: Annotated[str, Show(N_("Sources of the risk"), long=True)] = ""
    threats: Annotated[str, Show(N_("Threats"), long=True)] = ""
    impacts: Annotated[str, Show(N_("Impacts on the persons"), long=True, searchable=True)] = ""
    severity: Annotated[Level | None, Show(N_("Severity"), section=N_("Before the measures"), in_table=True)] = None
    likelihood: Annotated[Level | None, Show(N_("Likelihood"), in_table=True)] = None
    measures: Annotated[tuple[MeasureRef, ...], Show(N_("Measures"), section=N_("After the measures"))] = ()
    residual_severity: Annotated[Level | None, Show(N_("Residual severity"), in_table=True)] = None
    residual_likelihood: Annotated[Level | None, Show(N_("Residual likelihood"), in_table=True)] = None
