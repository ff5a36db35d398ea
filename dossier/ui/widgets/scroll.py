"""Scroll areas without their traps: no invisible stop for Tab, no grey ground, no value changed by the wheel."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


def scroll(inner: QWidget) -> QScrollArea:
    """`inner` in an area that scrolls up and down only."""
    area, viewport = QScrollArea(), QWidget()
    area.setViewport(viewport)  # for Qt's own, Python would have to know every class of widgets
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    viewport.setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    area.verticalScrollBar().setSingleStep(20)
    return area


def keep_gutter(area: QScrollArea, margin: int, bottom: int) -> None:
    """Let the scroll bar live in the margin of `margin` pixels, so that the content never changes its width."""
    inner = area.widget()
    layout = inner.layout() if inner else None
    bar = area.verticalScrollBar()

    def _on_range_changed(_low: int, high: int) -> None:
        if layout is not None:
            layout.setContentsMargins(0, 0, margin - (bar.sizeHint().width() if high else 0), bottom)

    _on_range_changed(0, bar.maximum())
    bar.rangeChanged.connect(_on_range_changed)


class _WheelGuard(QObject):
    """Passes the wheel on to the page: scrolling a form must not change the values under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def let_the_wheel_through(widget: QWidget) -> None:
    app = QApplication.instance()
    guard = app.findChild(_WheelGuard) if app else None
    widget.installEventFilter(guard or _WheelGuard(app))
