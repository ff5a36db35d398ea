"""The one style sheet: what Fusion draws with gradients, drawn from the tokens; no font and no margin lives here."""

import tempfile
import zlib
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir

from dossier.paths import user_cache
from dossier.ui import icons
from dossier.ui.tokens import PLAIN_INKS, TONES, Tokens

_INPUTS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")
_ARROWS = ("QComboBox", "QDateEdit", "QDateTimeEdit")


def _each(names: tuple[str, ...], state: str) -> str:
    return ", ".join(name + state for name in names)


@cache
def _asset_folder() -> Path:
    """Where the tinted images of the style sheet are written: Qt wants files for them."""
    folder = user_cache() / "icons"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "writable").touch()
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="dossier-icons-"))
    QDir.addSearchPath("icons", str(folder))
    return folder


def _image(name: str, color: str) -> str:
    drawing = icons.svg(name, color, 2.2)
    path = _asset_folder() / f"{name}-{zlib.crc32(drawing):08x}.svg"
    if not path.exists():
        path.write_bytes(drawing)
    return f"image: url(icons:{path.name})"


def style_sheet(k: Tokens) -> str:
    """Inputs, buttons, boxes, tables and bars in the colours of `k`."""
    return "\n".join((_inks(k), _inputs(k), _buttons(k), _boxes(k), _views(k), _calendar(k), _window(k)))


def _inks(k: Tokens) -> str:
    return "\n".join(f'QLabel[ink="{ink}"] {{ color: {k.ink(ink)}; }}' for ink in (*PLAIN_INKS, *TONES))


def _inputs(k: Tokens) -> str:
    down, up = _image("chevron-down", k.text2), _image("chevron-up", k.text2)
    return f"""
{_each(_INPUTS, "")} {{ background: {k.surface}; color: {k.text}; border: 1px solid {k.border}; border-radius: 6px;
  min-height: 20px; padding: 5px 8px; selection-background-color: {k.accent_fill}; selection-color: {k.on_accent}; }}
QLineEdit[compact="true"] {{ min-height: 18px; }}
{_each(_INPUTS, ":hover")} {{ border-color: {k.text2}; }}
{_each(_INPUTS, ":focus")} {{ border: 2px solid {k.accent}; padding: 4px 7px; }}
{_each(_INPUTS, ":disabled")} {{ background: {k.sunken}; color: {k.text3}; border-color: {k.line}; }}
{_each(_INPUTS, '[invalid="true"]')} {{ border: 2px solid {k.tone("blocking").solid}; padding: 4px 7px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; min-height: 0; }}
{_each(_ARROWS, "::drop-down")} {{ border: none; width: 26px; }}
{_each(_ARROWS, "::down-arrow")} {{ {down}; width: 12px; height: 12px; }}
QComboBox {{ combobox-popup: 0; padding: 5px 10px; }}
QPlainTextEdit, QTextEdit {{ padding: 5px 6px; }}
QPlainTextEdit[role="title"] {{ background: transparent; border: 2px solid transparent; padding: 2px 0; }}
QPlainTextEdit[role="title"]:hover {{ border-color: {k.line}; }}
QPlainTextEdit[role="title"]:focus {{ border-color: {k.accent}; padding: 2px 0; }}
QComboBox:focus, QComboBox[invalid="true"] {{ padding: 4px 9px; }}
{_each(("QPlainTextEdit", "QTextEdit"), ":focus")}, QPlainTextEdit[invalid="true"] {{ padding: 4px 5px; }}
QComboBox QAbstractItemView {{ border: 1px solid {k.border}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 24px; background: transparent; }}
QSpinBox::up-arrow {{ {up}; width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ {down}; width: 10px; height: 10px; }}"""


def _buttons(k: Tokens) -> str:
    both = ("QPushButton", "QToolButton")
    quiet, link, primary = _each(both, '[role="quiet"]'), 'QPushButton[role="link"]', 'QPushButton[role="primary"]'
    return f"""
{_each(both, "")} {{ background: {k.surface}; color: {k.text}; border: 1px solid {k.border}; border-radius: 6px;
  padding: 6px 13px; }}
{quiet}, {link} {{ background: transparent; border-color: transparent; }}
{link} {{ color: {k.accent}; padding: 6px 4px; }}
{_each(both, ":hover")} {{ background: {k.hover}; }}
{_each(both, ":pressed")} {{ background: {k.selected}; }}
{_each(both, ":focus")} {{ border: 2px solid {k.accent}; padding: 5px 12px; }}
{link}:focus {{ padding: 5px 3px; }}
{primary} {{ background: {k.accent_fill}; color: {k.on_accent}; border-color: {k.accent_fill}; }}
{primary}:hover {{ background: {k.accent_fill_hover}; }}
{primary}:focus {{ border: 2px solid {k.text}; }}
{_each(both, ":disabled")}, {primary}:disabled {{ color: {k.text3}; background: {k.sunken};
  border: 1px solid {k.line}; padding: 6px 13px; }}
{_each(both, '[bare="true"]')}, {_each(both, '[bare="true"]:focus')} {{ padding: 0; }}
QPushButton[menu="true"] {{ padding-right: 30px; }}
QPushButton[menu="true"]:focus {{ padding-right: 29px; }}
QPushButton::menu-indicator {{ {_image("chevron-down", k.text2)}; width: 12px; height: 12px;
  subcontrol-position: center right; subcontrol-origin: border; right: 11px; }}
QPushButton[bare="true"]::menu-indicator {{ image: none; width: 0; }}"""


def _boxes(k: Tokens) -> str:
    boxes = ("QCheckBox", "QRadioButton", "QAbstractItemView")
    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; }}
{_each(boxes, "::indicator")} {{ width: 16px; height: 16px; border: 1px solid {k.border}; border-radius: 4px;
  background: {k.surface}; }}
{_each(boxes, "::indicator:checked")} {{ background: {k.accent_fill}; border-color: {k.accent_fill};
  {_image("tick", k.on_accent)}; }}
{_each(boxes, "::indicator:indeterminate")} {{ background: {k.accent_fill}; border-color: {k.accent_fill};
  {_image("minus", k.on_accent)}; }}
{_each(boxes, "::indicator:disabled")} {{ background: {k.sunken}; border-color: {k.line}; }}
QCheckBox:focus, QRadioButton:focus {{ outline: none; }}
{_each(boxes, "::indicator:focus")} {{ width: 14px; height: 14px; border: 2px solid {k.accent}; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QRadioButton::indicator:checked {{ image: none; background: {k.on_accent}; width: 8px; height: 8px;
  border: 5px solid {k.accent_fill}; }}
QRadioButton::indicator:checked:focus {{ border-color: {k.accent}; }}
QProgressBar {{ background: {k.line}; border: none; border-radius: 4px; max-height: 8px; color: transparent; }}
QProgressBar::chunk {{ background: {k.accent_fill}; border-radius: 4px; }}"""


def _views(k: Tokens) -> str:
    return f"""
QAbstractItemView {{ background: {k.surface}; color: {k.text}; border: none; outline: 0;
  selection-background-color: {k.selected}; selection-color: {k.text}; }}
QListView::item {{ min-height: 28px; padding: 0 8px; }}
QListView::item:selected {{ background: {k.selected}; color: {k.text}; }}
QHeaderView {{ background: {k.surface}; border: none; }}
QHeaderView::section {{ background: {k.surface}; color: {k.text3}; border: none; border-bottom: 1px solid {k.line};
  padding: 7px 12px; text-align: left; }}
QHeaderView[narrow="true"]::section:middle {{ padding: 7px 2px; }}
QHeaderView::section:hover {{ color: {k.text}; }}
QHeaderView::down-arrow {{ {_image("chevron-down", k.text2)}; width: 12px; height: 12px; }}
QHeaderView::up-arrow {{ {_image("chevron-up", k.text2)}; width: 12px; height: 12px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {k.border}; border-radius: 3px; min-height: 32px; min-width: 32px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {k.text3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""


def _calendar(k: Tokens) -> str:
    return f"""
QCalendarWidget QWidget {{ alternate-background-color: {k.surface}; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {k.surface}; }}
QCalendarWidget QToolButton {{ border-color: transparent; padding: 4px 8px; min-height: 22px; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget #qt_calendar_prevmonth {{ qproperty-{_image("chevron-left", k.text2).replace("image", "icon")}; }}
QCalendarWidget #qt_calendar_nextmonth {{ qproperty-{_image("chevron-right", k.text2).replace("image", "icon")}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {k.accent_fill}; selection-color: {k.on_accent}; }}"""


def _window(k: Tokens) -> str:
    return f"""
QSplitter::handle {{ background: {k.line}; }}
QMenuBar {{ background: {k.sidebar}; color: {k.text}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {k.hover}; }}
QMenu {{ background: {k.surface}; color: {k.text}; border: 1px solid {k.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {k.selected}; }}
QMenu::item:disabled {{ color: {k.text3}; }}
QMenu::separator {{ height: 1px; background: {k.line}; margin: 4px 8px; }}
QToolTip {{ background: {k.text}; color: {k.surface}; border: none; padding: 6px 8px; }}"""
