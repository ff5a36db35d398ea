"""What the page of the statistics is made of: key figures, charts in cards, the same numbers as a table."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QWidget

from dossier.i18n import N_, Language
from dossier.law.breach_figures import Bar, Chart, Figure, share_text
from dossier.model.text import number_text
from dossier.ui.tokens import S1, S4
from dossier.ui.widgets.bars import BarRow, Bars
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.table import CELL, Cell
from dossier.work.yardstick import Tally

_TOP = Qt.AlignmentFlag.AlignTop
COLUMNS = (N_("List"), N_("Value"), N_("Number"), N_("Share"), N_("CNIL"))


def compared(chart: Chart, bar: Bar, published: Tally | None) -> float | None:
    """The share of the same value among the published notifications; None where they do not tell it."""
    if published is None or bar.term is None or chart.name not in published.counts:
        return None
    return published.share(published.counts[chart.name].get(bar.term, 0))


def figures_card(figures: Iterable[Figure]) -> Card:
    """The figures side by side, their values on one line."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(S4)
    grid.setVerticalSpacing(S1)
    for place, figure in enumerate(figures):
        value = Label(figure.value, "h1", tabular=True)
        value.setAccessibleName(f"{figure.label}: {figure.value} {figure.made_from}".strip())
        grid.addWidget(Label(figure.label, "caption", "text2", wrap=True), 0, place, _TOP)
        grid.addWidget(value, 1, place, _TOP)
        grid.addWidget(Label(figure.made_from, "caption", "text3", wrap=True), 2, place, _TOP)
        grid.setColumnStretch(place, 1)
    return Card().add(grid)


def charts_in_two(charts: Sequence[Chart], published: Tally | None, say: Language) -> QWidget:
    """Cards in two columns that are about as high, in the order in which they are read."""
    columns: tuple[list[QWidget], list[QWidget]] = ([], [])
    heights = [0, 0]
    for chart in charts:
        card = _card(chart, published, say)
        place = heights.index(min(heights))
        columns[place].append(card)
        heights[place] += card.sizeHint().height() + S4
    return row(*((column(*cards, None, gap=S4), 1) for cards in columns), gap=S4)


class NumbersModel(QStandardItemModel):
    """Every number of the page, a row each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def show_numbers(
        self, figures: Iterable[Figure], charts: Iterable[Chart], published: Tally | None, say: Language
    ) -> None:
        self.clear()
        self.setHorizontalHeaderLabels([say(title) for title in COLUMNS])
        for figure in figures:
            self._add(say(N_("Key figures")), figure.label, figure.value, figure.made_from, "")
        for chart in charts:
            for bar in chart.bars:
                mark = compared(chart, bar, published)
                share = "" if mark is None else share_text(mark, say)
                self._add(chart.title, bar.label, number_text(bar.count, say), share_text(bar.share, say), share)

    def _add(self, *texts: str) -> None:
        items = [QStandardItem(text) for text in texts]
        for place, item in enumerate(items):
            item.setEditable(False)
            item.setData(Cell(item.text(), right=place == 2), CELL)
        self.appendRow(items)

    def flags(self, index: object) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _card(chart: Chart, published: Tally | None, say: Language) -> Card:
    card = Card(chart.title).add(Bars(chart.title, [_bar(chart, bar, published, say) for bar in chart.bars]))
    return card.add(Label(chart.note, "caption", "text3", wrap=True)) if chart.note else card


def _bar(chart: Chart, bar: Bar, published: Tally | None, say: Language) -> BarRow:
    mark = compared(chart, bar, published)
    said = "" if mark is None else say(N_("CNIL {share}"), share=share_text(mark, say))
    return BarRow(bar.label, number_text(bar.count, say), bar.share, share_text(bar.share, say), mark, said)
