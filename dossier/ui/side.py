"""The sidebar of a dossier: its name, search and the quick log, then every register with its count."""

from typing import TYPE_CHECKING, NamedTuple

from dossier.i18n import N_, _, _n
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.catalog import GROUPS, REGISTERS, Group
from dossier.model.dossier import Dossier
from dossier.ui.attention import count_of
from dossier.ui.widgets.side_buttons import Count, NavButton, SideAction, Switcher
from dossier.ui.widgets.sidebar import NavGroup, Sidebar

if TYPE_CHECKING:
    from dossier.law.deadlines import Agenda
    from dossier.work.findings import Findings

OVERVIEW, FINDINGS, DEADLINES, JOURNAL, SETTINGS = "overview", "findings", "deadlines", "journal", "settings"
WORKSHEET, MESSAGES = "breach/worksheet", "breach/messages"
"""Pages of one record: the sidebar marks the register it stands in."""
STATISTICS = "breach/statistics"
REQUEST_STATISTICS = "request/statistics"
LEGAL = "settings/legal"
RETENTION = "retention"
BALANCING = "activity/balancing"
"""The tests of all purposes on legitimate interests: the sidebar marks the activities they belong to."""


class Entry(NamedTuple):
    """A page as the sidebar and the menus name it."""

    key: str
    label: str
    icon: str


def entries_of(group: Group) -> tuple[Entry, ...]:
    """The registers of a group, and the schedule that is told over all activities."""
    registers = tuple(Entry(one.kind.name, one.kind.menu, one.kind.icon or "note") for one in group.kinds)
    schedule = Entry(RETENTION, N_("Retention"), "retention")
    return (*registers, schedule) if Activity in group.kinds else registers


_REGISTERS = tuple(entry.key for group in GROUPS for entry in entries_of(group))
KEYS = (OVERVIEW, FINDINGS, DEADLINES, *_REGISTERS, JOURNAL, SETTINGS)
"""Every page, in the order of the sidebar."""


class DossierSide(Sidebar):
    """The sidebar of one window."""

    def __init__(self, dossier: Dossier) -> None:
        self._late, self._breaches = 0, Count()
        self.switcher = Switcher("", "", _("Open dossier"))
        self.search = SideAction("search", _("Search"), "Ctrl+K")
        self.incident = SideAction("breaches", _("Log an incident"), "Ctrl+Shift+I", strong=True)
        first = (
            Entry(OVERVIEW, _("Overview"), "overview"),
            Entry(FINDINGS, _("Findings"), "findings"),
            Entry(DEADLINES, _("Deadlines"), "deadlines"),
        )
        home = NavGroup("", [NavButton(*one) for one in first])
        registers = [
            NavGroup(_(group.label), [NavButton(one.key, _(one.label), one.icon) for one in entries_of(group)])
            for group in GROUPS
        ]
        below = [NavButton(JOURNAL, _("Journal"), "journal"), NavButton(SETTINGS, _("Settings"), "settings")]
        super().__init__([self.switcher, self.search, self.incident], [home, *registers], below)
        self.show_dossier(dossier)

    def choose(self, key: str) -> None:
        super().choose(key.split("/")[0])

    def show_dossier(self, dossier: Dossier) -> None:
        """Name and counts as they stand."""
        organisation = dossier.organisation
        name = (organisation and organisation.title) or _("(untitled)")
        second = organisation.siren if organisation and organisation.siren else _("No SIREN yet")
        self.switcher.show_dossier(name, second, _("Open dossier: {name}", name=name))
        for kind in REGISTERS:
            self.show_count(kind.kind.name, count_of(dossier, kind))
        self._breaches = count_of(dossier, Breach)
        self._show_late()

    def show_late(self, late: int) -> None:
        """How many breaches are past their 72 hours: it says more than how many are open."""
        self._late = late
        self._show_late()

    def _show_late(self) -> None:
        late = Count(_n("{n} late", "{n} late", self._late), "blocking")
        self.show_count(Breach.kind.name, late if self._late else self._breaches)

    def show_agenda(self, agenda: "Agenda") -> None:
        """How many deadlines are late; where none is, how many come within a month."""
        late = Count(_n("{n} late", "{n} late", agenda.late), "major")
        self.show_count(DEADLINES, late if agenda.late else Count(str(agenda.near or "")))

    def show_findings(self, findings: "Findings") -> None:
        """How many stand open, and in which registers something is blocking."""
        self.show_count(FINDINGS, Count(str(len(findings.open) or "")))
        blocking = findings.blocking()
        for kind in REGISTERS:
            n = blocking[kind]
            self.show_alert(kind.kind.name, _n("{n} blocking finding", "{n} blocking findings", n) if n else "")
