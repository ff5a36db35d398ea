"""What the dossier does not show, and the article that asks for it; each finding opens in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent

from dossier.i18n import _
from dossier.law.transfer_words import all_data_words
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.pages.finding_groups import AT_ONCE, MORE, Asked, By, Group, arranged
from dossier.ui.pages.finding_list import FindingList
from dossier.ui.tokens import S4
from dossier.ui.weights import parts_of
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.page import PageFrame
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.search_field import SearchField
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.severity_bar import SeverityBar
from dossier.work.findings import number_of_checks

if TYPE_CHECKING:
    from dossier.work.findings import Findings

_TYPING = 120  # milliseconds after the last letter of the filter


class FindingsPage(PageFrame):
    """Shows what was found last; it is put into words and groups away from the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._stale, self._turn = desk, True, 0
        self._most: dict[str, int] = {}
        self.bar = SeverityBar()
        self.which = Segmented([Option("open", _("Open {n}", n=0)), Option("accepted", _("Accepted {n}", n=0))], "open")
        names = ((By.SEVERITY, _("Severity")), (By.REGISTER, _("Register")), (By.CHECK, _("Rule")))
        self.by = Segmented([Option(by.value, name) for by, name in names], By.SEVERITY.value)
        self.filter = SearchField(_("Filter: article, rule, record…"))
        self.filter.setMinimumWidth(250)
        self.list = FindingList(desk)
        self._looking = Label(_("The dossier is being looked through…"), "body", "text3")
        grouping = row(Label(_("Group by"), "caption", "text3"), self.by)
        controls = flow(self.which, self.filter, grouping, gap=S4)
        self.nothing = Label("", "body", "text2", wrap=True)
        self.empty = Card().add(row(IconLabel("ok", "ok"), (self.nothing, 1)))
        self.empty.hide()
        body = column(self.bar, controls, self._looking, self.empty, self.list, None, gap=S4)
        question = _(
            "What the dossier does not show, and the article that asks for it. {n} checks, made again at each change.",
            n=number_of_checks(),
        )
        super().__init__(_("Findings"), f"{question} {all_data_words(desk.say)}", scroll(body))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.refresh)
        self.filter.textChanged.connect(lambda: self._typing.start(_TYPING))
        self.which.changed.connect(self.refresh)
        self.by.changed.connect(self.refresh)
        self.list.more_asked.connect(self._on_more)
        desk.watch.found.connect(self._on_found)
        self.list.hide()
        desk.watch.begin()

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def take_focus(self) -> None:
        if not self.list.take_focus():
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Arrange what was found last as it is asked for now."""
        findings, say = self._desk.watch.findings, self._desk.say
        if findings is None:
            return
        self._stale, self._turn = False, self._turn + 1
        turn = self._turn
        asked = Asked(
            self.which.value == "accepted", By(self.by.value or By.SEVERITY), self.filter.text(), dict(self._most)
        )
        self._count(findings)
        task = Task(lambda _progress: arranged(findings, asked, say))
        task.done.connect(lambda groups: self._on_arranged(turn, groups))
        task.start()

    def _count(self, findings: "Findings") -> None:
        self.bar.show_parts(parts_of(findings, self._desk.say))
        opened, accepted = self.which.parts
        opened.say(_("Open {n}", n=len(findings.open)))
        accepted.say(_("Accepted {n}", n=len(findings.accepted)))

    def _on_found(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_arranged(self, turn: int, groups: list[Group]) -> None:
        if turn != self._turn:
            return  # something else is asked for meanwhile
        self._looking.hide()
        self.list.show_groups(groups)
        self.list.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        if self.filter.text():
            self.nothing.setText(_("Nothing agrees with the filter."))
        elif self.which.value == "accepted":
            self.nothing.setText(_("Nothing is accepted: a finding is accepted with a reason, for a time."))
        else:
            self.nothing.setText(_("Nothing stands open."))

    def _on_more(self, group: str) -> None:
        self._most[group] = self._most.get(group, AT_ONCE) + MORE
        self.refresh()
