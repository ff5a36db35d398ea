"""A ready-made activity entered into the dossier: a draft with its parts, to be adapted, taken back by one undo."""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import count
from typing import Any

from dossier.i18n import N_, Language, _, language
from dossier.law.data import said
from dossier.law.security_guide import sheets_of
from dossier.law.settings import reference_values
from dossier.law.templates import PARTS, Entry, Template, retention_values
from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose, Recipient, Retention
from dossier.model.dossier import Dossier
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.model.vocabulary import MeasureStatus
from dossier.store.edit import Change, Edit
from dossier.work.edits import new_record

_LISTED: tuple[type[Record], ...] = (Purpose, PersonGroup, Recipient)
"""The parts that are nothing but their values."""

_ACTIVITY_NOTE = N_(
    "Inserted from the template “{title}” (values checked on {day}). It is a proposal: nothing in it was checked in "
    "this organisation. Adapt it, complete it, then validate it."
)
_MEASURE_NOTE = N_("Proposed by the template “{title}”: planned until somebody says that it is in place.")


def insertion(dossier: Dossier, template: Template, now: datetime, parts: Collection[type[Record]] = PARTS) -> Edit:
    """The activity of a template, first, with the parts that are wanted, in the language of the dossier.

    A sheet of the security guide on which the dossier has measures gets no new one: those that apply are linked.
    """
    say = language(dossier.content_language)
    activity = new_record(Activity, now).with_(**template.values(template.activity, say))
    made = [one for kind in _LISTED if kind in parts for one in _parts(template, kind, activity, say, now)]
    items = _items(template, activity, say, now) if DataItem in parts else {}
    if Retention in parts:
        made += _retentions(dossier, template, activity, items, now)
    linked, planned = _measures(dossier, template, say, now) if Measure in parts else ([], [])
    activity = activity.with_(
        name=_free_name(dossier, activity.name),
        notes=_notes(template, say),
        measures=tuple(one.id for one in (*linked, *planned)),
    )
    records = (activity, *planned, *items.values(), *made)
    return Edit(_("From a template: {name}", name=activity.name), tuple(Change(None, one) for one in records))


def _parts(
    template: Template, kind: type[Record], activity: Activity, say: Language, now: datetime
) -> Iterable[Record]:
    return (new_record(kind, now, activity).with_(**template.values(entry, say)) for entry in template.of(kind))


def _items(template: Template, activity: Activity, say: Language, now: datetime) -> dict[str, Record]:
    """The data by the keys by which the retentions name them."""
    keys = [entry["key"] for entry in template.of(DataItem)]
    return dict(zip(keys, _parts(template, DataItem, activity, say, now), strict=True))


def _retentions(
    dossier: Dossier, template: Template, activity: Activity, items: dict[str, Record], now: datetime
) -> list[Record]:
    say = language(dossier.content_language)
    values = reference_values(dossier, now.date())

    def kept(entry: Entry) -> dict[str, Any]:
        named = tuple(items[key].id for key in entry["data"] if key in items)
        return {"data_items": named, **retention_values(entry, values, say)}

    pairs = zip(template.of(Retention), _parts(template, Retention, activity, say, now), strict=True)
    return [record.with_(**kept(entry)) for entry, record in pairs]


def _measures(
    dossier: Dossier, template: Template, say: Language, now: datetime
) -> tuple[list[Measure], list[Measure]]:
    """The measures of the dossier that are linked, and the new ones that are planned."""
    linked: dict[str, Measure] = {}
    planned = []
    for entry in template.of(Measure):
        known = [one for one in dossier.of(Measure) if entry["sheet"] in sheets_of(one)]
        linked |= {one.id: one for one in known if one.state is not MeasureStatus.NOT_APPLICABLE}
        if not known:
            note = say(_MEASURE_NOTE, title=said(template.title, say))
            values = {**template.values(entry, say), "state": MeasureStatus.PLANNED, "notes": note}
            planned.append(new_record(Measure, now).with_(**values))
    return list(linked.values()), planned


def _free_name(dossier: Dossier, name: str) -> str:
    taken = {one.name for one in dossier.of(Activity)}
    numbered = (f"{name} ({number})" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _notes(template: Template, say: Language) -> str:
    title, day = said(template.title, say), date_text(template.checked, say)
    return "\n".join([say(_ACTIVITY_NOTE, title=title, day=day), *(f"– {said(one, say)}" for one in template.to_adapt)])
