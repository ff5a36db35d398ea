"""Ready-made activities, written by us, to be inserted and adapted: the files of `resources/templates/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dossier import paths
from dossier.errors import NotFound
from dossier.i18n import N_, Language, _
from dossier.law.data import Words, said, shipped_data
from dossier.law.retention import reference_called
from dossier.law.retention_schedule import Yardstick
from dossier.law.retention_words import basis_words
from dossier.law.settings import ReferenceValue, maximum_of
from dossier.model.activity import DataItem, PersonGroup, Purpose, Recipient, Retention
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.model.vocabulary import RetentionState

FOLDER = paths.RESOURCES / "templates"
PARTS: tuple[type[Record], ...] = (Purpose, PersonGroup, DataItem, Retention, Recipient, Measure)
"""What a template holds beside the activity itself, under the name of each kind."""

Entry = Mapping[str, Any]
"""The values of one record by the names of its fields; a text is in both languages, and may be marked unverified."""

_NO_FIELDS = {"key", "data", "reference"}
_UNVERIFIED = N_("{text} (data of {day}, source not read again: verify before relying on it)")


@dataclass(frozen=True, slots=True)
class Template:
    """An activity with its parts; `checked` is the day on which its values were, `to_adapt` what a person must do."""

    code: str
    title: Words
    summary: Words
    checked: date
    to_adapt: tuple[Words, ...]
    activity: Entry
    parts: Mapping[str, Sequence[Entry]]

    def of(self, kind: type[Record]) -> Sequence[Entry]:
        """The entries of a kind of part."""
        return self.parts.get(kind.kind.name, ())

    def values(self, entry: Entry, say: Language) -> dict[str, Any]:
        """The values of a record in one language; a text whose source was not read again says so."""
        return {name: self._value(value, say) for name, value in entry.items() if name not in _NO_FIELDS}

    def _value(self, value: Any, say: Language) -> Any:
        if not isinstance(value, dict):
            return value
        text = said(value, say)
        if value.get("verified", True):
            return text
        return say(_UNVERIFIED, text=text, day=date_text(self.checked, say))


@cache
def templates() -> tuple[Template, ...]:
    """Every template in the order in which they are proposed; raises InvalidInput where a file is damaged."""
    read = [(file, shipped_data(file)) for file in FOLDER.glob("*.json")]
    return tuple(_template(file, data) for file, data in sorted(read, key=lambda one: one[1]["place"]))


def template_called(code: str) -> Template:
    """The template with that code, such as `payroll`; raises NotFound."""
    found = next((one for one in templates() if one.code == code), None)
    if found is None:
        known = ", ".join(one.code for one in templates())
        raise NotFound(
            _("There is no template called “{name}”: nothing was changed; there are {known}.", name=code, known=known)
        )
    return found


def retention_values(entry: Entry, values: Mapping[str, ReferenceValue], say: Language) -> dict[str, Any]:
    """What an entry of a retention takes from the reference that it names; `values` are those of the dossier.

    The duration is the one that is not exceeded without a reason, else the legal minimum. An entry that names no
    reference states a criterion.
    """
    reference = reference_called(entry.get("reference", ""))
    if reference is None:
        return {"state": RetentionState.CRITERION}
    asked = [one for one in reference.periods if entry.get("phase", one.phase) == one.phase]
    period = next((one for one in asked if not one.is_minimum), asked[0])
    value = None if period.is_minimum else maximum_of(values, reference, period.phase)
    yardstick = Yardstick(reference, period, value)
    return {
        "state": RetentionState.DURATION,
        "phase": period.phase,
        "trigger": period.trigger,
        "duration": yardstick.duration,
        "legal_source": f"{reference.code}. {basis_words(yardstick, say)}",
    }


def _template(file: Path, data: Mapping[str, Any]) -> Template:
    return Template(
        file.stem,
        data["title"],
        data["summary"],
        date.fromisoformat(data["checked"]),
        tuple(data["to_adapt"]),
        data["activity"],
        {kind.kind.name: data[kind.kind.name] for kind in PARTS},
    )
