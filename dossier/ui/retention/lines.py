"""The retention schedule as the lines of its table: what each cell says, what a filter reads, which lines are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dossier.i18n import N_, Language
from dossier.law.retention_schedule import Comparison, ScheduleRow, retention_schedule
from dossier.law.retention_words import kept_words, period_words, start_words, yardsticks_words
from dossier.model.activity import Activity, Retention
from dossier.model.dossier import Dossier
from dossier.model.record import Record, Term
from dossier.model.text import date_text, days_left_text, fold
from dossier.ui.records.words import NOTHING, reference_words
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.lines_table import Line
from dossier.ui.widgets.table import Cell

ALL, PURGE_LATE = "all", "purge_late"

TONES: Mapping[Comparison, tuple[ToneName, str]] = {
    Comparison.NO_PERIOD: ("blocking", "blocking"),
    Comparison.SHORTER: ("minor", "minor"),
    Comparison.LONGER: ("major", "major"),
    Comparison.JUSTIFIED: ("info", "info"),
    Comparison.NOT_COMPARABLE: ("none", "none"),
    Comparison.NO_REFERENCE: ("none", "none"),
    Comparison.WITHIN: ("ok", "ok"),
}

_PRESSING = {
    Comparison.NO_PERIOD.value: (N_("{n} without a period"), N_("{n} without a period")),
    Comparison.SHORTER.value: (N_("{n} below a legal minimum"), N_("{n} below a legal minimum")),
    Comparison.LONGER.value: (N_("{n} above the reference"), N_("{n} above the reference")),
    PURGE_LATE: (N_("{n} purge overdue or never noted"), N_("{n} purges overdue or never noted")),
}


class ScheduleLine(NamedTuple):
    """A row of the schedule, its cells, and all of its words, folded."""

    row: ScheduleRow
    cells: Line
    words: str


def lines_of(dossier: Dossier, today: date, say: Language) -> Sequence[ScheduleLine]:
    """Every line, in the order of the activities; no widget is needed, so that another thread can make them."""
    return [_line(row, today, say) for row in retention_schedule(dossier, today)]


def asked_for(lines: Iterable[ScheduleLine], shown: str, words: str) -> Sequence[ScheduleLine]:
    """The lines of one comparison, of late purges or all, that hold every one of the words."""
    wanted = fold(words).split()
    return [one for one in lines if _is_of(one.row, shown) and all(word in one.words for word in wanted)]


def counts_of(lines: Iterable[ScheduleLine]) -> Mapping[str, int]:
    """How many lines each choice of `asked_for` shows."""
    counts: Counter[str] = Counter()
    for one in lines:
        counts.update((ALL, one.row.comparison.value, *([PURGE_LATE] if one.row.is_purge_late else [])))
    return counts


def pressing_words(counts: Mapping[str, int], say: Language) -> str:
    """How many lines ask for something: “2 without a period, 1 purge late or never noted”; "" where none does."""
    return ", ".join(say.plural(*words, counts[value]) for value, words in _PRESSING.items() if counts[value])


def _is_of(row: ScheduleRow, shown: str) -> bool:
    return shown == ALL or (row.is_purge_late if shown == PURGE_LATE else row.comparison.value == shown)


def _line(row: ScheduleRow, today: date, say: Language) -> ScheduleLine:
    tone, icon = TONES[row.comparison]
    cells = (
        Cell(kept_words(row, say), reference_words(row.activity) if row.activity else NOTHING),
        _period(row.retention, say),
        Cell(say(row.comparison.label), yardsticks_words(row, say), tone, icon),
        _last_purge(row, say),
        _next_purge(row, today, say),
        *_end(row.retention, say),
    )
    told = [words for cell in cells for words in (cell.words, cell.second)]
    return ScheduleLine(row, cells, fold("\n".join([*told, *_searched(row.activity, row.retention)])))


def _period(retention: Retention | None, say: Language) -> Cell:
    start = start_words(retention, say)
    if retention and retention.duration and not start:
        start = say(N_("starting point not stated"))
    return Cell(period_words(retention, say) or NOTHING, start)


def _last_purge(row: ScheduleRow, say: Language) -> Cell:
    purge = row.last_purge
    if purge is None or purge.done_on is None:
        return Cell(say(N_("None noted"))) if row.asks_for_purge else Cell(NOTHING)
    proof = say(N_("with a document") if purge.evidence else N_("without a document"))
    return Cell(date_text(purge.done_on, say), proof)


def _next_purge(row: ScheduleRow, today: date, say: Language) -> Cell:
    if not row.asks_for_purge:
        return Cell(NOTHING)
    if row.purge_due is None:
        return Cell(say(N_("To note")), tone="check", icon="check")
    day, left = date_text(row.purge_due, say), days_left_text((row.purge_due - today).days, say)
    return Cell(left, day, tone="major", icon="clock") if row.is_purge_late else Cell(day, left)


def _end(retention: Retention | None, say: Language) -> tuple[Cell, Cell]:
    """What becomes of the data at the end and how it is done; the phase."""
    if retention is None:
        return Cell(NOTHING), Cell(NOTHING)
    fate = _label(retention.final_fate, say) or retention.fate_text
    return Cell(fate or NOTHING, _label(retention.purge_mode, say)), Cell(_label(retention.phase, say) or NOTHING)


def _label(term: Term | None, say: Language) -> str:
    return say(term.label) if term else ""


def _searched(activity: Activity | None, retention: Retention | None) -> Iterable[str]:
    """What a reader may look for and no cell shows."""
    records: tuple[Record | None, ...] = (activity, retention)
    yield from (one.reference for one in records if one)
    if retention:
        yield from (retention.legal_source, retention.raw_text, retention.justification)
