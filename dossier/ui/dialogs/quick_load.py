"""Reads a dossier for the quick log; imported after its window is painted, because it brings the model."""

from collections.abc import Iterable
from pathlib import Path

from dossier.errors import DossierError
from dossier.i18n import _, current_language
from dossier.law.breach_clock import due_of
from dossier.model.activity import Activity
from dossier.model.dossier import Dossier
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import BreachData
from dossier.store.driver import errors_in_words
from dossier.store.store import Store
from dossier.ui.dialogs.quick_known import Choices, Known
from dossier.ui.widgets.clock_words import instant_in_full
from dossier.work.incident_entry import persons_of
from dossier.work.local_zone import is_zone


def known_of(dossier: Dossier) -> Known:
    """What a dossier offers to choose from."""
    say = current_language()
    organisation = dossier.organisation
    return Known(
        dossier.id,
        organisation.zone if organisation and is_zone(organisation.zone) else "",
        tuple((one.value, _(one.label)) for one in BreachData if one is not BreachData.UNKNOWN),
        _choices(dossier.of(Processor)),
        _choices(dossier.of(Activity)),
        due_of,
        lambda at, zone: instant_in_full(at, zone, say),
        _count_doubt,
    )


def load(path: Path) -> Known:
    """The same from a file; a dossier that cannot be read offers nothing, and its incidents are kept all the same."""
    try:
        with errors_in_words(), Store.read(path) as store:
            return known_of(store.dossier)
    except (DossierError, ValueError):
        return known_of(Dossier(""))


def _choices(records: Iterable[Record]) -> Choices:
    named = [(one.id, one.title.splitlines()[0]) for one in records if one.title.strip()]
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def _count_doubt(words: str) -> str:
    known = persons_of(words)
    if known is None:
        return _("Not a number: kept in these words.") if words.strip() else ""
    if known.value is not None and known.value < 0:
        return _("A negative number: kept as it is, to be corrected.")
    return ""
