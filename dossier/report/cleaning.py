"""Text made drawable: what the typefaces cannot show becomes a visible code point, and nothing is reordered."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_UNITS = (
    r"(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|h|years?|months?|weeks?|days?|hours?|d"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_SHORT, _REMEMBERED = 60, 1_000  # characters; texts
#: French punctuation never starts a line, an opening guillemet never ends one, and a number stays with its unit or its
#: month, and with what it is the number of. What most spaces stand after is told at once.
_glue = re.compile(
    rf" (?:(?=[»;:!?%€])|(?<=[\d«.°§r] )(?:(?<=« )|(?:(?<=\d )|(?<=\b1er ))(?={_UNITS})"
    r"|(?:(?<=\b[aA]rt\. )|(?<=[nN]° )|(?<=§ )|(?<=\bp\. )|(?<=\bNo\. ))(?=\w)))"
).sub
_SPACES = (0x09, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x205F, 0x3000)
#: Hints to a line breaker or a font, with nothing to show: soft hyphen, zero width space, word joiner,
#: byte order mark, variation selectors.
_INVISIBLE = (0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
_FOLDED: dict[int, int | str | None] = {
    **dict.fromkeys(map(ord, "\v\f\r\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys((0x2009, 0x200A), "\u202f"),
    **dict.fromkeys((0x2010, 0x2011), "-"),
    **dict.fromkeys(_INVISIBLE, None),
}


class Cleaner(dict[int, int | str | None]):
    """`str.translate` table that leaves only characters the typefaces can draw, in the order they were written.

    A code without a glyph would be drawn as .notdef, which PDF/A-3 6.2.11.8 and PDF/UA-1 7.21.8 forbid. It becomes
    its code point, as in [U+1F469], and is remembered in `missing`: an archive never drops a character in silence.
    """

    def __init__(self, glyphs: Iterable[int]) -> None:
        super().__init__(_FOLDED)
        drawable = {code for code in glyphs if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn")} - {*_FOLDED}
        self._drawable = drawable | {0x0A}
        common = [c for c in sorted(self._drawable) if c < 0x250 or 0x2013 <= c < 0x2070 or c == 0x20AC]
        #: Most text matches, at some 4 ns a character, and is left as it is: these codes are drawable and in NFC.
        self._is_plain = re.compile(f"[{''.join([re.escape(chr(c)) for c in common])}]*").fullmatch
        self.missing: set[str] = set()
        self._short = lru_cache(_REMEMBERED)(self._cleaned)  # labels and titles come hundreds of times

    def __missing__(self, code: int) -> int | str:
        result: int | str = code
        if code not in self._drawable:
            self.missing.add(chr(code))
            result = f"[U+{code:04X}]"
        self[code] = result
        return result

    def __call__(self, text: str) -> str:
        return self._short(text) if len(text) <= _SHORT else self._cleaned(text)

    def _cleaned(self, text: str) -> str:
        if not self._is_plain(text):
            text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(self)
        return glued(text)

    def line(self, text: str) -> str:
        """The same on one line, for titles and metadata."""
        return " ".join(self(text).split("\n")).strip(" ")


def glued(text: str) -> str:
    """With no-break spaces where a line must not end."""
    return _glue("\u00a0", text)
