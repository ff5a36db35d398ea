"""The preferences of this computer: who writes, in which language, what was opened last.

Plain dataclasses, without the model: the first window waits for them, and the quick window has nothing else.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from dossier.i18n import CODES, Code
from dossier.model.identifier import new_id
from dossier.paths import user_settings

if TYPE_CHECKING:
    from dossier.store.edit import Author

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
RECENT_FILES = 12
REMEMBERED = 100


@dataclass(frozen=True)
class Recent:
    """A dossier opened before."""

    path: str
    name: str
    opened: datetime


@dataclass(frozen=True)
class Preferences:
    """Immutable as a record is; what cannot be read is as if it had never been written."""

    name: str = ""
    function: str = ""
    station: str = ""
    language: Code = "fr"
    theme: Theme = "system"
    scale: int = 100
    geometry: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recent: tuple[Recent, ...] = ()
    seen: Mapping[str, datetime] = field(default_factory=dict)
    """Until when the reminders of each dossier, by its identifier, have been looked at on this computer."""
    keep_drafts: bool = True
    """Whether what is typed about an incident is written to this computer before it is logged."""
    sender_name: str = ""
    """Whoever keeps dossiers for others: the name on the documents that leave, where it is chosen."""
    sender_logo: str = ""
    """The path of an image, PNG or JPEG."""

    @classmethod
    def load(cls, now: datetime) -> Self:
        """The preferences of this user, with an identifier for this computer from the first time on."""
        loaded = cls(**_readable(_stored()))
        return loaded if loaded.station else replace(loaded, station=new_id(now))

    def save(self) -> None:
        """Keep them; a settings folder that cannot be written is no reason to stop anybody's work."""
        target = user_settings()
        partial = target.with_suffix(".partial")
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, default=datetime.isoformat)
        with suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(text, encoding="utf-8")
            partial.replace(target)

    def with_(self, **values: Any) -> Self:
        """A copy with other values."""
        return replace(self, **values)

    def with_recent(self, path: Path, name: str, now: datetime) -> Self:
        """The same, with this dossier first among the recent ones."""
        opened = Recent(path=str(path), name=name, opened=now)
        others = tuple(recent for recent in self.recent if recent.path != opened.path)
        return self.with_(recent=(opened, *others)[:RECENT_FILES])

    def with_seen(self, dossier: str, now: datetime) -> Self:
        """The same, with the reminders of this dossier looked at until `now`; the oldest others are forgotten."""
        others = {one: at for one, at in self.seen.items() if one != dossier}
        latest = sorted(others, key=lambda one: others[one])[-(REMEMBERED - 1) :]
        return self.with_(seen={**{one: others[one] for one in latest}, dossier: now})

    @property
    def author(self) -> "Author":
        from dossier.store.edit import Author  # brings the model

        return Author(self.name, self.function, self.station)


def _stored() -> Mapping[str, Any]:
    try:
        values = json.loads(user_settings().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _readable(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are what they should be, each judged for itself."""
    read: dict[str, Any] = {}
    for name, reader in _READERS.items():
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            read[name] = reader(values[name])
    return read


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    return lambda value: choices[choices.index(value)]


def _recent(values: Any) -> tuple[Recent, ...]:
    return tuple(
        Recent(_text(one["path"]), _text(one["name"]), datetime.fromisoformat(one["opened"])) for one in values
    )


def _columns(values: Any) -> dict[str, tuple[str, ...]]:
    return {_text(kind): tuple(map(_text, names)) for kind, names in values.items()}


def _seen(values: Any) -> dict[str, datetime]:
    return {_text(dossier): datetime.fromisoformat(at).astimezone(UTC) for dossier, at in values.items()}


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "name": _text,
    "function": _text,
    "station": _text,
    "language": _one_of(CODES),
    "theme": _one_of(THEMES),
    "scale": int,
    "geometry": _text,
    "columns": _columns,
    "recent": _recent,
    "seen": _seen,
    "keep_drafts": _switch,
    "sender_name": _text,
    "sender_logo": _text,
}
