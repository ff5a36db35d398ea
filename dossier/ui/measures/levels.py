"""How far a sheet of the guide is covered, as one level with its tone, its icon and its words.

The bounds are settings of ours, as the weights of the coverage are.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum, auto

from dossier.i18n import N_, _, _n
from dossier.law.breach_figures import share_text
from dossier.law.data import law_data, said
from dossier.law.measure_use import MeasuresOfActivity
from dossier.law.security_guide import Coverage, SheetCoverage, group_name
from dossier.model.measure import Measure
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.tokens import ToneName

_COVERED, _PARTLY = 0.7, 0.4


class Level(Enum):
    """From the best; a sheet without any measure is not one whose measures are all absent."""

    COVERED = auto()
    PARTLY = auto()
    WEAK = auto()
    ZERO = auto()
    WITHOUT = auto()
    NOT_APPLICABLE = auto()


LOOKS: dict[Level, tuple[ToneName, str]] = {
    Level.COVERED: ("ok", "ok"),
    Level.PARTLY: ("minor", "minor"),
    Level.WEAK: ("major", "major"),
    Level.ZERO: ("blocking", "blocking"),
    Level.WITHOUT: ("check", "check"),
    Level.NOT_APPLICABLE: ("none", "none"),
}


def level_of(covered: SheetCoverage | MeasuresOfActivity) -> Level:
    """The level of one sheet, or of one activity."""
    if covered.score is None:
        return Level.NOT_APPLICABLE
    if not covered.measures:
        return Level.WITHOUT
    if covered.score >= _COVERED:
        return Level.COVERED
    if covered.score >= _PARTLY:
        return Level.PARTLY
    return Level.WEAK if covered.score else Level.ZERO


def counted(level: Level, n: int) -> str:
    """So many sheets of a level."""
    words = {
        Level.COVERED: _n("{n} covered", "{n} covered", n),
        Level.PARTLY: _n("{n} in part", "{n} in part", n),
        Level.WEAK: _n("{n} weak", "{n} weak", n),
        Level.ZERO: _n("{n} at zero", "{n} at zero", n),
        Level.WITHOUT: _n("{n} without a measure", "{n} without a measure", n),
        Level.NOT_APPLICABLE: _n("{n} not applicable", "{n} not applicable", n),
    }
    return words[level]


def share_words(covered: SheetCoverage, desk: Desk) -> str:
    """The coverage of a sheet in words."""
    if covered.score is None:
        return _("Does not apply")
    return share_text(covered.score, desk.say)


def measures_words(n: int) -> str:
    return _n("{n} measure", "{n} measures", n) if n else _("no measure")


def proofs_words(n: int) -> str:
    return _n("{n} piece", "{n} pieces", n) if n else _("without proof")


def spoken(covered: SheetCoverage, desk: Desk) -> str:
    """Everything that the tile of a sheet shows, and its group."""
    sheet, say = covered.sheet, desk.say
    name = _("Sheet {n}: {name}", n=sheet.number, name=said(sheet.name, say))
    told = [name, said(group_name(sheet.group), say), share_words(covered, desk)]
    if covered.score is not None:
        told += [measures_words(len(covered.measures)), proofs_words(covered.proofs)]
    return ", ".join(told)


def figure_of(found: Coverage, desk: Desk) -> str:
    """The coverage of all sheets; the sheets without proof are always said beside it."""
    if found.score is None:
        return _("No sheet applies")
    unproved = len(found.unproved)
    without = _n("{n} sheet without proof", "{n} sheets without proof", unproved)
    return _("{share} covered, {without}", share=share_text(found.score, desk.say), without=without)


def edition_words(desk: Desk) -> str:
    """Which guide the page speaks of, and when our copy of its contents was checked."""
    data = law_data("security_guide")
    day = date_text(date.fromisoformat(data["checked"]), desk.say)
    told = N_("Art. 32: the 25 sheets of the CNIL's guide, {edition} edition (checked on {day})")
    return _(told, edition=data["edition"], day=day)


def levels_in(found: Coverage) -> dict[Level, int]:
    """How many sheets are at each level."""
    counts = dict.fromkeys(Level, 0)
    for covered in found.sheets:
        counts[level_of(covered)] += 1
    return counts


def items_named(measures: Iterable[Measure]) -> frozenset[str]:
    """The items of sheets that measures name."""
    return frozenset(item.strip() for measure in measures for item in measure.sheet_items)
