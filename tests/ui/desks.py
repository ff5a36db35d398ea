"""A desk over a dossier in a temporary folder, with a clock that stands still, and a page shown on it."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.model.catalog import CATALOG, children_of
from dossier.model.record import Record
from dossier.store.store import Store
from dossier.ui.desk import Desk, Kept
from dossier.ui.history import History
from dossier.ui.pages.kind_page import KindPage
from dossier.work.preferences import Preferences
from tests.factories import AUTHOR, NOW, make_store

Page = TypeVar("Page", bound=KindPage)


def desk_over(store: Store) -> Desk:
    history = History(store, lambda: AUTHOR, lambda: NOW)
    made = Desk(history, Kept(Preferences()), lambda: NOW)
    history.setParent(made)
    return made


def desk_with(folder: Path, *records: Record) -> Desk:
    """A desk over a new dossier with these records, or with an organisation alone."""
    return desk_over(make_store(folder / "essai.dossier", list(records) or None))


def reading_desk(folder: Path, *records: Record) -> Desk:
    """A desk over a dossier that is open to read only."""
    make_store(folder / "essai.dossier", list(records) or None).close()
    return desk_over(Store.read(folder / "essai.dossier"))


def shown(qtbot: QtBot, widget: QWidget, width: int = 1150, height: int = 800) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    settle()


def settle() -> None:
    for _turn in range(8):  # a page comes in turns, and wrapped labels settle their height in turns
        QApplication.processEvents()


def page_of(qtbot: QtBot, desk: Desk, kind: type[Record], record: Record | None = None) -> KindPage:
    """The page of a kind, shown, on one of its records."""
    page = KindPage(kind, desk)
    shown(qtbot, page)
    if record is not None:
        page.show_record(record.id)
        page.view.form.complete()
        settle()
    return page


def on_its_first_record(qtbot: QtBot, page: Page, width: int = 1180, height: int = 800) -> Page:
    """A page of a register as somebody arrives on it, with all the fields of its first record made."""
    shown(qtbot, page, width, height)
    page.take_focus()
    if page.current_record():
        page.view.form.complete()
    settle()
    return page


def parent_of(kind: type[Record]) -> type[Record]:
    """The kind on whose page a record of `kind` is edited."""
    return next((one for one in CATALOG if kind in children_of(one)), kind)
