"""Data that leaked and that the register does not list is seen; what cannot be compared is not accused."""

from typing import Any

from dossier.law.breach_data import LeakedData, leaked_data
from dossier.law.data import law_data
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record, Term
from dossier.model.vocabulary import DataCategory, SensitiveCategory
from dossier.model.vocabulary_procedures import BreachData
from tests.factories import record

PAYROLL, SALES = record("activity", name="Paie"), record("activity", name="Ventes")


def item(activity: Record, category: DataCategory | None, *sensitive: SensitiveCategory) -> Record:
    return record("data_item", activity=activity.id, category=category, sensitive=sensitive)


def leak(*items: Record, activities: tuple[Record, ...] = (PAYROLL,), **values: Any) -> LeakedData:
    """What a breach of these activities leaks, in a dossier that lists these items."""
    breach = Breach(id="b", activities=tuple(one.id for one in activities), **values)
    everything = (PAYROLL, SALES, *items)
    return leaked_data(breach, Dossier("d").with_records([(None, one) for one in everything], 1, ""))


def test_what_the_activity_lists_and_what_it_does_not() -> None:
    found = leak(
        item(PAYROLL, DataCategory.IDENTITY),
        item(PAYROLL, DataCategory.FINANCIAL, SensitiveCategory.UNION),
        data=(BreachData.CIVIL_STATUS, BreachData.NIR, BreachData.FINANCIAL, BreachData.OFFENCES),
        sensitive=(SensitiveCategory.UNION, SensitiveCategory.HEALTH),
    )
    assert found == LeakedData(
        listed=(BreachData.CIVIL_STATUS, BreachData.FINANCIAL, SensitiveCategory.UNION),
        not_listed=(BreachData.NIR, BreachData.OFFENCES, SensitiveCategory.HEALTH),
    )


def test_one_of_several_activities_is_enough_and_others_do_not_count() -> None:
    items = (item(PAYROLL, DataCategory.IDENTITY), item(SALES, DataCategory.LOCATION))
    assert leak(*items, data=(BreachData.LOCATION,)).not_listed == (BreachData.LOCATION,)
    assert leak(*items, activities=(PAYROLL, SALES), data=(BreachData.LOCATION,)).listed == (BreachData.LOCATION,)


def test_a_login_is_listed_as_connection_or_as_identification_data() -> None:
    for category in (DataCategory.CONNECTION, DataCategory.IDENTITY):
        assert leak(item(PAYROLL, category), data=(BreachData.ACCESS,)).listed == (BreachData.ACCESS,)
    assert leak(item(PAYROLL, DataCategory.NIR), data=(BreachData.ACCESS,)).not_listed == (BreachData.ACCESS,)


def test_what_the_register_has_no_category_for_cannot_be_compared() -> None:
    vague = (BreachData.OFFICIAL, BreachData.OTHER, BreachData.UNKNOWN)
    assert leak(item(PAYROLL, DataCategory.IDENTITY), data=vague) == LeakedData(cannot_compare=vague)


def test_without_an_activity_nothing_can_be_compared() -> None:
    expected = LeakedData(cannot_compare=(BreachData.NIR, SensitiveCategory.HEALTH))
    values: dict[str, Any] = {"data": (BreachData.NIR,), "sensitive": (SensitiveCategory.HEALTH,)}
    assert leak(item(PAYROLL, DataCategory.NIR), activities=(), **values) == expected
    assert leak(activities=(record("activity"),), **values) == expected, "an activity that is no longer there"


def test_an_activity_that_lists_no_data_lists_none_of_what_leaked() -> None:
    assert leak(data=(BreachData.NIR,)).not_listed == (BreachData.NIR,)


def test_an_item_without_a_category_may_be_what_leaked() -> None:
    items = (item(PAYROLL, DataCategory.IDENTITY), item(PAYROLL, None))
    found = leak(*items, data=(BreachData.CIVIL_STATUS, BreachData.NIR))
    assert found == LeakedData(listed=(BreachData.CIVIL_STATUS,), cannot_compare=(BreachData.NIR,))


def test_every_category_has_its_place_in_the_data_and_leads_to_codes_that_exist() -> None:
    categories = law_data("breach_data_categories")["categories"]
    lists: dict[str, type[Term]] = {"BreachData": BreachData, "SensitiveCategory": SensitiveCategory}
    assert {name: list(entries) for name, entries in categories.items()} == {
        name: [term.value for term in list_] for name, list_ in lists.items()
    }
    known = {*DataCategory, *SensitiveCategory}
    assert all(known.issuperset(entry["register"] or ()) for one in categories.values() for entry in one.values())
