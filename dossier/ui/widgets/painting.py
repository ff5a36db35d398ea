"""What every painted widget draws with: rounded grounds, words, the focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from dossier.ui import theme
from dossier.ui.tokens import RADIUS, Role

Align = Qt.AlignmentFlag
LEFT = Align.AlignVCenter | Align.AlignLeft
RIGHT = Align.AlignVCenter | Align.AlignRight
CENTER = Align.AlignCenter


def painter_for(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter,
    rect: QRectF,
    ground: str | None,
    edge: str | None = None,
    radius: float = RADIUS,
    width: float = 1,
) -> None:
    """A rounded rectangle; its edge is drawn inside, so that nothing is cut."""
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    inset = width / 2 if edge else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: Role,
    color: str,
    align: Align = LEFT,
    *,
    tabular: bool = False,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Draw one line, cut with an ellipsis when the rectangle is too narrow; gives back its width."""
    metrics = theme.metrics(role, tabular=tabular)
    wide = metrics.horizontalAdvance(text)
    if wide > rect.width() + 1:
        text = metrics.elidedText(text, cut, int(rect.width()))
        wide = metrics.horizontalAdvance(text)
    painter.setFont(theme.font(role, tabular=tabular))
    painter.setPen(QColor(color))
    painter.drawText(rect, align | Qt.TextFlag.TextDontClip, text)
    return wide


def two_lines(text: str, role: Role, width: float) -> tuple[str, str]:
    """The text broken where a first line of that width ends; the second is empty where one is enough."""
    layout = QTextLayout(text, theme.font(role))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    return text[:end].rstrip(), text[end:].lstrip()


def focus_ring(painter: QPainter, rect: QRectF, radius: float = RADIUS) -> None:
    """Two pixels of accent on the inside: nothing moves when the focus comes."""
    rounded(painter, rect, None, theme.tokens().accent, radius, 2)
