"""Transfer mechanisms: what each asks for, which module fits which roles, and what ended on which day."""

from datetime import date
from typing import Any

import pytest

from dossier.law.transfers import (
    annexes_of,
    day_in_question,
    ended_in,
    ended_mechanisms,
    ended_on,
    facts_of,
    fits,
    is_over,
    module_for,
    needs_assessment,
)
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import SccModule, TransferMechanism, TransferRole

TODAY = date(2026, 11, 22)
ART_46 = {
    TransferMechanism.SCC, TransferMechanism.AUTHORITY_SCC, TransferMechanism.BCR_C, TransferMechanism.BCR_P,
    TransferMechanism.CODE, TransferMechanism.CERTIFICATION, TransferMechanism.PUBLIC_INSTRUMENT,
    TransferMechanism.AD_HOC, TransferMechanism.ARRANGEMENT, TransferMechanism.OLD_SCC,
}  # fmt: skip


@pytest.mark.parametrize("mechanism", list(TransferMechanism), ids=lambda one: one.value)
def test_every_tool_of_article_46_asks_for_an_assessment_and_nothing_else_does(mechanism: TransferMechanism) -> None:
    assert needs_assessment(mechanism) is (mechanism in ART_46)
    assert facts_of(mechanism).article.startswith("art. 4")


def test_only_what_article_46_3_lists_needs_an_authorisation() -> None:
    needing = {one for one in TransferMechanism if facts_of(one).authorisation}
    assert needing == {TransferMechanism.AD_HOC, TransferMechanism.ARRANGEMENT}


def test_under_module_4_the_assessment_depends_on_the_processor_s_own_data() -> None:
    assert needs_assessment(TransferMechanism.SCC, SccModule.P2C) is None
    assert needs_assessment(TransferMechanism.SCC, SccModule.C2P) is True


CONTROLLER, JOINT, PROCESSOR = TransferRole.CONTROLLER, TransferRole.JOINT, TransferRole.PROCESSOR


@pytest.mark.parametrize(
    ("exporter", "importer", "module"),
    [
        (CONTROLLER, CONTROLLER, SccModule.C2C),
        (JOINT, CONTROLLER, SccModule.C2C),
        (CONTROLLER, JOINT, SccModule.C2C),
        (CONTROLLER, PROCESSOR, SccModule.C2P),
        (JOINT, PROCESSOR, SccModule.C2P),
        (PROCESSOR, PROCESSOR, SccModule.P2P),
        (PROCESSOR, CONTROLLER, SccModule.P2C),
        (PROCESSOR, JOINT, SccModule.P2C),
    ],
)
def test_one_module_fits_two_roles(exporter: TransferRole, importer: TransferRole, module: SccModule) -> None:
    assert module_for(exporter, importer) is module
    assert [one for one in SccModule if fits(exporter, importer, one)] == [module]


def test_sub_processors_are_listed_under_modules_2_and_3() -> None:
    assert [module for module in SccModule if "III" in annexes_of(module)] == [SccModule.C2P, SccModule.P2P]


def test_a_judgment_ends_a_mechanism_at_once_and_a_repeal_at_the_end_of_its_day() -> None:
    shield, clauses = TransferMechanism.PRIVACY_SHIELD, TransferMechanism.OLD_SCC
    assert ended_on(shield) == date(2020, 7, 16)
    assert [is_over(shield, date(2020, 7, day)) for day in (15, 16)] == [False, True]
    assert ended_on(clauses) == date(2022, 12, 27)
    assert [is_over(clauses, date(2022, 12, day)) for day in (27, 28)] == [False, True]


def test_what_did_not_end_is_never_over() -> None:
    alive = set(TransferMechanism) - {TransferMechanism.PRIVACY_SHIELD, TransferMechanism.OLD_SCC}
    assert [one for one in alive if ended_on(one) or is_over(one, date.max)] == []


def test_safe_harbor_has_no_code_and_is_found_in_words() -> None:
    (found,) = ended_in("Nos prestataires américains adhèrent au « Safe Harbour ».")
    assert found.mechanism is None
    assert [found.is_over(date(2015, 10, day)) for day in (5, 6)] == [False, True]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("entreprise certifiée Privacy Shield", ["Privacy Shield"]),
        ("le bouclier de protection des données", ["Privacy Shield"]),
        ("Clauses contractuelles types (décision 2010/87/UE)", ["2001/497/CE, 2004/915/CE, 2010/87/UE"]),
        ("EU-U.S. Data Privacy Framework", []),
        ("clauses contractuelles types 2021/914", []),
        ("", []),
    ],
)
def test_a_text_that_relies_on_what_ended_is_recognised(text: str, names: list[str]) -> None:
    assert [one.name for one in ended_in(text)] == names


def test_everything_that_ended_names_what_ended_it() -> None:
    assert all(one.origin.source and one.phrases for one in ended_mechanisms())


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({}, TODAY),
        ({"started_on": date(2020, 1, 1)}, TODAY),
        ({"started_on": date(2032, 1, 1)}, date(2032, 1, 1)),
        ({"started_on": date(2019, 1, 1), "ended_on": date(2020, 6, 1)}, date(2020, 6, 1)),
        ({"ended_on": date(2027, 6, 1)}, TODAY),
    ],
    ids=["no date", "going on", "not yet begun", "ended", "to end"],
)
def test_the_day_for_which_a_transfer_is_judged(values: dict[str, Any], day: date) -> None:
    assert day_in_question(Transfer(id="t", **values), TODAY) == day
