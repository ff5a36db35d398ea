"""Cases of the checks of transfers and retention."""

from datetime import date, timedelta
from typing import Any

from dossier.model.identifier import new_id
from dossier.model.record import Record
from tests.checks.case import NOW, Case, day, one, under


def transfer(**values: Any) -> Record:
    return one("transfer", **values)


def kept(**values: Any) -> list[Record]:
    return [one("retention", **values)]


def activity(**values: Any) -> Record:
    return one("activity", **values)


def years(count: int) -> dict[str, Any]:
    return {"count": count, "unit": "an"}


ADEQUACY = {"mechanism": "adequation"}
SCC = {"mechanism": "cct_2021_914"}
IN_ROLES = {"exporter_role": "responsable", "importer_role": "sous_traitant"}
TOOL = transfer(country="IN", **SCC)
CHECKED = {"dpf_checked_on": day(days=-9), "dpf_active": "oui"}
INDIAN = one("processor", country="FR", group_country="IN")
PAY = activity()
OLD_PAY = PAY.with_(started_on=day(months=-60))
RECORDED = activity(id=new_id(NOW - timedelta(days=400)))
PAYSLIPS = under(PAY, "retention", name="Bulletins de paie", duration=years(3))
SLIPS = under(PAY, "data_item", name="Bulletins de paie", category="vie_professionnelle")
NAMES = under(PAY, "data_item", name="Nom sur le bulletin", category="etat_civil_identite")
LATER = under(PAY, "retention", duration=years(5), data_items=(SLIPS.id,), final_fate="suppression")
PURGED = one("operation", type="purge", done_on=day(months=-2))
ONE_YEAR = {"name": "Réquisitions judiciaires", "duration": years(1)}
KEPT = under(PAY, "retention", criterion="Jusqu'au départ", final_fate="suppression")

CASES = {
    "TRF-01": Case([transfer(country="IN")], [transfer(country="IN", **SCC)], [transfer()], speaks=True),
    "TRF-01, in the EEA": Case([transfer(country="IN")], [transfer(country="NO")], [transfer()], speaks=True),
    "TRF-01, no certification": Case(
        [transfer(country="US")], [transfer(country="US", mechanism="bcr_c")], [transfer(country_text="le monde")], True
    ),
    "TRF-02": Case([INDIAN], [INDIAN.with_(remote_access_analysis="Aucun accès")], [one("processor", country="FR")]),
    "TRF-02, no declared place": Case([INDIAN], [INDIAN.with_(country=None)], [one("processor")]),
    "TRF-03": Case([transfer(country="IN", **ADEQUACY)], [transfer(country="JP", **ADEQUACY)], [transfer(**ADEQUACY)]),
    "TRF-03, United Kingdom after the decision": Case(
        [transfer(country="GB", started_on=date(2032, 1, 1), **ADEQUACY)],
        [transfer(country="GB", started_on=date(2026, 1, 1), **ADEQUACY)],
        [transfer(country="GB")],
    ),
    "TRF-03, Brazil before the decision": Case(
        [transfer(country="BR", started_on=date(2025, 1, 1), ended_on=date(2026, 1, 25), **ADEQUACY)],
        [transfer(country="BR", started_on=date(2025, 1, 1), ended_on=date(2026, 1, 26), **ADEQUACY)],
        [transfer(country="BR")],
    ),
    "TRF-04": Case(
        [transfer(country="US", dpf_active="oui", **ADEQUACY)],
        [transfer(country="US", **CHECKED, **ADEQUACY)],
        [transfer(country="US")],
    ),
    "TRF-04, checked before there was a list": Case(
        [transfer(country="US", dpf_active="oui", dpf_checked_on=date(2023, 7, 9), **ADEQUACY)],
        [transfer(country="US", **CHECKED, **ADEQUACY)],
        [transfer(country="US", dpf_checked_on=date(2023, 7, 9))],
    ),
    "TRF-04, not on the list, and checked long ago": Case(
        [transfer(country="US", dpf_active="non", dpf_checked_on=day(days=-9), **ADEQUACY)],
        [transfer(country="US", dpf_active="oui", dpf_checked_on=day(months=-11), **ADEQUACY)],
        [transfer(country="US", dpf_active="oui", dpf_checked_on=day(months=-13), **ADEQUACY)],
        speaks=True,
    ),
    "TRF-05": Case([TOOL], [TOOL, under(TOOL, "transfer_assessment", conclusion="transfert_possible")], [transfer()]),
    "TRF-05, binding rules": Case(
        [transfer(country="IN", mechanism="bcr_p")], [transfer(country="IN", mechanism="derogation_49")], [transfer()]
    ),
    "TRF-05, a mechanism that ended": Case(
        [TOOL], [transfer(country="IN", mechanism="anciennes_cct")], [transfer(mechanism="anciennes_cct")]
    ),
    "TRF-06": Case(
        [transfer(module="1", **IN_ROLES, **SCC)],
        [transfer(module="2", **IN_ROLES, **SCC)],
        [transfer(**SCC)],
        speaks=True,
    ),
    "TRF-07": Case(
        [transfer(annexes="partiel", **SCC)], [transfer(annexes="oui", **SCC)], [transfer(**SCC)], speaks=True
    ),
    "TRF-07, ended": Case(
        [transfer(mechanism="anciennes_cct")],
        [transfer(mechanism="anciennes_cct", ended_on=date(2022, 12, 27))],
        [transfer()],
    ),
    "TRF-07, stated": Case(
        [transfer(mechanism_stated="conformément au Privacy Shield")],
        [transfer(mechanism_stated="clauses contractuelles types")],
        [transfer()],
    ),
    "TRF-08": Case(
        [transfer(mechanism="derogation_49", repeated=True)],
        [transfer(mechanism="derogation_49", repeated=False)],
        [transfer(mechanism="derogation_49")],
    ),
    "TRF-09": Case(
        [transfer(foreign_request=True)], [transfer(foreign_request=True, agreement="Convention")], [transfer()]
    ),
    "TRF-10": Case(
        [transfer(in_notice="non", in_register="oui")],
        [transfer(in_notice="oui", in_register="oui")],
        [transfer()],
        speaks=True,
    ),
    "TRF-11": Case(
        [TOOL, under(TOOL, "transfer_assessment", made_on=day(months=-25))],
        [TOOL, under(TOOL, "transfer_assessment", made_on=day(months=-23))],
        [TOOL],
    ),
    "TRF-13": Case(
        [transfer(mechanism="bcr_c", in_group="oui")],
        [transfer(mechanism="bcr_c", in_group="oui", approval_reference="CNIL 2024-1")],
        [transfer()],
    ),
    "RET-01": Case(
        [PAY, under(PAY, "retention", state="absente", raw_text="voir le tableau")],
        [PAY, under(PAY, "retention", duration=years(5))],
        [activity()],
        speaks=True,
    ),
    "RET-02": Case(
        kept(raw_text="for any period defined in accordance with local regulations and instructions"),
        kept(raw_text="local regulations", duration=years(3)),
        kept(raw_text="until unsubscription"),
    ),
    "RET-02, no end": Case(
        kept(raw_text="Data retained as long as the customer remains active"),
        kept(raw_text="Data retained as long as the customer remains active", duration=years(3)),
        kept(raw_text="for the duration of our contract"),
    ),
    "RET-03": Case(kept(duration=years(3)), kept(duration=years(3), trigger="dernier_contact"), kept()),
    "RET-04": Case(
        kept(name="Prospects", duration=years(4)),
        kept(name="Prospects", duration=years(3)),
        kept(name="Prospects"),
    ),
    "RET-04, justified": Case(
        kept(name="Candidatures", duration=years(5)),
        kept(name="Candidatures", duration=years(5), justification="Vivier accepté"),
        kept(duration=years(50)),
    ),
    "RET-05": Case(
        [PAY, KEPT.with_(final_fate=None)],
        [OLD_PAY, KEPT, one("operation", type="purge", done_on=day(months=-2), about=(PAY.id,))],
        [OLD_PAY, KEPT],
        speaks=True,
    ),
    "RET-05, only once it has stood for the rhythm": Case(
        [PAY.with_(started_on=day(months=-13)), KEPT],
        [PAY.with_(started_on=day(months=-11)), KEPT],
        [PAY, KEPT],
    ),
    "RET-05, recorded long ago": Case(
        [RECORDED, under(RECORDED, "retention", duration=years(1), final_fate="suppression")],
        [
            RECORDED.with_(started_on=day(months=-2)),
            under(RECORDED, "retention", duration=years(1), final_fate="suppression"),
        ],
        [RECORDED],
    ),
    "RET-05, a purge that failed, and one whose record names the next": Case(
        [OLD_PAY, KEPT, one("operation", type="purge", done_on=day(months=-2), result="non")],
        [OLD_PAY, KEPT, one("operation", type="purge", done_on=day(months=-20), next_due=day(months=4))],
        [PAY],
    ),
    "RET-05, in words": Case(
        [PAY, KEPT.with_(final_fate=None, fate_text="Désactivées des bases actives")],
        [PAY, KEPT.with_(fate_text="Désactivées, puis supprimées"), PURGED],
        [PAY],
    ),
    "RET-05, a later phase ends it": Case(
        [PAY, SLIPS, KEPT.with_(final_fate=None, data_items=(SLIPS.id,)), PURGED],
        [PAY, SLIPS, KEPT.with_(final_fate=None, data_items=(SLIPS.id,)), LATER, PURGED],
        [PAY, SLIPS],
    ),
    "RET-06, data named apart": Case(
        [under(PAY, "retention", name="Ensemble", data_items=(SLIPS.id,), duration=years(3)), PAY, SLIPS],
        [under(PAY, "retention", name="Ensemble", data_items=(NAMES.id,), duration=years(3)), PAY, NAMES],
        [under(PAY, "retention", name="Ensemble", data_items=(SLIPS.id,)), PAY, SLIPS],
    ),
    "RET-06, one period for all": Case(
        [under(PAY, "retention", data_items=(SLIPS.id, NAMES.id), **ONE_YEAR), PAY, SLIPS, NAMES],
        [under(PAY, "retention", data_items=(SLIPS.id,), **ONE_YEAR), PAY, SLIPS],
        [under(PAY, "retention", name="Réquisitions"), PAY],
    ),
    "RET-06": Case(
        [PAYSLIPS, PAY],
        [PAYSLIPS, PAY, under(PAY, "retention", name="Bulletins de paie", duration=years(5))],
        kept(name="Bulletins de paie"),
    ),
    "RET-07": Case(
        kept(phase="archivage_intermediaire"),
        kept(phase="archivage_intermediaire", access_restriction="Service juridique"),
        kept(),
    ),
}
