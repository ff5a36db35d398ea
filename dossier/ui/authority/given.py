"""What was handed over to the authority in the exchange that is shown: each hand-over leads to its record."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.law.authority_clock import clock_in
from dossier.model.evidence import AuthorityExchange, HandOver
from dossier.ui.desk import Desk
from dossier.ui.records.record_rows import RecordRows
from dossier.ui.tokens import S2
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label


class Given(QWidget):
    """The hand-overs, the last one first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = _("Handed over")
        self._desk = desk
        self.list = RecordRows(HandOver, ("file_name", "handed_at"), desk)
        self.note = Label("", "caption", "text3", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(flow(Label(self.title, "h3", wrap=True), self.note))
        box.addWidget(self.list)

    def show_record(self, exchange: AuthorityExchange) -> None:
        """What was handed over in an exchange."""
        given = sorted(clock_in(self._desk.dossier, exchange).hand_overs, key=_when, reverse=True)
        self.list.show_records(given)
        n = len(given)
        nothing = _("Nothing yet: what is handed over to this authority stands here with its SHA-256")
        self.note.setText(_n("{n} hand-over", "{n} hand-overs", n) if n else nothing)


def _when(given: HandOver) -> str:
    return given.handed_at.at.isoformat() if given.handed_at else ""
