"""Charts: tables whose last cell holds, beside its words, a bar that shows the same; the bars are artifacts."""

from dossier.report.content import ShareText
from dossier.report.layout import Composer
from dossier.report.page import MARGIN
from dossier.report.rows import Row
from dossier.report.stylesheet import ACCENT, TINT
from dossier.report.table import Table

_SHARES = (0.48, 0.08, 0.44)  # of the width: words, number, share with its bar
_WORDS, _BAR, _LEAST = 40.0, 7.0, 0.8  # points: room for the share in words, height of a bar, shortest bar
_BEFORE_BAR = 10.0  # points


class BarTable(Table):
    """Vector bars on a pale track that is as long as the whole: length is read without a scale."""

    whole = 0.75  # a chart is compared at one glance

    def __init__(self, composer: Composer) -> None:
        super().__init__(composer, ("", "", ""), _SHARES, composer.styles.bars, figures=[1])
        self.ends[2] = _WORDS - _BEFORE_BAR

    def _draw(self, row: Row) -> None:
        super()._draw(row)
        share = row.special[-1] if row.special else None
        if isinstance(share, ShareText):
            self._bar(share.share, self.composer.y + row.height)

    def _bar(self, share: float, top: float) -> None:
        """Beside the first line of its row."""
        page, room = self.composer.page, self.columns[-1] - _WORDS
        left = MARGIN + sum(self.columns[:-1]) + _WORDS
        bottom = top - self.look.pad_y - (self.look.value.leading + _BAR) / 2
        page.fill(left, bottom, room, _BAR, TINT)
        if share > 0:
            page.fill(left, bottom, max(room * min(share, 1.0), _LEAST), _BAR, ACCENT)
