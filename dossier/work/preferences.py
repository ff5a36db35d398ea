"""The preferences of this computer: who writes, in which language, what was opened last."""

import json
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from dossier.i18n import Code
from dossier.model.record import new_id
from dossier.paths import user_settings
from dossier.store.edit import Author

RECENT_FILES = 12


class Recent(BaseModel):
    """A dossier opened before."""

    model_config = ConfigDict(frozen=True)
    path: str
    name: str
    opened: datetime


class Preferences(BaseModel):
    """Immutable as a record is; what cannot be read is as if it had never been written."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: str = ""
    function: str = ""
    station: str = ""
    language: Code = "fr"
    theme: Literal["system", "light", "dark"] = "system"
    scale: int = 100
    geometry: str = ""
    columns: dict[str, tuple[str, ...]] = {}
    recent: tuple[Recent, ...] = ()

    @classmethod
    def load(cls, now: datetime) -> Self:
        """The preferences of this user, with an identifier for this computer from the first time on."""
        try:
            loaded = cls.model_validate(json.loads(user_settings().read_text(encoding="utf-8")))
        except (OSError, ValueError, ValidationError):
            loaded = cls()
        return loaded if loaded.station else loaded.model_copy(update={"station": new_id(now)})

    def save(self) -> None:
        """Keep them; a settings folder that cannot be written is no reason to stop anybody's work."""
        target = user_settings()
        partial = target.with_suffix(".partial")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(self.model_dump_json(indent=1), encoding="utf-8")
            partial.replace(target)
        except OSError:
            return

    def with_recent(self, path: Path, name: str, now: datetime) -> Self:
        """The same, with this dossier first among the recent ones."""
        opened = Recent(path=str(path), name=name, opened=now)
        others = tuple(recent for recent in self.recent if recent.path != opened.path)
        return self.model_copy(update={"recent": (opened, *others)[:RECENT_FILES]})

    @property
    def author(self) -> Author:
        return Author(self.name, self.function, self.station)
