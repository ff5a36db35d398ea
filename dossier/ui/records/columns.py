"""Which columns the table of a kind has: those of the declaration, or those its user chose."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from dossier.i18n import _
from dossier.model.fields import Field
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.words import field_label, is_state, second_field, typed_fields
from dossier.ui.widgets.buttons import escaped
from dossier.ui.widgets.table import Cell


@dataclass(frozen=True)
class Told:
    """A column that no field holds: it is computed of a record; `key` is what it sorts by, None comes last."""

    label: str
    cell: Callable[[Record], Cell]
    key: Callable[[Record], Any]


Chosen = Callable[[tuple[str, ...]], None]


def possible_columns(kind: type[Record]) -> list[Field]:
    """What can be a column beside the name; long texts are for the form."""
    return [field for field in typed_fields(kind) if field.name != "name" and not field.show.long]


def usual_columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns of the declaration, states first: what finds no room in a narrow table is hidden from the right."""
    second = second_field(kind)
    hidden = {"reference", "name", second.name if second else ""}
    shown = [field for field in typed_fields(kind) if field.show.in_table and field.name not in hidden]
    return tuple(field.name for field in sorted(shown, key=lambda field: not is_state(field)))


def chosen_columns(kind: type[Record], desk: Desk) -> tuple[str, ...]:
    """The user's choice, as far as the fields still exist."""
    names = {field.name for field in possible_columns(kind)} | set(usual_columns(kind))
    chosen = desk.kept.preferences.columns.get(kind.kind.name)
    return tuple(name for name in chosen if name in names) if chosen is not None else usual_columns(kind)


def columns_menu(parent: QWidget, kind: type[Record], desk: Desk, chosen: Chosen) -> QMenu:
    """A menu of all possible columns, ticked where they are shown."""
    menu = QMenu(parent)
    shown = chosen_columns(kind, desk)

    def keep(names: tuple[str, ...] | None) -> None:
        columns = {name: value for name, value in desk.kept.preferences.columns.items() if name != kind.kind.name}
        if names is not None:
            columns[kind.kind.name] = names
        desk.kept.change(columns=columns)
        chosen(chosen_columns(kind, desk))

    for field in possible_columns(kind):
        action = menu.addAction(escaped(field_label(field)))
        action.setCheckable(True)
        action.setChecked(field.name in shown)
        action.toggled.connect(lambda on, name=field.name: keep(_toggled(chosen_columns(kind, desk), name, on)))
    menu.addSeparator()
    menu.addAction(_("The usual columns")).triggered.connect(lambda: keep(None))
    return menu


def _toggled(names: tuple[str, ...], name: str, on: bool) -> tuple[str, ...]:
    rest = tuple(one for one in names if one != name)
    return (*rest, name) if on else rest
