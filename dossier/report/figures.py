"""Key figures: a table of one row, large, below the words that say what each counts."""

from collections.abc import Sequence

from dossier.report.layout import Composer
from dossier.report.table import Table


class FigureTable(Table):
    """No figure names the others: all cells of the row are data."""

    def __init__(self, composer: Composer, labels: Sequence[str]) -> None:
        super().__init__(composer, labels, [1.0] * len(labels), composer.styles.figures)
        self.widths = [width - self.look.gutter for width in self.columns]
        self._headings = self._wrapped_titles(labels)
        self.roles = [(b"TD", b"")] * len(labels)
