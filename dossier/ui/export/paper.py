"""One page as it leaves: white in both themes, as wide as there is room, read out in words."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.widgets.painting import focus_ring, painter_for, rounded

WHITE = "#FFFFFF"  # it shows paper
_WIDEST = 1600  # pixels of an image: more would take more than a moment
_EDGE = 3
_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Paper(QWidget):
    """`turned` asks for another page: the keys of Qt for pages, and the arrows."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._image = QImage()
        self._points = QSize(595, 842)
        self.text = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))

    def show_page(self, pdf: bytes, width: int) -> None:
        """Draw the first page of a PDF, `width` pixels wide."""
        self._pdf = pdf
        self._draw(width)

    def forget(self) -> None:
        """Blank paper."""
        self._pdf, self._image, self.text = b"", QImage(), ""
        self.update()

    def fit(self, width: int) -> None:
        """The same page in another width."""
        if self._pdf:
            self._draw(width)
        else:
            self._resize(width)

    def _draw(self, width: int) -> None:
        from PySide6.QtPdf import QPdfDocument  # only who looks waits for it

        buffer = QBuffer()
        buffer.setData(QByteArray(self._pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        self._points = document.pagePointSize(0).toSize()
        self._resize(width)
        wide = min(int((self.width() - 2 * _EDGE) * self.devicePixelRatioF()), _WIDEST)
        self._image = document.render(0, QSize(wide, wide * self._points.height() // max(self._points.width(), 1)))
        self.text = document.getAllText(0).text()
        self.setAccessibleDescription(self.text)
        document.close()
        self.update()

    def _resize(self, width: int) -> None:
        inner = width - 2 * _EDGE
        self.setFixedSize(width, inner * self._points.height() // max(self._points.width(), 1) + 2 * _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, k = painter_for(self), theme.tokens()
        sheet = QRectF(self.rect()).adjusted(_EDGE - 1, _EDGE - 1, 1 - _EDGE, 1 - _EDGE)
        rounded(painter, sheet, WHITE, k.line, 0)
        if not self._image.isNull():
            painter.fillRect(sheet.adjusted(1, 1, -1, -1), QColor(WHITE))
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet.adjusted(1, 1, -1, -1), self._image)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)
