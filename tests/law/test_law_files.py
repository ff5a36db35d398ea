"""Every legal file: texts in both languages, entries that say whether they were verified, codes that exist."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dossier.i18n import language
from dossier.law.data import FOLDER, Origin, law_data, law_sources, named, origin_of, said
from dossier.model.countries import Country
from dossier.model.fields import field_of
from dossier.model.processor import Processor
from dossier.model.record import Term
from dossier.model.vocabulary import (
    Article9Exception,
    Clause,
    Derogation,
    DpiaCriterion,
    DpiaListEntry,
    LegalBasis,
    Level,
    MeasureStatus,
    PersonCategory,
    RetentionPhase,
    RetentionTrigger,
    SccModule,
    TransferMechanism,
    TransferRole,
)
from dossier.model.vocabulary_procedures import PauseReason

NAMES = sorted(file.stem for file in FOLDER.glob("*.json"))
OURS = [name for name in NAMES if not name.startswith(("breach_", "enisa_", "cnil_"))]


def objects(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from objects(one, f"{place}/{key}")


def codes(list_: type[Term]) -> set[str]:
    return {term.value for term in list_}


@pytest.mark.parametrize("name", NAMES)
def test_a_text_in_one_language_is_there_in_the_other(name: str) -> None:
    half = [place for place, one in objects(law_data(name)) if ("fr" in one) != ("en" in one)]
    assert half == []
    texts = [text for _, one in objects(law_data(name)) if "fr" in one for text in one.values()]
    assert all(text and text == text.strip() for text in texts)


@pytest.mark.parametrize("name", OURS)
def test_every_source_that_is_named_exists_and_is_used(name: str) -> None:
    data = law_data(name)
    used = {one["source"] for _, one in objects(data) if isinstance(one.get("source"), str)}
    assert used == set(data.get("sources", {}))


@pytest.mark.parametrize("name", OURS)
def test_every_entry_that_states_an_article_or_a_source_says_whether_it_was_verified(name: str) -> None:
    stated = [(place, one) for place, one in objects(law_data(name)) if place and {"article", "source"} & set(one)]
    assert [place for place, one in stated if "verified" not in one] == []


def test_an_entry_states_its_own_source_or_has_that_of_its_file() -> None:
    data = law_data("adequacy")
    own, of_the_file = data["decisions"][0], data["decisions"][2]
    assert "15 janvier 2024" in origin_of(data, own).source.fr
    assert origin_of(data, of_the_file) == Origin(named(data["source"]["name"]), date(2026, 11, 22), True)


def test_a_source_is_named_in_the_language_of_the_reader() -> None:
    in_english = [said(one.source, language("en")) for one in law_sources() if one.name in OURS]
    assert [name for name in in_english if re.search("Règl|Réglage|délib|CEPD|durées|décis", name)] == []
    assert said(named("ENISA, 2013"), language("fr")) == said(named("ENISA, 2013"), language("en"))


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice_in_an_object(name: str) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"), object_pairs_hook=once)


def test_the_codes_of_transfers_exist_and_none_is_forgotten() -> None:
    data = law_data("transfer_mechanisms")
    assert set(data["mechanisms"]) == codes(TransferMechanism)
    assert set(data["modules"]) == codes(SccModule)
    assert set(data["derogations"]) == codes(Derogation)
    roles = {role for one in data["modules"].values() for side in ("exporter", "importer") for role in one[side]}
    assert roles == codes(TransferRole)
    assert [one["step"] for one in data["steps"]] == [1, 2, 3, 4, 5, 6]
    ended = {one["mechanism"] for one in law_data("ended_mechanisms")["mechanisms"]} - {None}
    assert ended <= codes(TransferMechanism)


def test_the_countries_exist() -> None:
    eea = law_data("eea")
    named = [*eea["members"], *eea["parts"]["countries"], *eea["to_check"]["countries"]]
    assert len(named) == len(set(named))
    assert len(eea["members"]) == 30
    others = [one["country"] for one in (*law_data("adequacy")["decisions"], *eea["former"])]
    assert {*named, *others} <= codes(Country)


def test_the_codes_of_legal_bases_exist_and_none_is_forgotten() -> None:
    data = law_data("legal_bases")
    assert set(data["article_6"]) == codes(LegalBasis)
    assert set(data["article_9"]) == codes(Article9Exception)


def test_the_codes_of_impact_assessments_exist_and_none_is_forgotten() -> None:
    data = law_data("dpia")
    assert [one["code"] for one in data["criteria"]] == [term.value for term in DpiaCriterion]
    assert [one["code"] for one in data["cnil_list"]] == [term.value for term in DpiaListEntry]
    assert set(data["residual_high"]["levels"]) <= codes(Level)


def test_the_codes_of_retention_exist() -> None:
    references = law_data("retention_references")["references"]
    assert len({one["code"] for one in references}) == len(references)
    periods = [period for one in references for period in one["periods"]]
    assert {one["phase"] for one in periods} <= codes(RetentionPhase)
    assert {one["trigger"] for one in periods} <= codes(RetentionTrigger)
    assert {one["rule"] for one in periods} == {"maximum", "minimum"}
    assert {person for one in references for person in one["persons"]} <= codes(PersonCategory)


def test_the_contract_items_are_fields_of_a_processor_and_none_is_forgotten() -> None:
    data = law_data("processor_clauses")
    named = [one["field"] for one in (*data["header"], *data["clauses"])]
    assert all(field_of(Processor, name).type is Clause for name in named)
    prefixes = ("header_", "clause_")
    assert set(named) == {name for name in Processor.__annotations__ if name.startswith(prefixes)}


def test_the_reasons_of_a_suspension_and_the_states_of_a_measure_exist() -> None:
    assert set(law_data("request_delays")["pause"]["reasons"]) == codes(PauseReason)
    weights = set(law_data("security_guide")["weights"]) - {"source", "verified"}
    assert weights == codes(MeasureStatus) - {MeasureStatus.NOT_APPLICABLE.value}


def test_what_the_state_of_the_law_says_is_in_force_is_what_the_other_files_hold() -> None:
    for topic in law_data("current_status")["topics"]:
        if topic["setting"] and topic["value"] is not None:
            name, *keys = topic["setting"].split(".")
            value: Any = law_data(name)
            for key in keys:
                value = value[key]
            assert value == topic["value"]


def test_the_lives_of_trackers_are_the_same_as_references_and_as_limits() -> None:
    limits = law_data("reviews")["trackers"]
    references = {one["code"]: one["periods"][0] for one in law_data("retention_references")["references"]}
    assert references["R-COO"]["months"] == limits["tracker_life_months"]
    assert references["R-COO-DON"]["months"] == limits["data_life_months"]
    assert references["R-COO-CHOIX"]["months"] == limits["choice_life_months"]
