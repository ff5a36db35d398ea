"""The statistics of the breaches as a chapter: all years, then each of them, the last one in front."""

from collections.abc import Iterator

from dossier.i18n import N_, Language
from dossier.law.breach_figures import ALL_YEARS, Chart, Figure, charts, key_figures, remarks, share_text
from dossier.law.breach_statistics import Statistics, statistics
from dossier.model.breach import Breach
from dossier.model.text import number_text
from dossier.report.content import Bars, Chapter, Note, Pairs, Part, ShareText, Sheet
from dossier.report.wording import Wording

FIGURE_SPACE = "\u2007"
_OF_A_YEAR = ("months", "delay", "outcome", "origins", "causes", "natures", "band", "informed")
"""What changes from year to year; all years together tell the rest."""


def statistics_chapter(words: Wording) -> Chapter | None:
    """The statistics of the dossier of `words`, at the date of the document; None where no breach is recorded."""
    if not words.dossier.count(Breach):
        return None
    say, found = words.say, statistics(words.dossier, words.scope.seen_at)
    sheets = _Sheets(found, say)
    return Chapter(say(N_("Statistics of breaches")), " ".join(remarks(found, say)), sheets=sheets.all, landscape=False)


class _Sheets:
    """A sheet for all years, and one for each."""

    def __init__(self, found: Statistics, say: Language) -> None:
        self._found, self._say = found, say

    def all(self) -> Iterator[Sheet]:
        years = sorted(self._found.years, reverse=True)
        if len(years) != 1 or self._found.undated:
            yield self._sheet(None)
        for year in years:
            yield self._sheet(year)

    def _sheet(self, year: int | None) -> Sheet:
        say = self._say
        drawn = charts(self._found, year, say)
        if year is not None and len(self._found.years) > 1:
            drawn = [chart for chart in drawn if chart.name in _OF_A_YEAR]
        parts: list[Part] = [Pairs([self._pair(figure) for figure in key_figures(self._found, year, say)])]
        for chart in drawn:
            parts += self._parts(chart)
        return Sheet(say(ALL_YEARS) if year is None else str(year), parts)

    def _pair(self, figure: Figure) -> tuple[str, str]:
        made_from = figure.made_from and self._say(
            N_("{value} ({made_from})"), value=figure.value, made_from=figure.made_from
        )
        return figure.label, made_from or figure.value

    def _parts(self, chart: Chart) -> Iterator[Part]:
        say = self._say
        counts = _aligned([number_text(bar.count, say) for bar in chart.bars])
        shares = _aligned([share_text(bar.share, say) for bar in chart.bars])
        told = zip(chart.bars, counts, shares, strict=True)
        yield Bars([(bar.label, count, ShareText(share, bar.share)) for bar, count, share in told], chart.title)
        if chart.note:
            yield Note(chart.note)


def _aligned(numbers: list[str]) -> list[str]:
    """Numbers as wide as the widest: spaces that are as wide as a digit stand before them."""
    width = max(map(len, numbers))
    return [number.rjust(width, FIGURE_SPACE) for number in numbers]
