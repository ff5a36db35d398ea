"""What a pack tells that no record holds: what was found in the dossier, and what was written in it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from dossier.model.record import Record


class ToldFinding(NamedTuple):
    """A finding in the language of the pack; `weight` is the label of its severity, `accepted` tells the waiver."""

    check: str
    weight: str
    sentence: str
    article: str
    record: Record
    accepted: str = ""


class Written(NamedTuple):
    """Something that was written: when (aware), by whom, in which record, and the names of the fields that changed."""

    at: datetime
    author: str
    record: Record
    fields: tuple[str, ...]


class Beside(NamedTuple):
    """Each is asked for by the chapter that tells it; `written` gives the newest first."""

    findings: Callable[[], Iterable[ToldFinding]] = tuple
    written: Callable[[], Iterable[Written]] = tuple


NOTHING = Beside()
