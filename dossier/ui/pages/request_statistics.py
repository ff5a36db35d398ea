"""The statistics of the requests: how many, of which rights, how soon answered; each number leads to its list."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from dossier.i18n import _
from dossier.law.breach_figures import ALL_YEARS, Figure, share_text
from dossier.law.request_figures import Group, Grouping, groupings, key_figures, requests_of, years_of
from dossier.law.request_statistics import NO_YEAR, tally_of
from dossier.model.dossier import Dossier
from dossier.model.request import Request
from dossier.model.text import number_text
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.navigation import Only, Place
from dossier.ui.pages.statistics_parts import charts_in_two, figures_card
from dossier.ui.tokens import PAGE_MARGIN, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.table import Cell

CHARTS, LISTS = "charts", "lists"
Counted = tuple[Dossier, list[int], list[Figure], list[Grouping]]


class RequestStatisticsPage(PageFrame):
    """Counted in the background whenever the page is seen after a change."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.counted: Dossier | None = None
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        fit_into_form(self.year)
        self.year.addItem(_(ALL_YEARS), None)
        self.look = Segmented([Option(CHARTS, _("Charts")), Option(LISTS, _("Table"))], CHARTS)
        self.table = LinesTable(_("Statistics of requests"), _("Value"), _("Number"), _("Share"))
        self.table.asked.connect(self._show_list)
        self._body = QStackedWidget()
        self.charts = QWidget()
        lists = column(Card(padding=1).add((self.table, 1)), margins=(0, 0, PAGE_MARGIN, S4))
        nothing = column(Card().add(self._nothing()), None, margins=(0, 0, PAGE_MARGIN, S4))
        for body in (self.charts, lists, nothing):
            self._body.addWidget(body)
        back = Button(_("All requests"), "back", "quiet")
        back.clicked.connect(lambda: desk.go_to_page(Request.kind.name))
        super().__init__(
            _("Statistics of requests"),
            _("How many, of which rights, and how soon were they answered?"),
            self._body,
            [back, self.year, self.look],
            to_the_edge=True,
        )
        self.focus_me = self.year
        self.year.activated.connect(self._count)
        self.look.changed.connect(self._show_look)
        desk.history.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.counted is not self.desk.dossier:
            self._count()

    def _nothing(self) -> EmptyState:
        sentences = _("Rights, answers in time and median days are counted here, by year, once a request is logged.")
        return EmptyState("statistics", _("No request is logged."), sentences)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        """Off the window's thread, on the snapshot as it is now."""
        dossier, year, today, say = self.desk.dossier, self.year.currentData(), self.desk.clock().date(), self.desk.say

        def work(_progress: object) -> Counted:
            figures = key_figures(tally_of(dossier, requests_of(dossier, year), today), say)
            return dossier, years_of(dossier), figures, groupings(dossier, year, today, say)

        task = Task(work)
        task.done.connect(self._on_counted)
        task.start()

    def _on_counted(self, counted: Counted) -> None:
        dossier, years, figures, found = counted
        if dossier is not self.desk.dossier:
            return  # it has changed meanwhile, and is being counted again
        self.counted = dossier
        self._fill_years(years)
        self._draw(figures, found)
        lines = [(grouping, group) for grouping in found for group in grouping.groups]
        self.table.show_lines(lines, self._line)
        self._show_look()

    def _fill_years(self, years: list[int]) -> None:
        chosen = self.year.currentData()
        while self.year.count() > 1:
            self.year.removeItem(1)
        for year in years:
            self.year.addItem(_("No date") if year == NO_YEAR else str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)) if chosen is not None else 0)

    def _draw(self, figures: list[Figure], found: list[Grouping]) -> None:
        note = Label(
            _("A request that exercises several rights counts once under each."), "caption", "text3", wrap=True
        )
        charts = charts_in_two([one.chart for one in found], None, self.desk.say)
        area = scroll(column(figures_card(figures), charts, note, None, gap=S4))
        keep_gutter(area, PAGE_MARGIN, S4)
        self._body.removeWidget(self.charts)
        self.charts.deleteLater()
        self.charts = area
        self._body.insertWidget(0, area)

    def _line(self, about: tuple[Grouping, Group]) -> Line:
        grouping, group = about
        share = share_text(grouping.share(group), self.desk.say)
        return (
            Cell(group.words, grouping.title),
            Cell(number_text(len(group.ids), self.desk.say), right=True),
            Cell(share, right=True),
        )

    def _show_look(self) -> None:
        some = bool(self.desk.dossier.count(Request))
        self._body.setCurrentIndex(2 if not some else 0 if self.look.value == CHARTS else 1)

    def _show_list(self, about: tuple[Grouping, Group]) -> None:
        """The register with those requests alone."""
        grouping, group = about
        self.desk.go_to_place(Place(Request.kind.name, asked=Only(f"{grouping.title}, {group.words}", group.ids)))
