"""What the checks of the breach log find, and where they are silent."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dossier.checks.finding import Finding, Severity
from dossier.checks.run import CHECKS, findings, findings_for
from dossier.i18n import language
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Precision, Record
from dossier.model.request import Request
from tests.factories import record
from tests.model.check_fields import FIELDS_READ

PARIS = ZoneInfo("Europe/Paris")
AWARE = "2026-11-18T09:00"
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=PARIS)
"""A day after the deadline of AWARE, 21 November at 09:00."""

COMPLETE = {"facts": "Envoi à tous", "effects": "Adresses vues", "remedies": "Excuses envoyées"}


def at(text: str) -> Moment:
    return Moment(at=datetime.fromisoformat(text).replace(tzinfo=PARIS))


def breach(**values: Any) -> Breach:
    made = record("breach", **{"reference": "VIO-2026-001", "aware_at": at(AWARE), **COMPLETE, **values})
    assert isinstance(made, Breach)
    return made


def part(kind: str, of: Breach, **values: Any) -> Record:
    return record(kind, breach=of.id, **values)


def dossier(*records: Record) -> Dossier:
    return Dossier("d").with_records([(None, one) for one in records], 0, "")


def found(of: Breach, *others: Record, now: datetime = NOW) -> list[Finding]:
    return findings_for(dossier(of, *others), of, now)


def ids(of: Breach, *others: Record, now: datetime = NOW) -> list[str]:
    return [finding.check.id for finding in found(of, *others, now=now)]


def notification(of: Breach, type_: str, day: str) -> Record:
    return part("breach_notification", of, type=type_, sent_at=at(day))


def test_a_complete_breach_notified_in_time_and_supplemented_has_no_finding() -> None:
    made = breach()
    sent = notification(made, "initiale", "2026-11-19T09:00"), notification(made, "complementaire", "2026-11-20T09:00")
    assert ids(made, *sent) == []


def test_72_hours_without_notification() -> None:
    assert ids(breach()) == ["BRE-02"]
    (finding,) = found(breach())
    assert finding.severity is Severity.BLOCKING
    assert "21/11/2026 09:00 (Paris)" in finding.sentence(language("fr"))
    assert "delay_reasons" in finding.fields
    assert ids(breach(), now=NOW - timedelta(days=2)) == []
    assert ids(breach(notify=False, notify_reasons="Données chiffrées")) == []
    assert ids(breach(aware_at=None, state="suspicion")) == []


def test_late_without_reasons() -> None:
    made = breach()
    sent = notification(made, "complete", "2026-11-22T10:00")
    assert ids(made, sent) == ["BRE-03"]
    assert "97" in found(made, sent)[0].sentence(language("fr"))
    assert ids(breach(delay_reasons="Inventaire"), sent.with_(breach=None)) == ["BRE-02"]
    explained = made.with_(delay_reasons="Inventaire en cours")
    assert ids(explained, sent) == []


def test_not_notifying_needs_reasons_that_agree_with_the_risk() -> None:
    assert ids(breach(notify=False)) == ["BRE-04"]
    contradictory = breach(notify=False, notify_reasons="Peu de données", risk="risque")
    assert ids(contradictory) == ["BRE-04"]
    assert "risque" in found(contradictory)[0].sentence(language("fr"))


def test_awareness_missing_or_after_the_notification() -> None:
    assert ids(breach(aware_at=None)) == ["BRE-05"]
    made = breach()
    assert "BRE-05" in ids(made, notification(made, "complete", "2026-11-17T10:00"))
    same_day = part("breach_notification", made, type="complete", sent_at=at(AWARE).with_(precision=Precision.DAY))
    assert "BRE-05" not in ids(made, same_day)


def test_the_register_names_what_it_lacks() -> None:
    (finding,) = found(breach(facts="", remedies="", notify=False, notify_reasons="Chiffré"))
    assert (finding.check.id, finding.fields) == ("BRE-06", ("facts", "remedies"))
    assert "faits détaillés" in finding.sentence(language("fr"))
    assert ids(breach(effects="", harms=("fraude",), notify=False, notify_reasons="Chiffré")) == []


def test_high_risk_and_nobody_informed() -> None:
    quiet = {"notify": True, "delay_reasons": "x"}
    made = breach(risk="eleve", **quiet)
    sent = notification(made, "complete", "2026-11-19T09:00")
    assert ids(made, sent) == ["BRE-07"]
    assert ids(made, sent, part("breach_communication", made, sent_at=at("2026-11-20T09:00"))) == []
    for values in (
        {"inform": "oui"},
        {"inform": "prevu", "inform_planned_on": "2026-11-22"},
        {"exception": "a", "inform_reasons": "Clé intacte"},
    ):
        assert ids(made.with_(**values), sent) == [], values
    for values in ({"exception": "a"}, {"inform": "prevu"}, {"inform": "prevu", "inform_planned_on": "2026-11-21"}):
        assert ids(made.with_(**values), sent) == ["BRE-07"], values


def test_a_high_score_without_judgement_is_to_check() -> None:
    made = breach()
    sent = notification(made, "complete", "2026-11-19T09:00")
    score = part("breach_assessment", made, context="sensibles", identification="maximale")
    (finding,) = found(made, sent, score)
    assert (finding.check.id, finding.severity) == ("BRE-07", Severity.TO_CHECK)
    assert ids(made.with_(risk="risque"), sent, score) == []


def test_a_supplement_is_expected_72_hours_after_the_initial_notification() -> None:
    made = breach()
    sent = notification(made, "initiale", "2026-11-19T09:00")
    assert ids(made, sent, now=NOW.replace(hour=9, minute=0)) == []
    assert ids(made, sent, now=NOW.replace(hour=9, minute=1)) == ["BRE-08"]
    assert ids(made.with_(state="notifiee_complete"), sent) == []


def test_a_processor_involved_and_when_it_told() -> None:
    made = breach(notify=False, notify_reasons="x")
    assert ids(made, part("breach_party", made, role="sous_traitant")) == ["BRE-09"]
    assert ids(made.with_(processor_alerted_at=at(AWARE)), part("breach_party", made, role="sous_traitant")) == []


def test_cross_border_and_closed() -> None:
    decided = {"notify": False, "notify_reasons": "x"}
    assert ids(breach(cross_border=True, **decided)) == ["BRE-10"]
    assert ids(breach(state="cloturee", **decided)) == ["BRE-11"]
    assert ids(breach(closed_on="2026-11-21", root_cause="Consigne oubliée", **decided)) == []


def test_a_state_that_says_more_than_the_dossier_shows() -> None:
    early = {"aware_at": at("2026-11-21T09:00"), "root_cause": "Consigne oubliée"}
    for state in ("notifiee_initiale", "notifiee_complete", "cloturee"):
        made = breach(state=state, **early)
        assert ids(made) == ["BRE-15"], state
        sent = notification(made, "complete", "2026-11-21T10:00")
        assert ids(made, sent) == [], state
    assert ids(breach(state="cloturee", notify=False, notify_reasons="x", **early)) == []
    assert ids(breach(state="notifiee_complete", role="sous_traitant", **early)) == ["BRE-13"]
    assert ids(breach(state=None, **early)) == []


def test_every_sentence_of_a_log_names_its_record() -> None:
    """It is read in a list of all findings, and in an action that is made of it."""
    logs = [check for check in CHECKS if check.kind in (Breach, Request)]
    assert [check.id for check in logs if "{record}" not in check.sentence] == []
    nameless = breach(reference="", name="", notify=False)
    assert found(nameless)[0].sentence(language("fr")).startswith("Violation\u00a0: ")


def test_three_of_one_origin_in_twelve_months() -> None:
    decided = {"notify": False, "notify_reasons": "x", "origins": ("mauvais_destinataire",)}
    days = ("2025-11-18T09:01", "2026-05-05T10:00", "2026-11-18T09:00")
    same = [breach(aware_at=at(day), reference=f"VIO-{n}", **decided) for n, day in enumerate(days)]
    assert ids(same[2], *same[:2]) == ["BRE-12"]
    assert ids(same[1], same[0], same[2]) == []
    assert "VIO-0, VIO-1" in found(same[2], *same[:2])[0].sentence(language("fr"))
    before = same[0].with_(aware_at=at("2025-11-18T09:00"))
    assert ids(same[2], before, same[1]) == []
    assert ids(same[2], same[1], same[0].with_(state="ecartee")) == []


def test_as_processor_each_controller_is_told_and_no_hours_are_counted() -> None:
    ours = breach(role="sous_traitant")
    assert ids(ours) == ["BRE-13"]
    told = part("breach_party", ours, name="Alpha", role="responsable", alerted_at=at(AWARE))
    untold = part("breach_party", ours, name="Bêta", role="responsable")
    assert ids(ours, told) == []
    (finding,) = found(ours, told, untold)
    assert "Bêta" in finding.sentence(language("fr"))


@pytest.mark.parametrize(
    "values",
    [
        {"aware_at": at("2026-11-23T09:00")},
        {"closed_on": "2026-11-23", "root_cause": "x"},
        {"started_at": KnownMoment(value=at("2026-11-19T09:00"))},
        {"suspected_at": at("2026-11-19T09:00")},
        {
            "started_at": KnownMoment(value=at("2026-11-17T09:00")),
            "ended_at": KnownMoment(value=at("2026-11-16T09:00")),
        },
        {"started_at": KnownMoment(value=at("2026-11-17T09:00"), to=at("2026-11-16T09:00"), state=Knowledge.RANGE)},
        {"ongoing": True, "ended_at": KnownMoment(value=at("2026-11-18T10:00"))},
        {"aware_at": at("2026-10-25T02:30"), "delay_reasons": "x"},
        {"persons_number": KnownNumber(value=-3)},
        {"records_number": KnownNumber(value=300, to=30, state=Knowledge.RANGE)},
    ],
)
def test_what_cannot_be_is_kept_and_said(values: dict[str, Any]) -> None:
    made = breach(notify=False, notify_reasons="x", **values)
    (finding,) = found(made)
    assert finding.check.id in ("QUA-02", "QUA-03")
    assert finding.fields
    assert finding.sentence(language("fr")) != finding.sentence(language("en"))


def test_a_notification_to_come_is_said() -> None:
    made = breach()
    sent = notification(made, "complete", "2026-11-30T10:00").with_(name="CNIL")
    sentences = [one.sentence(language("fr")) for one in found(made, sent) if one.check.id == "QUA-02"]
    assert [sentence.split("\u00a0:")[0] for sentence in sentences] == ["VIO-2026-001, CNIL, date d’envoi"]


def test_data_that_leaked_and_that_no_activity_lists() -> None:
    activity = record("activity", name="Paie")
    item = record("data_item", activity=activity.id, category="etat_civil_identite")
    decided = {"notify": False, "notify_reasons": "x", "activities": (activity.id,)}
    assert ids(breach(data=("etat_civil",), **decided), activity, item) == []
    contradictory = breach(data=("etat_civil", "localisation"), **decided)
    (finding,) = found(contradictory, activity, item)
    assert finding.check.id == "BRE-14"
    assert "Paie" in finding.sentence(language("fr"))
    assert "ocalisation" in finding.sentence(language("fr"))
    assert ids(contradictory.with_(activities=()), activity, item) == []


def test_data_for_which_the_register_has_no_category_are_said_not_to_be_comparable() -> None:
    activity = record("activity", name="Paie")
    item = record("data_item", activity=activity.id, category="etat_civil_identite")
    decided = {"notify": False, "notify_reasons": "x", "activities": (activity.id,)}
    (finding,) = found(breach(data=("documents_officiels",), **decided), activity, item)
    assert (finding.check.id, finding.severity) == ("BRE-14", Severity.INFO)
    assert "documents officiels" in finding.sentence(language("fr"))
    assert ids(breach(data=("inconnues",), **decided), activity, item) == []


def test_no_procedure_for_breaches() -> None:
    organisation = record("organisation", name="SOCO")
    assert "BRE-01" in ids_of(findings(dossier(organisation), NOW))
    written = record("procedure", type="violations", adopted_on="2026-01-05")
    assert "BRE-01" not in ids_of(findings(dossier(organisation, written), NOW))


def test_a_procedure_for_breaches_that_is_only_announced() -> None:
    announced = record("procedure", name="Réaction", type="violations")
    (finding,) = [one for one in findings(dossier(announced), NOW) if one.check.id == "BRE-01"]
    assert (finding.record, finding.severity) == (announced, Severity.MINOR)
    elsewhere = record("procedure", type="droits")
    assert "BRE-01" not in ids_of(findings(dossier(elsewhere), NOW))


def ids_of(found: list[Finding]) -> list[str]:
    return [one.check.id for one in found]


def test_the_heaviest_come_first_and_every_check_reads_fields_that_exist() -> None:
    made = breach(cross_border=True, facts="")
    weights = list(Severity)
    order = [weights.index(one.severity) for one in found(made)]
    assert order == sorted(order)
    assert {check.id for check in CHECKS} <= set(FIELDS_READ)
