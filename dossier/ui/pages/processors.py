"""The page of processors: who, under which contract, what is missing; record by record, or all as one matrix."""

from dossier.i18n import _
from dossier.model.processor import Processor
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.pages.looks_page import LooksPage
from dossier.ui.processors.contract_columns import contract_column, review_column
from dossier.ui.processors.matrix import Matrix
from dossier.ui.processors.view import ProcessorView
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.widgets.segmented import Option

_MATRIX = "matrix"


class ProcessorsPage(LooksPage):
    """The list says where each contract stands; the matrix shows every item of all of them."""

    def __init__(self, desk: Desk) -> None:
        self._matrix: Matrix | None = None
        super().__init__(Processor, desk, Option(_MATRIX, _("Matrix")))

    def make_listing(self) -> Listing:
        return Listing(Processor, self.desk, (contract_column(self.desk), review_column(self.desk)))

    def make_view(self) -> RecordView:
        view = ProcessorView(self.desk)
        self._right.addWidget(view)
        return view

    @property
    def matrix(self) -> Matrix:
        """All contracts item by item, made when they are first asked for."""
        if self._matrix is None:
            self._matrix = Matrix(self.desk)
            self._matrix.asked.connect(self._on_asked)
            self._looks.addWidget(self._matrix)
        return self._matrix

    def shows_view(self) -> bool:
        return not self._shows_matrix() and super().shows_view()

    def show_other(self) -> None:
        """All contracts at once; what is being typed is written first."""
        super().show_other()
        self.matrix.reload()
        self._show_look(_MATRIX, self.matrix)

    def show_record(self, record_id: str) -> None:
        self.show_records()
        super().show_record(record_id)

    def take_focus(self) -> None:
        if self._shows_matrix() and self.desk.dossier.count(Processor):
            self.matrix.take_focus()
        else:
            super().take_focus()

    def focus_filter(self) -> None:
        self.show_records()
        super().focus_filter()

    def show_what_there_is(self) -> None:
        super().show_what_there_is()
        some = bool(self.desk.dossier.count(Processor))
        self.look.setVisible(some)

    def catch_up(self) -> None:
        super().catch_up()
        if self._shows_matrix():
            self.matrix.reload()

    def _shows_matrix(self) -> bool:
        return self.is_seen(self._matrix)

    def _on_changed(self, edit: Edit | None) -> None:
        super()._on_changed(edit)
        if self.isVisible() and self._shows_matrix():
            self.matrix.reload()

    def _on_asked(self, record_id: str, field: str) -> None:
        record = self.desk.dossier.get(record_id, Processor)
        if record is not None:
            self.show_record(record_id)
            self.show_part(field) if field else self.view.take_focus()
