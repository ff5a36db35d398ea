"""Reads breaches in the shape of the CNIL's open data on notifications, and proposes what they say; nothing is guessed.

CSV with semicolons, in cp1252 or UTF-8; a note of extraction may stand above the header. Several values of one cell are
joined by a comma without a space after it: the labels themselves contain commas with one.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.law.breach_labels import folded, term_of
from dossier.model.organisation import Sector
from dossier.model.text import AnyTerm
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachData,
    BreachNature,
    BreachOrigin,
    InformPersons,
    PersonsBand,
)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "month": ("Date de réception de la notification",),
    "sector": ("Secteur d'activité de l'organisme concerné",),
    "natures": ("Natures de la violation",),
    "band": ("Nombre de personnes impactées",),
    "data": ("Typologies des données impactées", "Typologie des données impactées"),
    "sensitive": ("Données sensibles",),
    "origins": ("Origines de l'incident",),
    "causes": ("Causes de l'incident",),
    "informed": ("Information des personnes",),
}
"""What each column is called, the newest name first."""

_JOINED = re.compile(r",(?=\S)")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YES_OR_NO: Mapping[str, bool | None] = {"": None, "oui": True, "non": False}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that is in no list, as it was written, and the CNIL's name of its column."""

    column: str
    label: str


@dataclass(frozen=True, slots=True)
class ProposedNotification:
    """One line of the file: what was recognised, and beside it what was not.

    `month` is its first day; `sensitive` is nothing where the cell is blank, as the CNIL leaves it for "no".
    """

    line: int
    month: date | None
    sector: Sector | None
    natures: tuple[BreachNature, ...]
    band: PersonsBand | None
    data: tuple[BreachData, ...]
    sensitive: bool | None
    origins: tuple[BreachOrigin, ...]
    causes: tuple[BreachCause, ...]
    informed: InformPersons | None
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class Notifications:
    """A file of that shape: its note of extraction, columns that nothing reads, and its lines, read as they come."""

    note: str
    other_columns: tuple[str, ...]
    proposals: Iterator[ProposedNotification]


def read_notifications(file: BinaryIO) -> Notifications:
    """What such a file says; raises InvalidInput where it has another shape. `file` stays open while it is read."""
    rows = csv.reader(_decoded(file), delimiter=";")
    try:
        first = next(rows, [])
        header = next(rows, []) if _missing(first) else first
    except csv.Error as error:
        raise _another_shape(COLUMNS["month"][0]) from error
    if missing := _missing(header):
        raise _another_shape(missing[0])
    note = "" if header is first else "".join(first[:1]).strip()
    places = {name: next(place for place, one in enumerate(header) if _is(name, one)) for name in COLUMNS}
    others = tuple(one.strip() for one in header if one.strip() and not any(_is(name, one) for name in COLUMNS))
    return Notifications(note, others, _proposals(((rows.line_num, row) for row in rows), places))


def _decoded(file: BinaryIO) -> Iterator[str]:
    """French in cp1252 is never UTF-8 by accident, line by line; a character that is none stays visible as U+FFFD."""
    for line in file:
        try:
            yield line.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _is(name: str, header: str) -> bool:
    return folded(header) in map(folded, COLUMNS[name])


def _missing(header: Sequence[str]) -> list[str]:
    """The columns that this line does not name."""
    return [names[0] for name, names in COLUMNS.items() if not any(_is(name, one) for one in header)]


def _another_shape(column: str) -> InvalidInput:
    return InvalidInput(
        _(
            "This file is not the CNIL's list of notifications (it has no column “{column}”): nothing was kept; "
            "choose the CSV file that is published on data.gouv.fr.",
            column=column,
        )
    )


def _proposals(rows: Iterator[tuple[int, list[str]]], places: Mapping[str, int]) -> Iterator[ProposedNotification]:
    line = 0
    try:
        for line, row in rows:
            if any(row):
                yield _Row({name: row[at] if at < len(row) else "" for name, at in places.items()}).proposal(line)
    except csv.Error as error:
        raise InvalidInput(
            _("This file cannot be read after line {line}: nothing was kept; save it as CSV again.", line=line)
        ) from error


class _Row:
    """The cells of one line by the name of their column; what is recognised nowhere gathers in `unknown`."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self._unknown: list[Unknown] = []

    def proposal(self, line: int) -> ProposedNotification:
        return ProposedNotification(
            line=line,
            month=self._month(),
            sector=self._one("sector", Sector),
            natures=self._many("natures", BreachNature),
            band=self._one("band", PersonsBand),
            data=self._many("data", BreachData),
            sensitive=self._yes_or_no("sensitive"),
            origins=self._many("origins", BreachOrigin),
            causes=self._many("causes", BreachCause),
            informed=self._one("informed", InformPersons),
            unknown=tuple(self._unknown),
        )

    def _many(self, name: str, list_: type[AnyTerm]) -> tuple[AnyTerm, ...]:
        labels = [label.strip() for label in _JOINED.split(self._cells[name]) if label.strip()]
        found = [(label, term_of(list_, label)) for label in labels]
        for label, term in found:
            if term is None:
                self._note(name, label)
        return tuple(dict.fromkeys(term for _label, term in found if term is not None))

    def _one(self, name: str, list_: type[AnyTerm]) -> AnyTerm | None:
        label = self._cells[name].strip()
        term = term_of(list_, label)
        if term is None:
            self._note(name, label)
        return term

    def _month(self) -> date | None:
        text = self._cells["month"].strip()
        if _MONTH.fullmatch(text):
            with suppress(ValueError):
                return date.fromisoformat(f"{text}-01")
        self._note("month", text)
        return None

    def _yes_or_no(self, name: str) -> bool | None:
        text = self._cells[name].strip()
        if folded(text) not in _YES_OR_NO:
            self._note(name, text)
        return _YES_OR_NO.get(folded(text))

    def _note(self, name: str, label: str) -> None:
        if label:
            self._unknown.append(Unknown(COLUMNS[name][0], label))
