"""The deadlines that are asked for, as the lines of the list: made away from the window's thread."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from dossier.i18n import N_, Language
from dossier.law.due import Due, Horizon
from dossier.model.text import date_text, fold
from dossier.ui.deadlines.telling import beside_words, day_words, icon_of, left_words, tone_of
from dossier.ui.widgets.table import Cell

_TITLES = {
    Horizon.LATE: N_("Late"),
    Horizon.WEEK: N_("Within 7 days"),
    Horizon.MONTH: N_("Within 30 days"),
    Horizon.LATER: N_("Later"),
}


class Asked(NamedTuple):
    """Which deadlines are asked for: those of one subject, those that hold some words."""

    subject: str = ""
    words: str = ""


class Head(NamedTuple):
    """The line above those that are as far off."""

    title: str
    number: int


class Arranged(NamedTuple):
    """What was asked for: the deadlines, and the lines of the list with their heads."""

    due: tuple[Due, ...]
    about: tuple[Due | Head, ...]
    lines: tuple[tuple[Cell, ...], ...]


def arranged(due: Sequence[Due], asked: Asked, now: datetime, say: Language) -> Arranged:
    """The deadlines that agree, late ones first, under the head of how far off they are."""
    found = tuple(one for one in due if _agrees(one, asked, say))
    groups: dict[Horizon, list[Due]] = {horizon: [] for horizon in _TITLES}
    for one in found:
        groups[one.horizon(now)].append(one)
    about: list[Due | Head] = []
    lines: list[tuple[Cell, ...]] = []
    for horizon, title in _TITLES.items():
        if group := groups[horizon]:
            head = Head(say(title), len(group))
            about += [head, *group]
            lines += [_head_line(head), *(_line(one, now, say) for one in group)]
    return Arranged(found, tuple(about), tuple(lines))


def _agrees(due: Due, asked: Asked, say: Language) -> bool:
    if asked.subject not in ("", due.subject.value):
        return False
    if not asked.words:
        return True
    told = (due.sentence(say), beside_words(due, say), due.source, date_text(due.day, say), say(due.subject.label))
    text = fold(" ".join(told))
    return all(word in text for word in fold(asked.words).split())


def _head_line(head: Head) -> tuple[Cell, ...]:
    return Cell(head.title, str(head.number)), Cell(""), Cell("")


def _line(due: Due, now: datetime, say: Language) -> tuple[Cell, ...]:
    tone = tone_of(due, now)
    left, day = left_words(due, now, say), day_words(due, say)
    when = Cell(left, day, tone=tone, icon=icon_of(tone)) if tone else Cell(day, left)
    return Cell(due.sentence(say), beside_words(due, say)), when, Cell(say(due.subject.label), due.source)
