"""What every page needs of its window: the door for writes, where to go, what to say, what is preferred."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from dossier.i18n import Language, current_language
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.store.edit import Author
from dossier.ui.export.request import ExportRequest
from dossier.ui.history import History
from dossier.ui.watch import Watch
from dossier.work.preferences import Preferences


class Unwritten(NamedTuple):
    """A field that holds, for one record, what could not be written."""

    record_id: str
    field: str
    why: str = ""
    """What to say instead of "cannot be read"."""


@dataclass
class Kept:
    """The preferences of this computer, as they stand now."""

    preferences: Preferences

    def change(self, **values: object) -> None:
        self.preferences = self.preferences.with_(**values)
        self.preferences.save()


class Desk(QObject):
    """One window's working place; pages receive it and nothing else of the window."""

    asked_for = Signal(object)
    """A record that is to be shown on its page."""
    asked_for_page = Signal(str)
    """The key of a page: the name of a kind, or "overview", "journal", "settings"."""
    asked_for_place = Signal(object)
    """A Place: a page, and the record and field to show on it."""
    asked_for_language = Signal(str)
    """The code of a language: every window is built again in it."""
    asked_for_export = Signal(object)
    """An ExportRequest: the window in which a PDF is chosen, seen and created."""
    said = Signal(str, str)
    """A tone and a sentence to be shown without stopping anybody's work."""

    def __init__(self, history: History, kept: Kept, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.history, self.kept, self.clock = history, kept, clock
        self.watch = Watch(history, clock)
        history.failed.connect(self._on_failed)

    @property
    def dossier(self) -> Dossier:
        return self.history.dossier

    @property
    def author(self) -> Author:
        """Who writes now."""
        return self.history.author

    @property
    def say(self) -> Language:
        """The language of the window."""
        return current_language()

    def go_to(self, record: Record) -> None:
        self.asked_for.emit(record)

    def go_to_place(self, place: object) -> None:
        self.asked_for_place.emit(place)

    def go_to_page(self, key: str) -> None:
        self.asked_for_page.emit(key)

    def export(self, request: ExportRequest) -> None:
        self.asked_for_export.emit(request)

    def _on_failed(self, sentence: str) -> None:
        self.said.emit("major", sentence)
