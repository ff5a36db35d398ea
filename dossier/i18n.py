"""Languages without Qt: msgids are English, catalogues are gettext, a task is told its language."""

import gettext
import io
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Literal

from dossier.paths import RESOURCES, user_cache

Code = Literal["fr", "en"]
CODES: tuple[Code, ...] = ("fr", "en")

NBSP = "\u00a0"
_FRENCH_SPACES = (
    (re.compile(r" (?=[:;!?»%])"), NBSP),
    (re.compile(r"« "), f"«{NBSP}"),
    (re.compile(r"\b(art\.|articles?|§|n°) (?=[\d{])", re.IGNORECASE), rf"\1{NBSP}"),
    (
        re.compile(
            r"(?<=[\d}]) (?=(?:h|j|min|ans?|mois|jours?|heures?|pages?|clauses|fiches|personnes|Mo|Go|Kio|Mio)\b)"
        ),
        NBSP,
    ),
)


_INNER_QUOTES: dict[Code, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": ((re.compile(r"«\s*"), "“"), (re.compile(r"\s*»"), "”")),
    "en": ((re.compile("“"), "‘"), (re.compile("”"), "’")),
}


def N_(msgid: str) -> str:
    """Mark a text for translation where its language is not known yet."""
    return msgid


def french_typography(text: str) -> str:
    """Typographic apostrophes, and no-break spaces where a French line must not be broken."""
    text = text.replace("'", "’")
    for pattern, replacement in _FRENCH_SPACES:
        text = pattern.sub(replacement, text)
    return text


class Language:
    """A language one can speak in: `say("Saved at {time}", time="14:32")`."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self._catalog = _catalog(code)
        self._said: dict[str, str] = {}

    def __call__(self, msgid: str, **values: object) -> str:
        text = self._said.get(msgid)
        if text is None:
            text = self._said[msgid] = self._polished(self._catalog.gettext(msgid)) if msgid else ""
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of the language for `n`, which the text may name as `{n}`."""
        return self._polished(self._catalog.ngettext(one, many, n)).format(n=n, **values)

    def typographic(self, text: str) -> str:
        """A text that no catalogue holds, with the apostrophes and spaces of the language."""
        return french_typography(text) if self.code == "fr" else text.replace("'", "’")

    def within_quotes(self, text: str) -> str:
        """A text as it stands between the quotation marks of the language: its own are those of a quote in a quote."""
        for pattern, replacement in _INNER_QUOTES[self.code]:
            text = pattern.sub(replacement, text)
        return text

    def _polished(self, text: str) -> str:
        return self.typographic(text)


@cache
def language(code: Code) -> Language:
    """The language of that code; loading a catalogue is done once."""
    return Language(code)


_window_language: list[Language] = []


def use_language(code: Code) -> None:
    """Choose the language of the window or of the terminal; documents are told theirs."""
    _window_language[:] = [language(code)]


def current_language() -> Language:
    return _window_language[0] if _window_language else language("fr")


def _(msgid: str, **values: object) -> str:
    """`msgid` in the language of the window."""
    return current_language()(msgid, **values)


def _n(one: str, many: str, n: int, **values: object) -> str:
    """The plural form for `n` in the language of the window."""
    return current_language().plural(one, many, n, **values)


def catalog_path(code: Code) -> Path:
    return RESOURCES / "translations" / code / "LC_MESSAGES" / "dossier.po"


def _catalog(code: Code) -> gettext.NullTranslations:
    source = catalog_path(code)
    if not source.exists():
        return gettext.NullTranslations()
    text = source.read_bytes()
    compiled = user_cache() / f"{code}-{zlib.crc32(text):08x}.mo"
    if not compiled.exists():
        return gettext.GNUTranslations(io.BytesIO(_compile(text, compiled)))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _compile(text: bytes, target: Path) -> bytes:
    """Compile a catalogue with Babel, once for each change of it; a cache that cannot be written is no error."""
    from babel.messages.mofile import write_mo  # only the first start after a change needs it
    from babel.messages.pofile import read_po

    result = io.BytesIO()
    write_mo(result, read_po(io.BytesIO(text)))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".partial")
        partial.write_bytes(result.getvalue())
        partial.replace(target)
    except OSError:
        pass
    return result.getvalue()
