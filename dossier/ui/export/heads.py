"""What holds the three columns in line: heads of one height, and rooms kept where something is hidden."""

from PySide6.QtWidgets import QWidget

from dossier.ui.tokens import CONTROL, S1
from dossier.ui.widgets.layouts import Item, row


def column_head(*items: Item) -> QWidget:
    head = row(*items, gap=S1)
    head.setFixedHeight(CONTROL)
    return head


def keep_place(widget: QWidget) -> QWidget:
    """Hidden, it leaves its room: what stands beside it stays in its column."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget
