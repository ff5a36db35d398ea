"""Where the contract with a processor stands on a day, and the chain below it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n import language
from dossier.law.clauses import clause_items
from dossier.law.processor_chain import chain_of
from dossier.law.processor_contract import Expiry, Standing, contract_of, expiry_of
from dossier.model.processor import Processor, SubProcessor
from dossier.model.vocabulary import Answer, Clause, PartyRole

TODAY = date(2026, 11, 22)
EIGHT = {item.field: Clause(state=Answer.YES) for item in clause_items() if item.is_clause}
ALL = {item.field: Clause(state=Answer.YES) for item in clause_items()}
SIGNED = {"role": PartyRole.PROCESSOR, "signed_on": date(2024, 2, 2)}


def standing(**values: object) -> Standing:
    return contract_of(Processor(id="p", **values), TODAY).standing  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Standing.TO_QUALIFY),
        ({"role": PartyRole.UNQUALIFIED, "signed_on": date(2024, 2, 2)}, Standing.TO_QUALIFY),
        ({"role": PartyRole.JOINT}, Standing.NOT_ASKED),
        ({"role": PartyRole.PROCESSOR}, Standing.MISSING),
        ({"role": PartyRole.PROCESSOR, "contract_reference": "DPA 2024"}, Standing.UNSIGNED),
        ({"role": PartyRole.PROCESSOR, "clause_a": Clause(state=Answer.PARTLY)}, Standing.UNSIGNED),
        (SIGNED, Standing.TO_CHECK),
        ({"role": PartyRole.PROCESSOR, "contract_document": "d", **ALL}, Standing.COMPLETE),
        ({**SIGNED, **ALL, "clause_g": Clause(state=Answer.PARTLY)}, Standing.INCOMPLETE),
        ({**SIGNED, **EIGHT}, Standing.TO_DESCRIBE),
        ({**SIGNED, **ALL}, Standing.COMPLETE),
        ({**SIGNED, **ALL, "ends_on": TODAY}, Standing.COMPLETE),
        ({**SIGNED, **ALL, "ends_on": date(2026, 11, 21)}, Standing.RETURN_DUE),
        ({**SIGNED, "ends_on": date(2026, 1, 1), "return_certified_on": date(2026, 2, 1)}, Standing.ENDED),
    ],
)
def test_a_contract_stands_where_the_dossier_shows_it(values: dict[str, object], expected: Standing) -> None:
    assert standing(**values) is expected


def test_the_items_are_counted_in_words() -> None:
    held = {**SIGNED, **EIGHT, "clause_d": Clause(state=Answer.PARTLY), "clause_g": Clause(state=Answer.NO)}
    contract = contract_of(Processor(id="p", **held), TODAY)  # type: ignore[arg-type]
    assert contract.words(language("en")) == "6 of 8 clauses"
    assert contract.clauses.words(language("en")) == "6 of 8, 1 in part, 1 absent"
    assert contract.clauses.words(language("fr")) == "6 sur 8, 1 en partie, 1 absente"
    assert contract.description.words(language("fr")) == "0 sur 6, 6 non vérifiées"


def test_an_end_is_soon_ninety_days_before_and_past_the_day_after() -> None:
    ends = [None, date(2026, 11, 21), TODAY, date(2027, 2, 20), date(2027, 2, 21)]
    expected = [Expiry.NONE, Expiry.PAST, Expiry.SOON, Expiry.SOON, Expiry.VALID]
    assert [expiry_of(end, TODAY) for end in ends] == expected


def drawn(*pairs: tuple[str, str | None]) -> list[str]:
    links = chain_of(SubProcessor(id=one, name=one, under=under) for one, under in pairs)
    return [f"{'.' * link.level}{link.sub_processor.name}{'*' * link.is_circular}" for link in links]


def test_each_sub_processor_stands_below_the_one_that_engages_it() -> None:
    assert drawn(("c", "b"), ("a", None), ("d", "a"), ("b", "a"), ("e", None)) == [".a", "..d", "..b", "...c", ".e"]


def test_one_engaged_by_somebody_who_is_not_in_the_chain_stands_first() -> None:
    assert drawn(("a", "elsewhere")) == [".a"]


def test_a_circle_is_shown_once_with_a_mark_and_what_hangs_below_it_too() -> None:
    assert drawn(("x", "b"), ("a", "b"), ("b", "a"), ("own", "own"), ("z", None)) == [
        ".z",
        ".a*",
        "..b",
        "...x",
        ".own*",
    ]


def test_a_chain_may_be_longer_than_the_stack() -> None:
    links = chain_of(SubProcessor(id=str(i), under=str(i - 1) if i else None) for i in range(3000))
    assert [link.level for link in links][-1] == 3000


@given(st.lists(st.one_of(st.none(), st.integers(0, 12)), max_size=12))
def test_any_chain_shows_each_once(under: list[int | None]) -> None:
    parts = [SubProcessor(id=str(i), under=None if one is None else str(one)) for i, one in enumerate(under)]
    links = chain_of(parts)
    assert sorted(link.sub_processor.id for link in links) == sorted(part.id for part in parts)
    assert sum(link.is_circular for link in links) <= sum(link.level == 1 for link in links)
