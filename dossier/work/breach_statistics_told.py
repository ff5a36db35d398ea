"""The statistics of breaches for the terminal: lines of words, and JSON values with the codes of the records."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from dossier.i18n import N_, Language
from dossier.law.breach_figures import ALL_YEARS, charts, key_figures, remarks, share_text
from dossier.law.breach_statistics import Spread, Statistics, Tally
from dossier.model.text import number_text

NOT_STATED = "not_stated"
"""The key of what is not filled in, or not known well enough to tell."""


def told(found: Statistics, say: Language) -> Iterator[str]:
    """All years, then each of them, the last one in front; one line after the other."""
    if not found.total.breaches:
        yield say(N_("No breach is logged."))
        return
    for year in (None, *sorted(found.years, reverse=True)):
        yield from _part(found, year, say)
    yield from remarks(found, say)


def as_json(found: Statistics) -> dict[str, Any]:
    """The same as JSON values; delays are in hours."""
    return {
        "at": found.at.isoformat(),
        "dismissed": found.dismissed,
        "undated": found.undated,
        "total": _tally_json(found.total),
        "years": {str(year): _tally_json(tally) for year, tally in found.years.items()},
    }


def _part(found: Statistics, year: int | None, say: Language) -> Iterator[str]:
    yield say(ALL_YEARS) if year is None else str(year)
    for figure in key_figures(found, year, say):
        made_from = f" ({figure.made_from})" if figure.made_from else ""
        yield f"  {figure.value:>9}  {figure.label}{made_from}"
    for chart in charts(found, year, say):
        yield from ("", f"  {chart.title}")
        for bar in chart.bars:
            yield f"  {number_text(bar.count, say):>9}  {share_text(bar.share, say):>6}  {bar.label}"
    yield ""


def _tally_json(tally: Tally) -> dict[str, Any]:
    counts = {
        name: {term.value if term else NOT_STATED: count for term, count in counts.items()}
        for name, counts in tally.counts.items()
    }
    return {
        "breaches": tally.breaches,
        "on_time_share": tally.on_time,
        "notified_within_hours": tally.within,
        "to_notify": _spread_json(tally.to_notify),
        "to_awareness": _spread_json(tally.to_notice),
        "months": tally.months,
        **counts,
    }


def _spread_json(spread: Spread) -> dict[str, Any]:
    median = None if spread.median is None else spread.median / timedelta(hours=1)
    return {"known": spread.known, "median_hours": median}
