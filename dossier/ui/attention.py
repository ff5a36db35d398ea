"""What presses: open breaches and requests, and what the articles always ask for that is not filled in."""

from typing import NamedTuple

from dossier.i18n import _n
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.measure import Measure, Procedure
from dossier.model.organisation import DpoDesignation, Organisation
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.ui.widgets.side_buttons import Count

BEGINNING: tuple[type[Record], ...] = (Organisation, DpoDesignation, Activity, Processor, Measure, Procedure)
"""The registers one begins with, in the order of the first steps."""


def is_begun(dossier: Dossier, kind: type[Record]) -> bool:
    """The organisation is there from the start: it is described once nothing always asked for is missing."""
    return dossier.count(kind) > 0 and not (kind.kind.single and gap_of(dossier, kind).fields)


def is_nearly_empty(dossier: Dossier) -> bool:
    """As long as half of what one begins with is not begun."""
    return 2 * sum(is_begun(dossier, kind) for kind in BEGINNING) < len(BEGINNING)


def open_breaches(dossier: Dossier) -> tuple[Breach, ...]:
    return tuple(breach for breach in dossier.of(Breach) if breach.is_open)


def open_requests(dossier: Dossier) -> tuple[Request, ...]:
    return tuple(request for request in dossier.of(Request) if request.is_open)


def count_of(dossier: Dossier, kind: type[Record]) -> Count:
    """What the sidebar says of a register: how many records, or how many that press."""
    pressing = {Breach: open_breaches, Request: open_requests}
    ongoing = len(pressing[kind](dossier)) if kind in pressing else 0
    if ongoing:
        return Count(_n("{n} open", "{n} open", ongoing), "minor")
    return Count(str(dossier.count(kind) or ""))


class Gap(NamedTuple):
    """What is always asked for and empty in a register."""

    fields: int
    records: int


def required_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a kind that an article always asks for."""
    return tuple(field for field in fields_of(kind) if field.show.required_by)


def gap_of(dossier: Dossier, kind: type[Record]) -> Gap:
    """Counts a register with its repeated parts; conditional requirements are findings, not counted here."""
    counts = [
        sum(getattr(record, field.name) in (None, "", ()) for field in required)
        for part in (kind, *children_of(kind))
        if (required := required_of(part))
        for record in dossier.of(part)
    ]
    return Gap(sum(counts), sum(map(bool, counts)))
