"""A yardstick in words, for the terminal: counts and shares of each list, then what was not recognised."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dossier.i18n import N_, Language
from dossier.model.text import number_text
from dossier.work.yardstick import Tally, Yardstick

TITLES: Mapping[str, str] = {
    "origins": N_("Origin of the incident"),
    "causes": N_("Cause"),
    "natures": N_("Nature"),
    "data": N_("Data"),
    "band": N_("Number of persons"),
    "sector": N_("Sector"),
    "informed": N_("Information of the persons"),
}
_SEVERAL = N_(
    "One notification may have several origins, causes, natures and data: their shares may add up to more than 100 %."
)
_SCALES = ("band",)
"""Lists that are told in their own order; the others begin with what is most frequent."""


def told(yardstick: Yardstick, say: Language) -> Iterator[str]:
    """One line after the other; a share is that of all notifications."""
    total = yardstick.total
    yield say(N_("Notifications read: {count}"), count=number_text(total.notifications, say))
    if yardstick.note:
        yield say(N_("Note of the CNIL: {note}"), note=yardstick.note)
    years = {str(year): tally.notifications for year, tally in yardstick.years.items()}
    yield from _counts(say(N_("Year of receipt")), years, total, say)
    for name, title in TITLES.items():
        yield from _counts(say(title), _labelled(name, total, say), total, say)
    yield from _counts(say(N_("Sensitive data")), {say(N_("Yes")): total.sensitive}, total, say)
    yield ""
    yield say(_SEVERAL)
    yield from _not_read(yardstick, say)


def _labelled(name: str, tally: Tally, say: Language) -> Mapping[str, int]:
    """The counts of one list by label."""
    counts = {say(term.label): count for term, count in tally.counts[name].items()}
    return counts if name in _SCALES else dict(Counter(counts).most_common())


def _counts(title: str, counts: Mapping[str, int], tally: Tally, say: Language) -> Iterator[str]:
    yield from ("", title)
    for label, count in counts.items():
        share = f"{100 * tally.share(count):.1f}"
        percent = say(N_("{n} %"), n=share.replace(".", ",") if say.code == "fr" else share)
        yield f"{number_text(count, say):>9}  {percent:>7}  {label}"


def _not_read(yardstick: Yardstick, say: Language) -> Iterator[str]:
    """What is in no list, as it was written: listed, and counted nowhere."""
    if yardstick.unknown:
        yield from ("", say(N_("Labels that are in no list, counted nowhere:")))
    for one in yardstick.unknown:
        times = say.plural("{n} time", "{n} times", one.count)
        where = N_("line {line}, {times}, in “{column}”: {label}")
        yield "  " + say(where, line=one.line, times=times, column=one.column, label=one.label)
    if yardstick.other_columns:
        yield ""
        yield say(N_("Columns that were not read: {columns}"), columns=", ".join(yardstick.other_columns))
