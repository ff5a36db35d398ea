"""Records for tests: one with every field filled, and any record that can be stored."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from dossier.model.catalog import CATALOG, kind_named
from dossier.model.fields import Field, fields_of
from dossier.model.identifier import new_id
from dossier.model.record import (
    Duration,
    Knowledge,
    KnownMoment,
    KnownNumber,
    Moment,
    Precision,
    Record,
    Term,
    Unit,
)
from dossier.model.vocabulary import Answer, Clause
from dossier.store.edit import Author, Change, Edit
from dossier.store.store import Store

NOW = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
AUTHOR = Author("Camille Martin", "DPO", "station-1")


def word(kind: type[Record], field: Field) -> str:
    """A text that says which field of which kind it stands for, with what breaks careless code."""
    return f"{kind.kind.name}.{field.name} é œ <b> & ’"


def _filled_value(kind: type[Record], field: Field) -> Any:
    if field.is_a(Term):
        return list(field.type)[-1]
    return {
        str: word(kind, field),
        int: 17,
        bool: True,
        date: date(2026, 2, 28),
        Moment: Moment(at=datetime(2026, 7, 14, 21, 30, tzinfo=UTC)),
        Duration: Duration(count=13, unit=Unit.MONTH),
        Clause: Clause(state=Answer.PARTLY, where="Annexe II"),
        KnownNumber: KnownNumber(value=300, to=400, state=Knowledge.RANGE),
        KnownMoment: KnownMoment(value=Moment(at=NOW), state=Knowledge.ABOUT),
    }[field.type]


def filled(kind: type[Record], record_id: str, targets: dict[str, str]) -> Record:
    """A record with every field filled; `targets` gives the identifier that references to each kind lead to."""
    values: dict[str, Any] = {}
    for field in fields_of(kind):
        value = targets[field.target or "activity"] if field.is_reference else _filled_value(kind, field)
        values[field.name] = (value,) if field.many else value
    series = kind.kind.series.replace("-%Y", "")
    return kind(**{**values, "id": record_id, "reference": f"{series}-501", "aliases": (f"{series}-099",)})


def filled_dossier() -> list[Record]:
    """One filled record of every kind, each reference leading to the one of its kind."""
    ids = {kind.kind.name: new_id(NOW) for kind in CATALOG}
    return [filled(kind, ids[kind.kind.name], ids) for kind in CATALOG]


def make_store(path: Path, records: list[Record] | None = None) -> Store:
    """A new dossier, open to write."""
    Store.create(path, records or [record("organisation", name="Éco")], "fr", AUTHOR, NOW).close()
    return Store.open(path, NOW)


def add(store: Store, *records: Record) -> tuple[Record, ...]:
    """Write new records; returns them as written."""
    written = store.apply(Edit("add", tuple(Change(None, record) for record in records)), AUTHOR, NOW)
    return tuple(change.record for change in written.changes)


def record(kind_name: str, **values: Any) -> Record:
    """A new record, not written yet."""
    return kind_named(kind_name).from_json({"id": new_id(NOW), **values})


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
_zones = st.sampled_from(["Europe/Paris", "UTC", "America/Martinique", "Indian/Reunion", "Pacific/Noumea"])
_instants = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
_moments = st.builds(Moment, at=_instants, zone=_zones, precision=st.sampled_from(Precision))
_numbers = st.integers(min_value=0, max_value=10**9)


def _knowns(type_: Any, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    single = st.sampled_from([Knowledge.EXACT, Knowledge.ABOUT])
    return st.one_of(
        st.builds(type_, value=values, state=single),
        st.builds(type_, value=values, to=values, state=st.just(Knowledge.RANGE)),
        st.just(type_(state=Knowledge.UNKNOWN)),
    )


def values_of(field: Field) -> st.SearchStrategy[Any]:
    """Any single value that the field can store; references excluded."""
    if field.is_a(Term):
        return st.sampled_from(list(field.type))
    strategies: dict[Any, st.SearchStrategy[Any]] = {
        str: texts,
        int: st.integers(min_value=-(2**40), max_value=2**40),
        bool: st.booleans(),
        date: st.dates(date(1000, 1, 1)),
        Moment: _moments,
        Duration: st.builds(Duration, count=_numbers, unit=st.sampled_from(Unit)),
        Clause: st.builds(Clause, state=st.sampled_from(Answer), where=texts),
        KnownNumber: _knowns(KnownNumber, _numbers),
        KnownMoment: _knowns(KnownMoment, _moments),
    }
    return strategies[field.type]


def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of a kind, without references to others."""
    optional = {
        field.name: st.lists(values_of(field), max_size=3).map(tuple) if field.many else values_of(field)
        for field in fields_of(kind)
        if not field.is_reference and field.name not in ("id", "reference", "aliases")
    }
    return st.fixed_dictionaries({}, optional=optional).map(lambda values: kind(id=new_id(NOW), **values))
