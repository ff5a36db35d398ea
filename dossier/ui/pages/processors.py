"""The page of processors: who, under which contract, what is missing; record by record, or all as one matrix."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.i18n import _
from dossier.model.processor import Processor
from dossier.store.edit import Edit
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.processors.contract_columns import contract_column, review_column
from dossier.ui.processors.matrix import Matrix
from dossier.ui.processors.view import ProcessorView
from dossier.ui.records.listing import Listing
from dossier.ui.records.record_view import RecordView
from dossier.ui.widgets.segmented import Option, Segmented

_RECORDS, _MATRIX = "records", "matrix"


class ProcessorsPage(KindPage):
    """The list says where each contract stands; the matrix shows every item of all of them."""

    def __init__(self, desk: Desk) -> None:
        self._matrix: Matrix | None = None
        self._looks = QStackedWidget()
        super().__init__(Processor, desk)

    def make_listing(self) -> Listing:
        return Listing(Processor, self.desk, (contract_column(self.desk), review_column(self.desk)))

    def make_view(self) -> RecordView:
        view = ProcessorView(self.desk)
        self._right.addWidget(view)
        return view

    def make_actions(self) -> list[QWidget]:
        self.look = Segmented([Option(_RECORDS, _("Records")), Option(_MATRIX, _("Matrix"))], _RECORDS)
        self.look.changed.connect(self._on_look)
        return [self.look, *super().make_actions()]

    def list_and_record(self) -> QWidget:
        self._looks.addWidget(super().list_and_record())
        return self._looks

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

    def show_matrix(self) -> None:
        """All contracts at once; what is being typed is written first."""
        self.commit()
        self.look.set_value(_MATRIX)
        self.matrix.reload()
        self._looks.setCurrentWidget(self.matrix)
        self.matrix.take_focus()

    def show_records(self) -> None:
        self.look.set_value(_RECORDS)
        self._looks.setCurrentIndex(0)

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
        return self._matrix is not None and self._looks.currentWidget() is self._matrix

    def _on_changed(self, edit: Edit | None) -> None:
        super()._on_changed(edit)
        if self.isVisible() and self._shows_matrix():
            self.matrix.reload()

    def _on_look(self, look: str) -> None:
        if look == _MATRIX:
            self.show_matrix()
        else:
            self.show_records()
            self.take_focus()

    def _on_asked(self, record_id: str, field: str) -> None:
        record = self.desk.dossier.get(record_id, Processor)
        if record is not None:
            self.show_record(record_id)
            self.show_part(field) if field else self.view.take_focus()
