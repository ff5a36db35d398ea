"""Transfers that the registers imply: who says so, what is proposed, and what is recorded already."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.adequacy import Destination
from dossier.law.implied_transfers import Implied, implied_transfers
from dossier.law.transfer_links import TransferLinks
from dossier.model.activity import Recipient
from dossier.model.countries import Country
from dossier.model.dossier import Dossier
from dossier.model.processor import Location, Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.system import System
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import TransferMechanism, TransferRole, TransferType
from dossier.work.transfer_edits import creation_of
from tests.factories import AUTHOR, NOW, make_store, record, records

TODAY = date(2026, 11, 22)
US, CH, IN = "US", "CH", "IN"


def implied(*kept: Record) -> tuple[Implied, ...]:
    records = (record("organisation", name="Éco"), *kept)
    return implied_in(Dossier("d").with_records([(None, one) for one in records], 1, ""))


def implied_in(dossier: Dossier) -> tuple[Implied, ...]:
    return implied_transfers(TransferLinks(dossier), TODAY)


def said(found: Sequence[Implied]) -> list[tuple[object, Country]]:
    return [(one.values["importer"], one.values["country"]) for one in found]


def acronis(**values: object) -> Record:
    return record("processor", **{"name": "Acronis", "role": "sous_traitant", "country": "FR", **values})


def test_what_stays_in_the_eea_implies_nothing() -> None:
    kept = acronis(remote_access=["IE", "NO", "RE"])
    place = record("location", processor=kept.id, declared_country="DE")
    assert implied(kept, place, record("system", name="Paie", country="EU"), acronis(country=None)) == ()


def test_a_processor_abroad_is_proposed_with_all_that_is_known() -> None:
    kept = acronis(country=CH, data="Sauvegardes")
    activity = record("activity", name="Sauvegarde", processors=[kept.id])
    (found,) = implied(kept, activity)
    assert [(lead.record.title, lead.field, lead.country) for lead in found.leads] == [("Acronis", "country", CH)]
    assert found.destination is Destination.ADEQUATE
    assert found.decision
    assert found.decision.reference == "2000/518/CE"
    assert found.values == {
        "name": "Acronis",
        "country": Country.CH,
        "type": None,
        "mechanism": TransferMechanism.ADEQUACY,
        "activities": (activity.id,),
        "exporter": "Éco",
        "exporter_role": TransferRole.CONTROLLER,
        "importer": "Acronis",
        "importer_record": kept.id,
        "importer_role": TransferRole.PROCESSOR,
        "data": "Sauvegardes",
    }


@pytest.mark.parametrize("country", [US, IN, "CA", "NC"])
def test_no_ground_is_proposed_where_no_decision_holds_for_the_whole_country(country: str) -> None:
    (found,) = implied(acronis(country=country))
    assert found.values["mechanism"] is None
    assert (found.decision is not None) == (country in (US, "CA"))


def test_places_and_remote_access_say_how_the_data_get_there() -> None:
    kept = acronis(remote_access=[IN])
    hosted = record(
        "location",
        reference="LIE-001",
        processor=kept.id,
        use="hebergement",
        declared_country="FR",
        verified_country=US,
    )
    helped = record("location", reference="LIE-002", processor=kept.id, use="support", declared_country="MA")
    found = implied(kept, hosted, helped)
    assert [(one.values["country"], one.values["type"]) for one in found] == [
        (Country.US, TransferType.HOSTING),
        (Country.MA, TransferType.SUPPORT),
        (Country.IN, TransferType.REMOTE_ACCESS),
    ]
    assert [lead.field for one in found for lead in one.leads] == [
        "verified_country",
        "declared_country",
        "remote_access",
    ]


def test_one_importer_and_country_is_proposed_once_with_each_reason() -> None:
    kept = acronis(country=US)
    place = record("location", processor=kept.id, declared_country=US)
    system = record("system", name="Coffre", hosted_by=kept.id, country=US)
    activity = record("activity", name="Paie", systems=[system.id])
    recipient = record("recipient", activity=activity.id, processor=kept.id, country=US)
    (found,) = implied(kept, place, system, activity, recipient)
    assert [type(lead.record) for lead in found.leads] == [Processor, Location, System, Recipient]
    assert found.values["activities"] == (activity.id,)


def test_a_sub_processor_receives_from_the_processor_that_engages_it() -> None:
    kept = acronis()
    (found,) = implied(kept, record("sub_processor", name="AWS", processor=kept.id, country=US))
    values = found.values
    assert (values["exporter"], values["exporter_role"]) == ("Acronis", TransferRole.PROCESSOR)
    assert (values["importer"], values["importer_role"], values["importer_record"]) == (
        "AWS",
        TransferRole.PROCESSOR,
        None,
    )


def test_a_sub_processor_far_down_receives_from_the_one_that_engages_it() -> None:
    party = acronis(country="FR")
    cloud = record("sub_processor", name="Alpha Cloud", processor=party.id, country="IE")
    (found,) = implied(
        party, cloud, record("sub_processor", name="Manille", processor=party.id, country=IN, under=cloud.id)
    )
    assert (found.values["exporter"], found.values["importer"]) == ("Alpha Cloud", "Manille")


def test_a_transfer_to_a_processor_in_the_eea_is_not_that_of_whom_it_engages() -> None:
    party = acronis(country="FR", remote_access=(IN,))
    support = record("sub_processor", name="Support", processor=party.id, country=IN)
    its_own = record("transfer", name="Accès", importer_record=party.id, country=IN)
    assert said(implied(party, support, its_own)) == [("Support", Country.IN)]
    assert implied(party, support, its_own.with_(onward=(Country.IN,))) == ()
    abroad = party.with_(country=Country.IN, remote_access=())
    assert implied(abroad, support, its_own) == ()


def test_what_is_recorded_or_over_is_not_proposed() -> None:
    linked = record("transfer", name="Outil", country=US)
    kept = acronis(country=CH, transfers=[linked.id])
    onward = record("transfer", importer_record=kept.id, country="GB", onward=[CH])
    over = acronis(country=IN, ends_on="2026-11-21")
    retired = record("system", name="Ancien", country=IN, retired_on="2026-11-21")
    sub = record("sub_processor", processor=kept.id, country="JP", transfer=linked.id)
    called = record("system", name="OUTIL", country=US)
    assert implied(linked, kept, onward, over, retired, sub, called) == ()


def test_a_transfer_whose_country_is_not_recorded_may_lead_anywhere() -> None:
    kept = acronis(country=IN)
    assert implied(kept, record("transfer", importer_record=kept.id)) == ()


def test_each_that_is_created_is_no_longer_proposed(tmp_path: Path) -> None:
    kept = acronis(country=CH, remote_access=[US])
    sub = record("sub_processor", name="AWS", processor=kept.id, country=IN)
    activity = record("activity", name="Paie")
    others = [
        record("system", name="Coffre", country=US),
        record("system", country="MX"),
        record("recipient", name="Filiale", activity=activity.id, country="BR"),
    ]
    with make_store(tmp_path / "a.dossier", [record("organisation", name="É"), kept, sub, activity, *others]) as store:
        assert said(implied_in(store.dossier))[:3] == [("Acronis", CH), ("Acronis", US), ("AWS", IN)]
        for left in range(6, 0, -1):
            found = implied_in(store.dossier)
            assert len(found) == left
            store.apply(creation_of(found[0], NOW), AUTHOR, NOW)
        assert implied_in(store.dossier) == ()
        (linked,) = store.dossier.of(SubProcessor)
        assert linked.transfer == next(one.id for one in store.dossier.of(Transfer) if one.importer == "AWS")


@given(
    st.lists(
        st.one_of(*(records(kind) for kind in (Processor, SubProcessor, Location, System, Recipient, Transfer))),
        max_size=8,
        unique_by=lambda one: one.id,
    )
)
def test_no_register_however_incomplete_makes_it_raise(
    tmp_path_factory: pytest.TempPathFactory, kept: list[Record]
) -> None:
    found = implied(*kept)
    assert len({one.key for one in found}) == len(found)
