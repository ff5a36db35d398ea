"""The line icons: one SVG file each, tinted when they are painted."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dossier.paths import RESOURCES

FOLDER = RESOURCES / "icons"
STROKE = 1.75  # on the grid of 24; at 14-16 px pass 2-2.3 so that the line stays visible
RATIOS = (1.0, 2.0, 3.0)


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, color: str, stroke: float = STROKE) -> bytes:
    """The icon as an SVG document in the colour asked."""
    drawing = _drawing(name).replace("currentColor", color)
    return drawing.replace(f'stroke-width="{STROKE}"', f'stroke-width="{stroke}"').encode()


@lru_cache(maxsize=512)
def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(name, color, stroke)))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str, stroke: float = STROKE) -> None:
    """Paint straight from vectors: sharp whatever the scale of the screen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color, stroke).render(painter, rect)
    painter.restore()


def pixmap(name: str, color: str, size: int = 18, ratio: float = 2.0, gap: int = 0) -> QPixmap:
    """The icon on `size` pixels that do not depend on the screen, with `gap` empty ones after it."""
    image = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, size * ratio, size * ratio), name, color, STROKE if size > 16 else 2.0)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=512)
def icon(name: str, color: str, size: int = 18, *, gap: int = 0, disabled: str = "") -> QIcon:
    """A QIcon with the pixmaps of 1x, 2x and 3x screens; `disabled` is its colour when it cannot be used. Shared."""
    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(pixmap(name, color, size, ratio, gap))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, ratio, gap), QIcon.Mode.Disabled)
    return made
