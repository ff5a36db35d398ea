"""Cases of the checks of processors, notices and trackers."""

from typing import Any

from dossier.model.record import Record
from dossier.model.vocabulary_procedures import NoticeItem
from tests.checks.case import Case, day, one, under

YES, NO = {"state": "oui"}, {"state": "non"}
CLAUSES = {f"clause_{letter}": YES for letter in "abcdefgh"}
HEADERS = {f"header_{name}": YES for name in ("object", "duration", "nature", "data", "persons", "obligations")}
ALL_ITEMS = tuple(NoticeItem)


def processor(**values: Any) -> Record:
    return one("processor", **{"role": "sous_traitant", **values})


def sub(**values: Any) -> Record:
    return under(PROCESSOR, "sub_processor", **values)


def notice(**values: Any) -> Record:
    return one("notice", **values)


def tracker(**values: Any) -> Record:
    return one("tracker", **{"purposes": ("publicite",), **values})


def activity(**values: Any) -> Record:
    return one("activity", **values)


PROCESSOR = processor()
GENERAL = PROCESSOR.with_(authorisation="generale")
DIRECT, INDIRECT = notice(origin="directe"), notice(origin="indirecte")
HOST = sub(reference="STU-002")
LOWER = sub(reference="STU-001", under=HOST.id)
ISO = {"type": "iso_27001"}
A_MONTH = {"count": 1, "unit": "mois"}
TOLD = notice(items=tuple(item for item in ALL_ITEMS if item not in (NoticeItem.TRANSFERS, NoticeItem.DPO)))
SENT = activity(notices=(TOLD.id,))

CASES = {
    "PRC-01": Case(
        [processor()], [processor(signed_on=day(months=-2), contract_document=one("document").id)], [processor()], True
    ),
    "PRC-01, other role": Case([processor()], [processor(role="responsable_distinct")], [processor(role=None)]),
    "PRC-02": Case([processor(**{**CLAUSES, "clause_f": NO})], [processor(**CLAUSES)], [processor()]),
    "PRC-02, signed": Case(
        [processor(signed_on=day(months=-2))], [processor(signed_on=day(months=-2), **CLAUSES)], [processor()]
    ),
    "PRC-03": Case(
        [processor(**{**HEADERS, "header_data": {"state": "partiel"}})], [processor(**HEADERS)], [processor()]
    ),
    "PRC-04": Case([sub(authorised="non"), GENERAL], [sub(), GENERAL], [sub(), PROCESSOR], speaks=True),
    "PRC-15": Case([LOWER, HOST.with_(under=LOWER.id), PROCESSOR], [LOWER, HOST, PROCESSOR], [HOST, PROCESSOR]),
    "PRC-15, itself": Case([HOST.with_(under=HOST.id), PROCESSOR], [LOWER, PROCESSOR], [HOST, PROCESSOR]),
    "PRC-05": Case([processor()], [processor(country="FR")], [processor()], speaks=True),
    "PRC-05, declared place": Case(
        [PROCESSOR, under(PROCESSOR, "location")],
        [PROCESSOR, under(PROCESSOR, "location", declared_country="FR")],
        [processor()],
        speaks=True,
    ),
    "PRC-05, sub-processor": Case([sub()], [sub(country="IE")], [sub()], speaks=True),
    "PRC-06": Case(
        [PROCESSOR, under(PROCESSOR, "guarantee", expires_on=day(days=-1), **ISO)],
        [PROCESSOR, under(PROCESSOR, "guarantee", expires_on=day(days=1), **ISO)],
        [PROCESSOR, under(PROCESSOR, "guarantee", type="declaration")],
        speaks=True,
    ),
    "PRC-07": Case(
        [processor(last_review=day(months=-13))],
        [processor(last_review=day(months=-13), risk="faible")],
        [processor()],
        speaks=True,
    ),
    "PRC-08": Case(
        [processor(ends_on=day(days=-1))],
        [processor(ends_on=day(days=-1), return_certified_on=day())],
        [processor()],
    ),
    "PRC-09": Case(
        [processor(own_purposes=True)],
        [processor(role="responsable_distinct", own_purposes=True)],
        [processor(role=None)],
        True,
    ),
    "PRC-10": Case([processor(alert_hours=49)], [processor(alert_hours=48)], [processor()]),
    "PRC-10, signed": Case(
        [processor(signed_on=day())], [processor(signed_on=day(), alert_hours=24)], [processor(name="")]
    ),
    "PRC-06, unnamed": Case([processor()], [processor(name="")], [processor(name="", to_be_named=True)]),
    "PRC-07, unnamed": Case([processor()], [processor(name="")], [processor(name="", to_be_named=True)]),
    "PRC-12, unnamed": Case([processor()], [processor(name="")], [processor(name="", to_be_named=True)]),
    "PRC-11": Case([processor(liability_disclaimer=True)], [processor(liability_disclaimer=False)], [processor()]),
    "PRC-11, notice": Case([notice(disclaims_liability=True)], [notice(disclaims_liability=False)], [notice()]),
    "PRC-12": Case(
        [processor(contact="support")], [processor(contact="support", keeps_register=True)], [processor()], speaks=True
    ),
    "INF-01": Case(
        [activity(direct_collection=True)],
        [activity(direct_collection=True, notices=(DIRECT.id,)), DIRECT],
        [activity()],
    ),
    "INF-02": Case(
        [activity(indirect_collection=True, notices=(DIRECT.id,)), DIRECT],
        [activity(indirect_collection=True, notices=(INDIRECT.id,), informed_within=A_MONTH), INDIRECT],
        [activity()],
    ),
    "INF-02, when told": Case(
        [activity(indirect_collection=True, notices=(INDIRECT.id,)), INDIRECT],
        [activity(indirect_collection=True, notices=(INDIRECT.id,), informed_within=A_MONTH), INDIRECT],
        [activity(notices=(INDIRECT.id,)), INDIRECT],
    ),
    "INF-02, late": Case(
        [
            activity(indirect_collection=True, notices=(INDIRECT.id,), informed_within={"count": 2, "unit": "mois"}),
            INDIRECT,
        ],
        [activity(indirect_collection=True, notices=(INDIRECT.id,), informed_within=A_MONTH), INDIRECT],
        [activity()],
    ),
    "INF-03": Case(
        [notice(items=tuple(item for item in ALL_ITEMS if item is not NoticeItem.COMPLAINT))],
        [notice(items=ALL_ITEMS)],
        [notice()],
        speaks=True,
    ),
    "INF-03, transfers": Case(
        [TOLD, SENT, one("transfer", activities=(SENT.id,))],
        [TOLD, SENT, one("transfer")],
        [TOLD],
    ),
    "INF-03, officer": Case(
        [TOLD, one("dpo_designation")], [TOLD, one("dpo_designation", ended_on=day(days=-1))], [TOLD]
    ),
    "INF-04": Case([notice(contradictions="3 ans ici, 5 ans là")], [notice(contradictions="")], [notice()]),
    "INF-05": Case([notice(wording_defects="Adresse tronquée")], [notice(wording_defects="")], [notice()]),
    "COO-01": Case([tracker(basis="navigateur")], [tracker(basis="consentement")], [tracker(purposes=())]),
    "COO-01, exempt by purpose": Case(
        [tracker(basis="opposition")], [tracker(basis="opposition", purposes=("session",))], [tracker()], speaks=True
    ),
    "COO-02": Case(
        [tracker(purposes=("mesure_audience",), exempt=True)],
        [tracker(purposes=("mesure_audience",), exempt=True, exemption_proof="Conditions vérifiées")],
        [tracker(purposes=("mesure_audience",))],
    ),
    "COO-03": Case(
        [tracker(basis="consentement", refuse_as_easy="non")],
        [tracker(basis="consentement", refuse_as_easy="oui")],
        [tracker(basis="consentement")],
    ),
    "COO-04": Case(
        [tracker(service_denied=True)], [tracker(service_denied=True, wall_assessment="Alternative")], [tracker()]
    ),
    "COO-04, exempt": Case(
        [tracker(service_denied=True)], [tracker(service_denied=True, purposes=("preference",))], [tracker()]
    ),
    "COO-05": Case(
        [tracker(choice_life={"count": 13, "unit": "mois"})],
        [tracker(choice_life={"count": 6, "unit": "mois"}, tracker_life={"count": 13, "unit": "mois"})],
        [tracker()],
    ),
    "COO-05, no choice to keep": Case(
        [tracker(choice_life={"count": 13, "unit": "mois"})],
        [tracker(choice_life={"count": 13, "unit": "mois"}, purposes=("preference",))],
        [tracker(purposes=("preference",))],
    ),
}
