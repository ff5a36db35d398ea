"""What is found in the dossier of a window, kept right: looked for off the window's thread after each change."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.store.edit import Edit
from dossier.ui.background import Task
from dossier.ui.history import History

if TYPE_CHECKING:  # the checks are imported when they are first needed: the first window waits for none of them
    from dossier.checks.finding import Finding
    from dossier.law.deadlines import Agenda
    from dossier.work.findings import Findings

SOON = 40  # milliseconds after an edit; several that follow each other are one
EVERY = 300_000  # milliseconds after which time alone may have changed something


class Watch(QObject):
    """Does nothing before `begin`."""

    found = Signal(object)
    """The Findings of the dossier as it stands."""

    def __init__(self, history: History, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._history, self._clock = history, clock
        self.findings: Findings | None = None
        self.agenda: Agenda | None = None
        """Everything that is due, looked for together with the findings."""
        self._changes: Mapping[str, datetime] | None = None
        self._looking = self._begun = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        history.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look now, and from now on after each change; once is enough."""
        if not self._begun:
            self._begun = True
            self._timer.start(0)

    def stop(self) -> None:
        self._begun = False
        self._timer.stop()

    def open_in(self, record: Record) -> "tuple[Finding, ...]":
        """What is open in one record as it stands, looked for at once."""
        from dossier.work.findings import find_in

        changed = self.findings.changed if self.findings else {}
        return find_in(self._history.dossier, record, self._clock(), changed)

    def _on_changed(self, edit: Edit | None) -> None:
        if not self._begun:
            return
        if edit is None or self._changes is None:
            self._changes = None  # another program wrote: its journal is read again
        else:
            now = self._history.saved_at or self._clock()
            self._changes = {**self._changes, **{change.record.id: now for change in edit.changes}}
        self._timer.start(SOON)

    def look(self) -> None:
        """Look now at the dossier as it stands; what is found is told when it is."""
        if self._looking:
            return  # the timer goes on, and asks again
        self._timer.start(EVERY)
        self._looking = True
        if self._changes is None:
            self._changes = self._history.store.last_changes()
        dossier, now, changes = self._history.dossier, self._clock(), self._changes
        task = Task(lambda _progress: _find(dossier, now, changes))
        task.done.connect(self._on_found)
        task.destroyed.connect(self._on_looked)  # also after a check that failed: the next change is looked at
        task.start()

    def _on_looked(self) -> None:
        self._looking = False

    def _on_found(self, found: "tuple[Findings, Agenda]") -> None:
        findings, agenda = found
        if not self._begun:
            return
        if findings.dossier is not self._history.dossier:
            self._timer.start(0)
            return
        self.findings, self.agenda = findings, agenda
        self.found.emit(findings)


def _find(dossier: Dossier, now: datetime, changes: Mapping[str, datetime]) -> "tuple[Findings, Agenda]":
    from dossier.law.deadlines import agenda_of
    from dossier.work.findings import find

    return find(dossier, now, changes), agenda_of(dossier, now)
