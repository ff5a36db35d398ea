"""Design tokens: the only place where a colour, a distance or a size of type is written down."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

# Distances, in pixels that do not depend on the screen: a grid of 8 with a half step of 4.
S1, S2, S3, S4, S5, S6, S8, S12 = 4, 8, 12, 16, 20, 24, 32, 48
PAGE_MARGIN = 28
RADIUS, RADIUS_CARD, RADIUS_CHIP = 6, 8, 5
CONTROL, CONTROL_COMPACT, CHIP = 32, 30, 22
ROW, ROW_TALL = 36, 52
STATUS = 28
SIDEBAR, SIDEBAR_SMALL = 232, 56
SMALL_WINDOW = 1240  # under this width the sidebar shows icons only and secondary columns hide
ICON = 18

Role = Literal["display", "h1", "h2", "h3", "strong", "body", "caption", "caption_strong"]

# Type: multiples of the system's own font, and a weight.
TYPE: dict[Role, tuple[float, int]] = {
    "display": (2.45, 600),
    "h1": (1.70, 600),
    "h2": (1.30, 600),
    "h3": (1.08, 600),
    "strong": (1.00, 600),
    "body": (1.00, 400),
    "caption": (0.925, 400),
    "caption_strong": (0.925, 600),
}
BODY_FLOOR, CAPTION_FLOOR = 13, 12

ToneName = Literal["blocking", "major", "minor", "check", "info", "ok", "none"]
TONES: tuple[ToneName, ...] = ("blocking", "major", "minor", "check", "info", "ok", "none")
Ground = Literal["canvas", "sidebar", "surface", "sunken", "hover", "selected"]
GROUNDS: tuple[Ground, ...] = ("canvas", "sidebar", "surface", "sunken", "hover", "selected")
PlainInk = Literal["text", "text2", "text3", "accent", "on_accent"]
PLAIN_INKS: tuple[PlainInk, ...] = ("text", "text2", "text3", "accent", "on_accent")
Ink = PlainInk | ToneName


class Tone(NamedTuple):
    """A meaning: `fg` for words and icons, `tint` behind them, `solid` for bars and charts."""

    fg: str
    tint: str
    solid: str


class Tokens(NamedTuple):
    """The colours of one theme."""

    name: Literal["light", "dark"]
    canvas: str  # the window behind cards
    sidebar: str
    surface: str  # cards, inputs, tables
    sunken: str  # quiet panels, disabled inputs
    hover: str
    selected: str
    line: str  # decoration only
    border: str  # edges of what one can click or type in
    text: str
    text2: str
    text3: str
    accent: str  # for acting: links, focus, selection; never a state
    accent_fill: str
    accent_fill_hover: str
    on_accent: str
    tones: dict[ToneName, Tone]

    def tone(self, name: ToneName) -> Tone:
        return self.tones[name]

    def ground(self, name: Ground) -> str:
        return str(getattr(self, name))

    def ink(self, name: Ink) -> str:
        """The colour of words: a plain ink, or the foreground of a tone."""
        return self.tones[name].fg if name in self.tones else str(getattr(self, name))


LIGHT = Tokens(
    name="light",
    canvas="#F5F6F8",
    sidebar="#ECEEF2",
    surface="#FFFFFF",
    sunken="#F3F5F8",
    hover="#EEF1F6",
    selected="#E4EBF8",
    line="#DEE2E9",
    border="#858D9B",
    text="#171D2A",
    text2="#434C5C",
    text3="#5C6575",
    accent="#2A4FA8",
    accent_fill="#2A4FA8",
    accent_fill_hover="#223F88",
    on_accent="#FFFFFF",
    tones={
        "blocking": Tone("#A3131F", "#FCEAEA", "#C62531"),
        "major": Tone("#8F3F00", "#FDEFE3", "#D0680F"),
        "minor": Tone("#6B4E00", "#FAF3D9", "#B88A00"),
        "check": Tone("#5F3596", "#F2EBFA", "#8A63BF"),
        "info": Tone("#3A526F", "#EAF0F6", "#6C86A3"),
        "ok": Tone("#17633A", "#E4F3E9", "#2F8F57"),
        "none": Tone("#4F5868", "#EDEFF3", "#A9B1BD"),
    },
)

DARK = Tokens(
    name="dark",
    canvas="#13161B",
    sidebar="#171A20",
    surface="#1B1F26",
    sunken="#21262E",
    hover="#262C35",
    selected="#26334F",
    line="#2D333D",
    border="#6F7887",
    text="#E8EBF1",
    text2="#BCC4D0",
    text3="#98A2B1",
    accent="#93B2FF",
    accent_fill="#3D64C9",
    accent_fill_hover="#456CD0",
    on_accent="#FFFFFF",
    tones={
        "blocking": Tone("#FF9C9C", "#3B1D20", "#E5545C"),
        "major": Tone("#FFB27A", "#38251A", "#E0833A"),
        "minor": Tone("#EBCB6B", "#322B18", "#C9A227"),
        "check": Tone("#CDB2F2", "#2D2440", "#A383D6"),
        "info": Tone("#A9C1DC", "#212C38", "#7A95B3"),
        "ok": Tone("#86D6A5", "#193024", "#4FB37A"),
        "none": Tone("#AFB8C5", "#272C35", "#5A6370"),
    },
)


def luminance(color: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2.1)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def contrast_pairs(k: Tokens) -> Iterator[tuple[str, str, str, float]]:
    """What, foreground, background and the least ratio, for every pair that the window uses."""
    inks: tuple[PlainInk, ...] = ("text", "text2", "text3", "accent")
    for ground in GROUNDS:
        for ink in inks:
            yield f"{ink} on {ground}", k.ink(ink), k.ground(ground), 4.5
    yield "border on surface", k.border, k.surface, 3.0
    yield "border on canvas", k.border, k.canvas, 3.0
    yield "on_accent on accent_fill", k.on_accent, k.accent_fill, 4.5
    yield "on_accent on accent_fill_hover", k.on_accent, k.accent_fill_hover, 4.5
    yield "surface on text (tool tip)", k.surface, k.text, 4.5
    for name in TONES:
        yield from _tone_pairs(k, name)


def _tone_pairs(k: Tokens, name: ToneName) -> Iterator[tuple[str, str, str, float]]:
    tone = k.tone(name)
    grounds: tuple[Ground, ...] = ("surface", "canvas", "sidebar", "sunken", "selected")
    yield f"{name}.fg on tint", tone.fg, tone.tint, 4.5
    yield f"text on {name}.tint", k.text, tone.tint, 4.5
    yield f"text2 on {name}.tint", k.text2, tone.tint, 4.5
    yield f"accent on {name}.tint", k.accent, tone.tint, 4.5
    for ground in grounds:
        yield f"{name}.fg on {ground}", tone.fg, k.ground(ground), 4.5
    if name != "none":  # "unknown" is a quiet shape beside its words, not a part of a chart
        yield f"{name}.solid on surface", tone.solid, k.surface, 3.0
