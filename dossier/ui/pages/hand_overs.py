"""The page of hand-overs: what left, to whom; and what changed since."""

from dossier.model.evidence import HandOver
from dossier.ui.desk import Desk
from dossier.ui.hand_overs.view import HandOverView
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.record_view import RecordView


class HandOversPage(KindPage):
    """The usual list; each record says what can be asked of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(HandOver, desk)

    def make_view(self) -> RecordView:
        view = HandOverView(self.desk)
        self._right.addWidget(view)
        return view
