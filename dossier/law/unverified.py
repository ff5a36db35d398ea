"""The entries of the legal data whose source was not read on the day they were checked, and how to name them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.data import said
from dossier.model.countries import Country

_NAMES = ("reference", "item", "name", "label", "article")
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Unverified:
    """One entry in words: what it says, why it is not verified, its own source, and where in the file it stands.

    `source` is empty where it is that of the whole file; `place` is keys joined by a slash, "/" for the file itself.
    """

    name: str
    note: str
    source: str
    place: str


def unverified(data: Mapping[str, Any], say: Language) -> tuple[Unverified, ...]:
    """Every entry of a file that is marked `"verified": false`, in the order of the file."""
    return tuple(_in_words(data, entry, place, say) for place, entry in _marked(data, ""))


def count_unverified(data: Mapping[str, Any]) -> int:
    """How many entries of a file are marked so."""
    return sum(1 for _entry in _marked(data, ""))


def source_words(source: Mapping[str, Any], say: Language) -> str:
    """What a source is called, and what was seen of it or where it is."""
    found = (_text(source.get(key), say) for key in ("name", "reference", "url"))
    return _SEPARATOR.join(filter(None, found))


def _marked(value: Any, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict):
        if value.get("verified") is False:
            yield place or "/", value
        for key, inner in value.items():
            yield from _marked(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _marked(inner, f"{place}/{position}")


def _in_words(data: Mapping[str, Any], entry: Mapping[str, Any], place: str, say: Language) -> Unverified:
    own = entry.get("source") if entry is not data else None
    source = data.get("sources", {}).get(own, {"name": own}) if isinstance(own, str) else own or {}
    return Unverified(
        name=say(N_("The whole file")) if entry is data else _name(entry, say),
        note=_text(entry.get("note"), say),
        source=source_words(source, say),
        place=place,
    )


def _name(entry: Mapping[str, Any], say: Language) -> str:
    found = [_text(entry.get(key), say) for key in _NAMES]
    codes = entry.get("countries") or [entry.get("country")]
    return _SEPARATOR.join(filter(None, [", ".join(_country(code, say) for code in codes if code), *found]))


def _country(code: str, say: Language) -> str:
    known = Country.__members__.get(code)
    return say(known.label) if known else code


def _text(value: Any, say: Language) -> str:
    """A text of the data, which may be in both languages; what is no text is not said."""
    if isinstance(value, dict):
        return said(value, say) if say.code in value else ""
    return value if isinstance(value, str) else ""
