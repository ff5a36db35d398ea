"""The page of processors: who, under which contract, what is missing."""

from dossier.model.processor import Processor
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.processors.contract_columns import contract_column, review_column
from dossier.ui.processors.view import ProcessorView
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView


class ProcessorsPage(KindPage):
    """The list says where each contract stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Processor, desk)

    def make_listing(self) -> Listing:
        return Listing(Processor, self.desk, (contract_column(self.desk), review_column(self.desk)))

    def make_view(self) -> RecordView:
        view = ProcessorView(self.desk)
        self._right.addWidget(view)
        return view
