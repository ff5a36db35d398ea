"""The page of the activities: list and record, and the ready-made activities to begin with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.balancing import balanced_purposes
from dossier.model.activity import Activity
from dossier.store.edit import Edit
from dossier.ui.activities.view import ActivityView
from dossier.ui.desk import Desk
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.records.record_view import RecordView
from dossier.ui.side import BALANCING
from dossier.ui.templates.chooser import TemplateChooser
from dossier.ui.widgets.buttons import Button

_TO_ADAPT = "description"  # what a template words in general, and only the organisation can word


class ActivitiesPage(KindPage):
    """The chooser of templates takes the whole width, and one press leads back."""

    def __init__(self, desk: Desk) -> None:
        self._chooser: TemplateChooser | None = None
        super().__init__(Activity, desk)

    def make_view(self) -> RecordView:
        view = ActivityView(self.desk)
        self._right.addWidget(view)
        return view

    def make_actions(self) -> list[QWidget]:
        self.template_button = self._from_template()
        self.tests_button = Button(_("Balancing tests"), "scale", tip=_("Every purpose on legitimate interests"))
        self.tests_button.clicked.connect(lambda: self.desk.go_to_page(BALANCING))
        return [self.tests_button, self.template_button, *super().make_actions()]

    def ways_to_start(self) -> list[QWidget]:
        self.first_template_button = self._from_template()
        return [*super().ways_to_start(), self.first_template_button]

    @property
    def chooser(self) -> TemplateChooser:
        """The choice of a template, made when it is first asked for."""
        if self._chooser is None:
            self._chooser = TemplateChooser(self.desk)
            self._chooser.left.connect(self.leave_templates)
            self._chooser.asked.connect(self.insert)
            self._body.addWidget(self._chooser)
        return self._chooser

    def choose_template(self) -> None:
        """Show the ready-made activities in the place of the list."""
        if not self.can_write:
            return
        self.commit()
        self._body.setCurrentWidget(self.chooser)
        self.show_what_there_is()
        self.chooser.begin()

    def leave_templates(self) -> None:
        """Back to the list, or to the ways to start."""
        self._body.setCurrentIndex(0)
        self.show_what_there_is()
        self.take_focus()

    def insert(self, edit: Edit) -> None:
        """Enter an activity, and show it at the field that must be adapted first."""
        written = self.desk.history.do(edit)
        if written:
            self.show_record(written.changes[0].record.id)
            self.view.go_to_field(_TO_ADAPT)

    def show_record(self, record_id: str) -> None:
        if self._is_choosing():
            self._body.setCurrentIndex(0)
            self.show_what_there_is()
        super().show_record(record_id)

    def take_focus(self) -> None:
        if self._is_choosing():
            self.chooser.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().take_focus()

    def show_what_there_is(self) -> None:
        choosing = self._is_choosing()
        super().show_what_there_is()
        if choosing:
            self._body.setCurrentWidget(self.chooser)
            self.add_button.hide()
        self.tests_button.setVisible(not choosing and bool(balanced_purposes(self.desk.dossier)))
        self.template_button.setVisible(not choosing and self.desk.dossier.count(Activity) > 0)

    def _from_template(self) -> Button:
        button = Button(_("From a template…"), "copy", tip=_("Insert a ready-made activity and adapt it"))
        button.setEnabled(self.can_write)
        button.clicked.connect(self.choose_template)
        return button

    def _is_choosing(self) -> bool:
        return self._chooser is not None and self._body.currentWidget() is self._chooser
