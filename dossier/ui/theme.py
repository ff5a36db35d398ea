"""The theme of the window: the tokens that hold now, the fonts, the palette, and who chooses between light and dark.

Widgets that paint themselves read `tokens()` each time. What copies a colour (the icon of a button) makes it again in
`changeEvent` when `is_theme_change(event)`; so a switch repaints everything and rebuilds nothing.
"""

from functools import cache
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from dossier.ui.style_sheet import style_sheet
from dossier.ui.tokens import BODY_FLOOR, CAPTION_FLOOR, DARK, LIGHT, TYPE, Role, Tokens

Choice = Literal["system", "light", "dark"]
_SCHEMES: dict[Choice, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class _Current:
    """What holds now, for the one application of a process."""

    tokens: Tokens = LIGHT
    choice: Choice = "system"
    applied: Tokens | None = None
    dressed: bool = False


def tokens() -> Tokens:
    return _Current.tokens


def choice() -> Choice:
    return _Current.choice


def install(app: QApplication, chosen: Choice = "system") -> None:
    """Give the application fonts that can be read, and the theme of the system or of the user."""
    font.cache_clear()
    metrics.cache_clear()
    app.setFont(font("body"))
    app.styleHints().colorSchemeChanged.connect(_on_scheme_changed)
    use(chosen)


def use(chosen: Choice) -> None:
    """Follow the system, or the user's own choice."""
    _Current.choice = chosen
    QGuiApplication.styleHints().setColorScheme(_SCHEMES[chosen])  # native title bars and file dialogs follow
    _renew()


def _on_scheme_changed() -> None:
    _renew()


def _renew() -> None:
    scheme = _SCHEMES[_Current.choice]
    if scheme == Qt.ColorScheme.Unknown:
        scheme = QGuiApplication.styleHints().colorScheme()
    apply(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)


def apply(k: Tokens) -> None:
    """Paint the whole application with one set of tokens."""
    if _Current.applied is k:  # the system may announce what we have just asked for
        return
    _Current.tokens = _Current.applied = k
    QApplication.setPalette(palette(k))
    if _Current.dressed:
        _put_on(k)


def dress() -> None:
    """Give the application its style sheet: when the first window is made, and before it is shown.

    Given earlier, Qt would dress every widget again each time that it is put into another.
    """
    if not _Current.dressed:
        _Current.dressed = True
        _put_on(_Current.tokens)


def _put_on(k: Tokens) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(style_sheet(k))


def is_theme_change(event: QEvent) -> bool:
    """Whether a widget must renew the colours it has copied."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set the properties that the style sheet reads; Qt looks at them again only when it is told."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


@cache
def font(role: Role = "body", *, tabular: bool = False) -> QFont:
    """A font of the type scale, grown from the system's own font. Shared: never change it."""
    factor, weight = TYPE[role]
    base = QApplication.font()
    floor = CAPTION_FLOOR if factor < 1 else BODY_FLOOR
    made = QFont(base)
    made.setPixelSize(max(floor, round(max(BODY_FLOOR, QFontInfo(base).pixelSize()) * factor)))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)  # figures that line up; a font without them ignores it
    return made


@cache
def metrics(role: Role = "body", *, tabular: bool = False) -> QFontMetrics:
    return QFontMetrics(font(role, tabular=tabular))


def palette(k: Tokens) -> QPalette:
    """Every role that Fusion paints with, so that what the style sheet leaves alone is right too."""
    made, role = QPalette(), QPalette.ColorRole
    for which, color in {
        role.Window: k.canvas,
        role.WindowText: k.text,
        role.Base: k.surface,
        role.AlternateBase: k.sunken,
        role.Text: k.text,
        role.Button: k.surface,
        role.ButtonText: k.text,
        role.BrightText: k.on_accent,
        role.ToolTipBase: k.text,
        role.ToolTipText: k.surface,
        role.PlaceholderText: k.text3,
        role.Highlight: k.selected,
        role.HighlightedText: k.text,
        role.Link: k.accent,
        role.LinkVisited: k.accent,
        role.Accent: k.accent_fill,
        role.Light: k.surface,
        role.Midlight: k.hover,
        role.Mid: k.line,
        role.Dark: k.border,
        role.Shadow: k.line,
    }.items():
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(k.text3))
    return made
