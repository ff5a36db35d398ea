"""The one door of the window: it writes first, and only then notes what can be undone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from dossier.errors import DossierError
from dossier.i18n import _
from dossier.model.dossier import Dossier
from dossier.store.edit import Author, Edit
from dossier.store.store import Store
from dossier.work.edits import with_traces

REMEMBERED = 50
"""Edits of the journal that can still be undone when a dossier is opened again."""


class Written(QUndoCommand):
    """An edit that is in the file already: Qt's stack only remembers it, `History` does the work."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(edit.label)
        self.edit = edit


class History(QObject):
    """Writes edits, undoes and redoes them; tells everybody what changed, and what could not be written."""

    changed = Signal(object)
    """The Edit that was written, or None when the file was read again after another program wrote it."""
    failed = Signal(str)
    """One sentence: what happened, that nothing was lost, what to do."""

    def __init__(self, store: Store, author: Callable[[], Author], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.store, self._author, self.clock = store, author, clock
        self.stack = QUndoStack(self)
        self.saved_at: datetime | None = None

    @property
    def author(self) -> Author:
        """Who writes now."""
        return self._author()

    @property
    def dossier(self) -> Dossier:
        """The snapshot as it stands."""
        return self.store.dossier

    def do(self, edit: Edit | None) -> Edit | None:
        """Write an edit; returns it as written, or None when there was nothing to write or it failed."""
        written = self._write(edit) if edit else None
        if written:
            self.stack.push(Written(written))
            self.changed.emit(written)
        return written

    def undo(self) -> None:
        self._step(self.stack.index() - 1, _("Undo: {edit}"), backwards=True)

    def redo(self) -> None:
        self._step(self.stack.index(), _("Redo: {edit}"), backwards=False)

    def recall(self) -> None:
        """Make the last edits of the journal undoable again; an edit and its undoing cancel each other.

        The oldest edit in sight is left out: it made the dossier, or it may have begun before what is in sight.
        """
        edits: list[Edit] = []
        in_sight = dict.fromkeys(entry.edit for entry in reversed(self.store.history(limit=REMEMBERED)))
        for edit_id in list(in_sight)[1:]:
            self._recall_one(edits, edit_id)
        for edit in edits:
            self.stack.push(Written(edit))

    def refresh(self) -> None:
        """Look whether another program wrote the file; to be called every two seconds."""
        if self.store.refresh():
            self.stack.clear()
            self.changed.emit(None)

    def _recall_one(self, edits: list[Edit], edit_id: str) -> None:
        edit = self.store.edit_of(edit_id)
        if edit is None:
            edits.clear()  # nothing before an erased state can be undone
        elif edits and edits[-1].inverse("").changes == edit.changes:
            edits.pop()
        else:
            edits.append(edit)

    def _step(self, position: int, label: str, backwards: bool) -> None:
        command = self.stack.command(position)
        if not isinstance(command, Written):
            return
        words = label.format(edit=command.edit.label)
        edit = command.edit.inverse(words) if backwards else command.edit.again(words, self.dossier.get)
        written = self._write(with_traces(edit, self.dossier, self._author(), self.clock()))
        if written:
            self.stack.undo() if backwards else self.stack.redo()
            self.changed.emit(written)

    def _write(self, edit: Edit) -> Edit | None:
        now = self.clock()
        try:
            written = self.store.apply(edit, self._author(), now)
        except DossierError as error:
            self.failed.emit(str(error))
            return None
        self.saved_at = now
        return written
