"""Says on top of a sheet that it is no longer what was validated."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.record import Record, SheetRecord
from dossier.ui.desk import Desk
from dossier.ui.records.saying import changed_since_validation
from dossier.ui.records.words import breakable
from dossier.ui.tokens import S2
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label


class ChangedSince(QWidget):
    """Says that a validated sheet is no longer what was validated; one press shows which fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_open = False
        self._button = Button(_("Show them"))
        self._button.clicked.connect(self._on_show)
        self._banner = Banner("check", "", "", self._button)
        self.details = Label("", "body", "text2", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S2)
        box.addWidget(self._banner)
        box.addWidget(self.details)

    def show_record(self, record: Record) -> None:
        store, say = self._desk.history.store, self._desk.say
        found = changed_since_validation(store, record, say) if isinstance(record, SheetRecord) else []
        self.setVisible(bool(found))
        n = len(found)
        self._banner.say("check", _("Changed since it was validated"), _n("({n} field).", "({n} fields).", n))
        self.details.setText(breakable("\n".join(difference.words for difference in found)))
        self.details.setVisible(self._is_open)

    def _on_show(self) -> None:
        self._is_open = not self._is_open
        self._button.setText(_("Hide them") if self._is_open else _("Show them"))
        self.details.setVisible(self._is_open)
