"""What a person knows of an incident when they note it, as a value and as the text of a file, without the model.

The quick window and the note that a colleague sends need nothing else of Dossier.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.model.identifier import new_id
from dossier.work.spoken_time import Understood

FORMAT = "dossier-incident/1"
SUFFIX = ".incident"
LARGEST = 1_000_000  # bytes: a note is a page of words

Certainty = Literal["now", "earlier", "suspicion"]
CERTAINTIES: tuple[Certainty, ...] = ("now", "earlier", "suspicion")
NATURES = ("confidentialite", "integrite", "disponibilite", "inconnue")
"""Codes of the model's BreachNature, which is not loaded when the quick window is painted; a test compares them."""
UNKNOWN_DATA = "inconnues"
"""Code of the model's BreachData for data that are not known yet."""

_IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INSTANT = re.compile(r"([^\[\]]+)\[([\w/+-]+)\]")


@dataclass(frozen=True)
class Instant:
    """An instant in UTC and the IANA zone it was lived in; `whole_day` where only the day is known."""

    at: datetime
    zone: str
    whole_day: bool = False

    def __str__(self) -> str:
        """2026-11-22T13:05:00+00:00[Europe/Paris] (RFC 9557), or the day alone with its zone."""
        return f"{self.at.astimezone(UTC).isoformat()}[{self.zone}]" + ("day" if self.whole_day else "")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        words, whole_day = text.removesuffix("day"), text.endswith("day")
        found = _INSTANT.fullmatch(words)
        at = datetime.fromisoformat(found[1] if found else "")
        if not found or at.tzinfo is None:
            raise ValueError(text)
        return cls(at.astimezone(UTC), found[2], whole_day)


@dataclass(frozen=True)
class IncidentNote:
    """One incident, as typed: nothing is refused, and what is not understood stays in its own words.

    `id` is that of the breach it becomes, so that a note never enters a dossier twice. `opened` is the moment that
    "now" means; `typed` when it was written. `at` is when one became aware, earlier, or began to suspect; `at_words`
    is how that was typed where it is no time. `persons` is a count as typed, `processor` and `activity` the identifier
    of a record or words. `path` and `dossier` say which dossier it is for; a colleague's note says neither. `process`
    is the process in whose window a draft is being typed.
    """

    id: str
    opened: Instant
    typed: Instant
    text: str = ""
    certainty: Certainty = "now"
    at: Instant | None = None
    at_words: str = ""
    nature: tuple[str, ...] = ()
    persons: str = ""
    persons_unknown: bool = False
    data: tuple[str, ...] = ()
    processor: str = ""
    activity: str = ""
    by: str = ""
    path: str = ""
    dossier: str = ""
    process: int = 0

    @classmethod
    def begun(cls, now: datetime, zone: str, **values: Any) -> Self:
        """A new note, at the moment its window or command begins."""
        opened = Instant(now.astimezone(UTC).replace(microsecond=0), zone)
        return cls(id=new_id(now), opened=opened, typed=opened, **values)

    @property
    def is_empty(self) -> bool:
        """Whether nobody typed anything."""
        told = (self.text.strip(), self.at_words, self.persons.strip(), self.processor, self.activity)
        return not any(told) and not self.nature and not set(self.data) - {UNKNOWN_DATA}

    @property
    def moment(self) -> Instant | None:
        """When one became aware, or began to suspect; None where the time was not understood."""
        if self.at or self.at_words:
            return self.at
        return self.opened

    def is_for(self, path: Path, dossier: str) -> bool:
        """Whether it waits for this file: by identifier where it is known, so that a dossier may be moved.

        A copy has the identifier of its original: it takes nothing as long as the original is there.
        """
        if self.dossier and dossier and self.dossier != dossier:
            return False
        moved = bool(dossier) and self.dossier == dossier and not Path(self.path).exists()
        return moved or Path(self.path) == path.resolve()

    def with_(self, **values: Any) -> Self:
        """A copy with other values."""
        return replace(self, **values)

    def told(self, words: str, found: Understood | None) -> Self:
        """The note with a time that was typed: as it was understood, or else in its own words."""
        if found is None:
            return self.with_(at=None, at_words=words)
        return self.with_(at=Instant(found.at, self.opened.zone, found.whole_day), at_words="")

    def resumed(self, now: datetime) -> Self:
        """The note taken up again by another window: "now" is that window's moment, and the first one is earlier.

        Whoever was aware when the draft was begun has been since then; one key says that it is only now.
        """
        again = self.with_(opened=Instant(now.astimezone(UTC).replace(microsecond=0), self.opened.zone))
        if self.certainty == "now":
            return again.with_(certainty="earlier", at=self.opened)
        if self.certainty == "suspicion" and self.moment:
            return again.with_(at=self.moment)
        return again

    def as_text(self) -> str:
        """The file: JSON in ASCII, so that no mail program changes it."""
        values = {name: value for name, value in asdict(self).items() if value not in ("", (), None, False, 0)}
        instants = {name: str(getattr(self, name)) for name in ("opened", "typed", "at") if getattr(self, name)}
        return json.dumps({"format": FORMAT, **values, **instants}, indent=1)


def note_of(text: str) -> IncidentNote:
    """The note that a text holds; raises ValueError. What a later version added is left aside."""
    try:
        values = json.loads(text)
        if values["format"] != FORMAT or not _IDENTIFIER.fullmatch(values["id"]):
            raise ValueError(FORMAT)
        return IncidentNote(**_read(values))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(FORMAT) from error


def read_note(path: Path) -> IncidentNote:
    """The note of a file; raises InvalidInput."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(path)
        return note_of(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read: nothing was changed.", path=path)) from error
    except ValueError as error:
        raise InvalidInput(
            _("{path} is not a note of an incident, or it is damaged: nothing was changed.", path=path)
        ) from error


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a note, each of the type it must have; raises ValueError, TypeError, KeyError."""
    read: dict[str, Any] = {name: _words(values.get(name, "")) for name in _WORDS}
    read |= {name: tuple(map(_words, values.get(name, ()))) for name in ("nature", "data")}
    read |= {name: Instant.parse(values[name]) for name in ("opened", "typed")}
    read["at"] = Instant.parse(values["at"]) if "at" in values else None
    read["process"] = int(values.get("process", 0))
    read["persons_unknown"] = values.get("persons_unknown") is True
    read["certainty"] = CERTAINTIES[CERTAINTIES.index(values.get("certainty", "now"))]
    return read


_WORDS = ("id", "text", "at_words", "persons", "processor", "activity", "by", "path", "dossier")


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
