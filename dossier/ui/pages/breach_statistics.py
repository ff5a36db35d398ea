"""The statistics of the breaches: how many, of what, how soon notified, beside what the CNIL publishes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget

from dossier.i18n import _, _n
from dossier.law.breach_figures import ALL_YEARS, charts, key_figures, remarks
from dossier.law.breach_statistics import Statistics, statistics
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.text import date_text, number_text
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import ask_for_notifications
from dossier.ui.pages.statistics_parts import NumbersModel, charts_in_two, figures_card
from dossier.ui.tokens import PAGE_MARGIN, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.table import Table
from dossier.work.yardstick import Tally, Yardstick, keep, kept_yardstick, read_yardstick

_CHARTS, _TABLE = "charts", "table"


class StatisticsPage(PageFrame):
    """Counted in the background whenever the page is seen after a change; drawn again where a number differs."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._found: Statistics | None = None
        self._published = kept_yardstick()
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        fit_into_form(self.year)
        self.look = Segmented([Option(_CHARTS, _("Charts")), Option(_TABLE, _("Table"))], _CHARTS)
        self.table = Table(_("Statistics of breaches"))
        self.numbers = NumbersModel(self.table)
        self.table.setModel(self.numbers)
        self._tabulate: Callable[[], None] = self.numbers.clear
        self._body = QStackedWidget()
        self.charts = QWidget()
        self._body.addWidget(self.charts)
        self._body.addWidget(self._in_the_margins(Card(padding=1).add((self.table, 1))))
        self._body.addWidget(self._in_the_margins(Card().add(self._nothing())))
        back = Button(_("All breaches"), "back", "quiet")
        back.clicked.connect(lambda: desk.go_to_page(Breach.kind.name))
        super().__init__(
            _("Statistics of breaches"),
            _("How many, of what, and how soon were they notified?"),
            self._body,
            [back, self.year, self.look],
            to_the_edge=True,
        )
        self.focus_me = self.year
        self.year.activated.connect(self._draw)
        self.look.changed.connect(self._show_look)
        desk.history.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def read_notifications(self, path: Path) -> None:
        """Count the CNIL's published file in the background, keep the counts beside the dossiers, and compare."""
        now = self.desk.clock()

        def work(_progress: object) -> Yardstick:
            read = read_yardstick(path, now)
            keep(read)
            return read

        task = Task(work)
        task.done.connect(self._on_read)
        task.failed.connect(lambda sentence: self.desk.said.emit("major", sentence))
        task.start()
        self.desk.said.emit("info", _("The CNIL's file is being read…"))

    def _in_the_margins(self, card: Card) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, PAGE_MARGIN, S4)
        layout.addWidget(card)
        return holder

    def _nothing(self) -> EmptyState:
        sentences = _(
            "Origins, causes, delays and the share on time are counted here, by year, once a breach is logged."
        )
        return EmptyState("statistics", _("No breach is logged."), sentences)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        """Off the window's thread, on the snapshot as it is now."""
        dossier, now = self.desk.dossier, self.desk.clock()
        task = Task(lambda _progress: (dossier, statistics(dossier, now)))
        task.done.connect(self._on_counted)
        task.start()

    def _on_counted(self, counted: tuple[Dossier, Statistics]) -> None:
        dossier, found = counted
        before, self._found = self._found, found
        if dossier is not self.desk.dossier:
            return  # it has changed meanwhile, and is being counted again
        if before is None or (before.total, before.years, before.dismissed) != (
            found.total,
            found.years,
            found.dismissed,
        ):
            self._fill_years(found)
            self._draw()

    def _fill_years(self, found: Statistics) -> None:
        chosen = self.year.currentData()
        self.year.clear()
        self.year.addItem(_(ALL_YEARS), None)
        for year in sorted(found.years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)) if chosen else 0)

    def _draw(self) -> None:
        """Everything that the chosen year shows."""
        found, year, say = self._found, self.year.currentData(), self.desk.say
        if found is None:
            return
        figures, drawn, published = key_figures(found, year, say), charts(found, year, say), self._tally(year)
        self._tabulate = partial(self.numbers.show_numbers, figures, drawn, published, say)
        notes = Label(" ".join(remarks(found, say)), "caption", "text3", wrap=True)
        parts = (figures_card(figures), self._comparison(year), charts_in_two(drawn, published, say), notes, None)
        area = scroll(column(*parts, gap=S4))
        keep_gutter(area, PAGE_MARGIN, S4)
        self._body.removeWidget(self.charts)
        self.charts.deleteLater()
        self.charts = area
        self._body.insertWidget(0, area)
        self._show_look()

    def _show_look(self) -> None:
        empty = self._found is not None and not self._found.total.breaches
        if self.look.value == _TABLE:
            self._tabulate()
            self.table.fit_columns(stretch=1)
        self._body.setCurrentIndex(2 if empty else 0 if self.look.value == _CHARTS else 1)

    def _tally(self, year: int | None) -> Tally | None:
        """The published notifications of the same year, or all of them where there are none of that year."""
        if self._published is None:
            return None
        return self._published.years.get(year, self._published.total) if year else self._published.total

    def _comparison(self, year: int | None) -> Card:
        """What the marks stand for, or how to have some."""
        published, tally, say = self._published, self._tally(year), self.desk.say
        button = Button(_("Read the CNIL's file…"), "import", "" if published is None else "link")
        button.clicked.connect(self._ask_for_file)
        if published is None or tally is None:
            words = _(
                "To compare with the breaches notified in France, read the file that the CNIL publishes on "
                "data.gouv.fr (notifications of personal data breaches): it is counted apart, and never mixed with "
                "this register."
            )
            return Card().add(row((Label(words, "body", "text2", wrap=True), 1), button, gap=S4))
        of_year = str(year) if year in published.years else _("all years of its file")
        said = _(
            "The thin line across a bar is the share among the {n} notifications that the CNIL published "
            "({years}, read on {day}); they are all notified breaches.",
            n=number_text(tally.notifications, say),
            years=of_year,
            day=date_text(published.read_at.date(), say),
        )
        note = Label(published.note, "caption", "text3", wrap=True)
        return Card().add(row((column(Label(said, "body", "text2", wrap=True), note, gap=2), 1), button, gap=S4))

    def _ask_for_file(self) -> None:
        path = ask_for_notifications(self)
        if path:
            self.read_notifications(path)

    def _on_read(self, published: Yardstick) -> None:
        self._published = published
        read = _n("{n} notification counted.", "{n} notifications counted.", published.total.notifications)
        unknown = _n("{n} label is in no list.", "{n} labels are in no list.", len(published.unknown))
        self.desk.said.emit("ok", f"{read} {unknown}" if published.unknown else read)
        self._draw()
