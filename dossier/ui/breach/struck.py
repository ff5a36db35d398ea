"""Words that are withdrawn and stay readable."""

from PySide6.QtGui import QFont

from dossier.ui.widgets.labels import Label


def struck(label: Label) -> None:
    """Draw a line through the words of a label; the word that says so stands beside it."""
    font = QFont(label.font())
    font.setStrikeOut(True)
    label.setFont(font)
    label.set_ink("text3")
