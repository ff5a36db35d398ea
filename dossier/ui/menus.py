"""The menus of a window: every action with its key, in the order in which people look for them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from dossier.i18n import _
from dossier.model.catalog import GROUPS
from dossier.ui import choices
from dossier.ui.navigation import ask
from dossier.ui.side import (
    DEADLINES,
    FINDINGS,
    JOURNAL,
    KEYS,
    LEGAL,
    MESSAGES,
    OVERVIEW,
    SETTINGS,
    STATISTICS,
    WORKSHEET,
    entries_of,
)
from dossier.ui.widgets.buttons import escaped, plain

if TYPE_CHECKING:
    from dossier.ui.dialogs.paper import Paper
    from dossier.ui.main_window import MainWindow

Role = QAction.MenuRole
_SEPARATOR = None
_YEARS = 3
Item = tuple[str, str, Callable[[], object]] | None
"""Words with their mnemonic, keys, what it does; None is a line."""


class Menus:
    """Fills the menu bar of a window; keeps what changes: undo, redo, recent files, the way back."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._file()
        self._edit()
        self._view()
        self._dossier()
        self._help()
        self.show_undo()

    def actions(self) -> list[QAction]:
        """Everything one can ask for, for the palette."""
        bar = self._window.menuBar().actions()
        menus = [menu for action in bar if isinstance(menu := action.menu(), QMenu)]
        return [action for menu in menus for action in _leaves(menu)]

    def show_undo(self) -> None:
        """Say what would be undone and redone."""
        stack, window = self._window.history.stack, self._window
        for action, word, label, possible in (
            (self._undo, _("&Undo"), stack.undoText(), stack.canUndo()),
            (self._redo, _("&Redo"), stack.redoText(), stack.canRedo()),
        ):
            action.setText(f"{word}{_(': {edit}', edit=escaped(label))}" if possible else word)
            action.setEnabled(possible)
        self._back.setEnabled(window.pages.can_step(-1))
        self._forward.setEnabled(window.pages.can_step(1))

    def _file(self) -> None:
        window = self._window
        menu = self._menu(
            _("&File"),
            (_("&New dossier…"), "Ctrl+Shift+N", lambda: window.start_asked.emit(True)),
            (_("&Open…"), "Ctrl+O", window.ask_to_open),
        )
        self._recent = menu.addMenu(_("&Recent dossiers"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self._fill(
            menu,
            (_("&Start page"), "", lambda: window.start_asked.emit(False)),
            _SEPARATOR,
            (_("&Save"), "Ctrl+S", window.say_saved),
            (_("Save a &copy…"), "Ctrl+Shift+S", window.save_copy),
            (_("&Export as PDF…"), "Ctrl+E", window.export),
        )
        self._fill(menu.addMenu(_("&Annual report of the officer")), *self._years())
        self._fill(
            menu,
            _SEPARATOR,
            (_("C&lose the dossier"), "Ctrl+W", window.close),
            (_("&Quit"), "Ctrl+Q", window.quit_asked.emit),
        )
        menu.actions()[-1].setMenuRole(Role.QuitRole)

    def _years(self) -> list[Item]:
        """The year that runs and those before it, of which a report may still be asked for."""
        this = self._window.clock().year
        return [(str(year), "", partial(self._report, year)) for year in range(this, this - _YEARS, -1)]

    def _report(self, year: int) -> None:
        self._paper().ask_for_annual_report(year)

    def _edit(self) -> None:
        window = self._window
        menu = self._menu(_("&Edit"), ("", "Ctrl+Z", window.undo), ("", "Ctrl+Y", window.redo))
        self._undo, self._redo = menu.actions()
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._fill(
            menu,
            _SEPARATOR,
            (_("&Add a record"), "Ctrl+N", window.add),
            (_("&Filter the list"), "Ctrl+F", window.filter),
            (_("&Search everything…"), "Ctrl+K", window.search),
            _SEPARATOR,
            (_("&Preferences"), "Ctrl+,", lambda: window.go_to_page(SETTINGS)),
        )
        menu.actions()[-1].setMenuRole(Role.PreferencesRole)

    def _view(self) -> None:
        window, preferences = self._window, self._window.kept.preferences
        menu = self._menu(
            _("&View"),
            (_("&Back"), "Alt+Left", lambda: window.step(-1)),
            (_("&Forward"), "Alt+Right", lambda: window.step(1)),
            _SEPARATOR,
        )
        self._back, self._forward = menu.actions()[:2]
        language, look, size = (menu.addMenu(words) for words in (_("&Language"), _("&Theme"), _("Text si&ze")))
        self._choice(language, choices.languages(), preferences.language, window.language_asked.emit)
        self._choice(look, choices.themes(), preferences.theme, window.use_theme)
        self._choice(size, choices.scales(), str(preferences.scale), window.use_scale)

    def _dossier(self) -> None:
        window = self._window
        menu = self._menu(
            _("&Dossier"),
            (_("&Log an incident"), "Ctrl+Shift+I", window.log_incident),
            (_("Log the incident of a &note…"), "", window.incidents.ask_for_note),
            (_("Incident sheet to &print…"), "", lambda: self._paper().ask_for_incident_sheet()),
            (_("&Worksheet for the CNIL’s form"), "", lambda: self._show_paper(WORKSHEET)),
            (_("&Messages about a breach"), "", lambda: self._show_paper(MESSAGES)),
            _SEPARATOR,
        )
        first = ((OVERVIEW, _("Overview")), (FINDINGS, _("Findings")), (DEADLINES, _("Deadlines")))
        self._fill(menu, *(self._page(key, name) for key, name in first))
        for group in GROUPS:
            inner = menu.addMenu(_(group.label))
            self._fill(inner, *(self._page(one.key, _(one.label)) for one in entries_of(group)))
        self._fill(menu, (_("Statis&tics of breaches"), "", lambda: window.go_to_page(STATISTICS)))
        self._fill(menu, self._page(JOURNAL, _("Journal")), _SEPARATOR, (_("&Verify the dossier"), "", window.verify))

    def _show_paper(self, page: str) -> None:
        from dossier.ui.breach.paper import show_paper

        show_paper(self._window.desk, page, ask(self._window.pages.currentWidget(), "current_record"))

    def _page(self, key: str, name: str) -> Item:
        number = KEYS.index(key) + 1
        return escaped(name), f"Ctrl+{number}" if number < 10 else "", lambda: self._window.go_to_page(key)

    def _help(self) -> None:
        menu = self._menu(
            _("&Help"),
            (_("&Keys"), "F1", self._show_keys),
            (_("&Legal data"), "", lambda: self._window.go_to_page(LEGAL)),
            (_("&About Dossier"), "", self._show_about),
        )
        menu.actions()[-1].setMenuRole(Role.AboutRole)

    def _paper(self) -> "Paper":
        from dossier.ui.dialogs.paper import Paper

        return Paper(self._window)

    def _show_keys(self) -> None:
        from dossier.ui.dialogs.about import show_keys

        show_keys(self._window, self.actions())

    def _show_about(self) -> None:
        from dossier.ui.dialogs.about import show_about

        show_about(self._window)

    def _menu(self, title: str, *items: Item) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        self._fill(menu, *items)
        return menu

    def _fill(self, menu: QMenu, *items: Item) -> None:
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            words, keys, do = item
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.setMenuRole(Role.NoRole)
            action.triggered.connect(lambda _checked=False, do=do: do())

    def _choice(self, menu: QMenu, names: dict[str, str], chosen: str, use: Callable[[str], object]) -> None:
        group = QActionGroup(menu)
        for value, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: use(value))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for recent in self._window.kept.preferences.recent:
            action = self._recent.addAction(escaped(recent.name))
            action.setToolTip(recent.path)
            action.triggered.connect(lambda _on=False, path=recent.path: self._window.open_asked.emit(Path(path)))
        self._recent.setToolTipsVisible(True)


def _leaves(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _leaves(inner)
        elif not action.isSeparator() and plain(action.text()):
            found.append(action)
    return found
