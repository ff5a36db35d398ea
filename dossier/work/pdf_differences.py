"""In what two exports differ, in words: the data by record and field, then the pages, then all that is not drawn."""

from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from dossier.errors import NotFound
from dossier.i18n import _
from dossier.model.catalog import kind_named
from dossier.model.fields import field_of

if TYPE_CHECKING:
    from dossier.report.objects import Objects

_SHOWN = 60  # characters of a value
_NOT_COMPARED = ("made_with", "records")


def data_difference(given: Mapping[str, Any], held: Mapping[str, Any]) -> str:
    """The first difference between the data of a PDF and what the dossier held, "" where there is none."""
    for name in {**held, **given}:
        if name not in _NOT_COMPARED and given.get(name) != held.get(name):
            return _("The embedded data differ in “{name}”.", name=name)
    told, ours = given.get("records"), held["records"]
    if not isinstance(told, dict):
        return _("The embedded data hold no records.")
    return next((found for kind in {**ours, **told} if (found := _of_kind(kind, told.get(kind), ours.get(kind)))), "")


def pdf_differences(given: "Objects", held: "Objects", named: Callable[[int], str]) -> Iterator[str]:
    """Where the pages and the other objects of two files differ, the first first; `named` says in words which page it
    is, by its index."""
    for index, (page, ours) in enumerate(zip_longest(given.pages, held.pages)):
        if page is None or ours is None or given.drawn(page) != held.drawn(ours):
            yield _("{page} is not what the dossier gives.", page=named(index))
    if given.information != held.information or given[given.described] != held[held.described]:
        yield _("What the file says about itself (title, author, dates) is not what the dossier gives.")
    if given.trailer != held.trailer:
        yield _("The file is not built as the dossier gives it.")
    for number in given.compared():
        if given[number] != held[number]:
            yield _("Object {n} of the file (bookmarks, links, tags or fonts) is not what the dossier gives.", n=number)


def _of_kind(kind: str, told: Any, held: Any) -> str:
    try:
        given, ours = ({row["id"]: row for row in rows or ()} for rows in (told, held))
    except (TypeError, KeyError):
        return _("The embedded data differ in “{name}”.", name=kind)
    for record in {**ours, **given}:
        name = {**ours, **given}[record].get("reference") or kind
        if record not in given:
            return _("{record} is missing in the PDF.", record=name)
        if record not in ours:
            return _("{record} is in the PDF and was not in the dossier.", record=name)
        if given[record] != ours[record]:
            return _of_record(kind, given[record], ours[record])
    is_same = [row["id"] for row in told or ()] == list(ours)
    return "" if is_same else _("The embedded data differ in “{name}”.", name=kind)


def _of_record(kind: str, given: Mapping[str, Any], held: Mapping[str, Any]) -> str:
    name = next(name for name in {**held, **given} if given.get(name) != held.get(name))
    return _(
        "{record}, {field}: the PDF says “{given}”, the dossier held “{held}”.",
        record=held.get("reference") or kind,
        field=_label(kind, name),
        given=_shown(given.get(name)),
        held=_shown(held.get(name)),
    )


def _label(kind: str, name: str) -> str:
    try:
        return _(field_of(kind_named(kind), name).show.label)
    except (NotFound, KeyError):
        return name


def _shown(value: Any) -> str:
    text = " ".join(str("" if value is None else value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
