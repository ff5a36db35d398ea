"""Dated legal data: the files of `resources/law/`, each with its source and the day it was checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dossier import paths
from dossier.errors import InvalidInput
from dossier.i18n import N_, Language, _
from dossier.law.shape import misfit
from dossier.model.record import Term

FOLDER = paths.RESOURCES / "law"

Words = Mapping[str, str]
"""A text of the data in each language, by its code."""


class Named(NamedTuple):
    """What a source is called in each language; most have one name."""

    fr: str
    en: str


class Refusal(Term):
    """Why a file of the user's does not replace the one that came with Dossier."""

    __source__ = "Dossier"
    UNREADABLE = "illisible", N_("This file cannot be read: the data that came with Dossier are used.")
    OTHER_SHAPE = "autre_forme", N_("This file has another form: the data that came with Dossier are used.")
    NOT_NEWER = "pas_plus_recent", N_("This file is not newer: the data that came with Dossier are used.")


@dataclass(frozen=True, slots=True)
class LawSource:
    """One set of legal data as it is used: when it was last checked against its source, and from which file.

    `refusal` says why a file of the user's was left aside, and `place` where in it (keys joined by a slash). `url` is
    the address of the source, "" where it has none.
    """

    name: str
    title: Words
    source: Named
    checked: date
    path: Path
    refusal: Refusal | None = None
    place: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry of the data comes from; `verified` is false where its source itself was not read on the day."""

    source: Named
    checked: date
    verified: bool


def law_data(name: str) -> Mapping[str, Any]:
    """The values of the legal data called NAME, read once and not to be changed; raises InvalidInput.

    `resources/law/NAME.json` comes with Dossier; a file of the same name in `paths.user_law()` takes its place when
    it has its shape and was checked on a later day.

    Such a file is an object in UTF-8 with a `title` (`fr` and `en`, as every text of the data), a `source` (an object:
    its `name`, in both languages or once where it is the same, and where it has one a `url` or a `reference`), the day
    it was last `checked` against that source (YYYY-MM-DD), and entries of its own under any other key. An entry that is
    an object may state its own `source` (an object, or a key of the file's `sources`) and `checked`. A duration is a
    number with its unit in the name of its key (`hours`, `days`, `months`, `years`). What can grow is a list; what is
    looked up by a code is an object.

    `verified` is true where the value was read in a source on that day, or is a setting of ours and its source says
    so; false where it is known from the text without having been read again, or could not be confirmed: a `note` then
    says what. Where only a detail could not be confirmed the entry is true and its note says which.
    """
    return in_use(name)[0]


def law_sources() -> tuple[LawSource, ...]:
    """Every set of legal data in use, by name: for a page that shows how old they are; raises InvalidInput."""
    return tuple(in_use(file.stem)[1] for file in sorted(FOLDER.glob("*.json")))


def said(words: Words | Named, say: Language) -> str:
    """A text of the data in the language that is asked for."""
    text: str = getattr(words, say.code) if isinstance(words, Named) else words[say.code]
    return say.typographic(text)


def named(name: Words | str) -> Named:
    """The name of a source as a file states it: in both languages, or once where it is the same."""
    return Named(name, name) if isinstance(name, str) else Named(name["fr"], name["en"])


def origin_of(data: Mapping[str, Any], entry: Mapping[str, Any]) -> Origin:
    """Where an entry of a file comes from: what it states itself, and otherwise what its file states."""
    source = entry.get("source", data["source"])
    found = data.get("sources", {}).get(source, {"name": source}) if isinstance(source, str) else source
    return Origin(named(found["name"]), date.fromisoformat(entry.get("checked", data["checked"])), entry["verified"])


@cache
def in_use(name: str) -> tuple[Mapping[str, Any], LawSource]:
    """The values of the legal data called NAME and the file they are from: read once, so that both stay one."""
    file = FOLDER / f"{name}.json"
    shipped = shipped_data(file)
    own = paths.user_law() / f"{name}.json"
    if not own.exists():
        return shipped, _source(name, shipped, file)
    values, refusal, place = _replacement(own, shipped)
    return (values, _source(name, values, own)) if values else (shipped, _source(name, shipped, file, refusal, place))


def _replacement(own: Path, shipped: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, Refusal | None, str]:
    try:
        values = json.loads(own.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None, Refusal.UNREADABLE, ""
    place = misfit(values, [shipped])
    if place:
        return None, Refusal.OTHER_SHAPE, place
    if date.fromisoformat(values["checked"]) <= date.fromisoformat(shipped["checked"]):
        return None, Refusal.NOT_NEWER, ""
    return values, None, ""


def shipped_data(file: Path) -> Mapping[str, Any]:
    """The values of a dated file that comes with Dossier; raises InvalidInput where it is missing or damaged."""
    name = file.stem
    try:
        values: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        date.fromisoformat(values["checked"])
        if not (values["title"]["fr"] and values["title"]["en"] and values["source"]["name"]):
            raise ValueError(name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            _(
                "The legal data “{name}” that comes with Dossier is missing or damaged: no dossier was changed; "
                "install Dossier again.",
                name=name,
            )
        ) from error
    return values


def _source(
    name: str, values: Mapping[str, Any], path: Path, refusal: Refusal | None = None, place: str = ""
) -> LawSource:
    checked, source = date.fromisoformat(values["checked"]), values["source"]
    url = str(source.get("url", ""))
    return LawSource(name, values["title"], named(source["name"]), checked, path, refusal, place, url)
