"""Rows and columns of widgets, written as one reads them."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from dossier.ui.tokens import S2

Item = QWidget | QLayout | int | None | tuple[QWidget, int]
Margins = tuple[int, int, int, int]


def fill(layout: QBoxLayout, *items: Item) -> None:
    """Add widgets and layouts; None stretches, a number is a space, a pair is a widget and its stretch."""
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, tuple):
            layout.addWidget(item[0], item[1])
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def row(*items: Item, gap: int = S2, margins: Margins = (0, 0, 0, 0)) -> QWidget:
    return _box(QHBoxLayout(), items, gap, margins)


def column(*items: Item, gap: int = S2, margins: Margins = (0, 0, 0, 0)) -> QWidget:
    return _box(QVBoxLayout(), items, gap, margins)


def _box(layout: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    fill(layout, *items)
    return holder
