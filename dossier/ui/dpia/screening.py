"""The guided screening of one activity: nine criteria, fourteen types, what the register suggests, the conclusion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dossier.i18n import _
from dossier.law.data import said
from dossier.law.dpia import Conclusion, Screening, screening_of, source_of
from dossier.law.dpia_words import count_of, reasons_of
from dossier.model.activity import Activity
from dossier.model.dpia import Dpia
from dossier.model.fields import Field, field_of
from dossier.ui.desk import Desk
from dossier.ui.dpia.explained import ExplainedTerms
from dossier.ui.dpia.tones import conclusion_cell
from dossier.ui.records.form import RecordForm, Section
from dossier.ui.records.form_field import FormField
from dossier.ui.records.guided_form import GuidedForm
from dossier.ui.records.words import icon_of, reference_words
from dossier.ui.tokens import S3, S4, S5
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.record_link import RecordLink
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work import dpia_edits

_SIDE, _FORM = 4, 9  # how the conclusion and the questions share the width


class ExplainedSection(Section):
    """A question of the screening: its title says it, and its field needs no second name."""

    def _field(self, field: Field, desk: Desk) -> FormField:
        made = FormField(field, desk, editor=ExplainedTerms(field.type))
        made.hide_label()
        return made


class ScreeningView(GuidedForm[Activity]):
    """Serves all activities in turn; what is ticked is written at once, and nothing is ticked by itself."""

    left = Signal()
    """The user goes back to the table."""
    next_asked = Signal()
    """The user goes on to the next activity that is left to screen."""
    made = Signal(str)
    """The identifier of the assessment that was created."""

    def __init__(self, desk: Desk) -> None:
        self.criteria = ExplainedSection(_("Which of the nine criteria are met?"), [_field("dpia_criteria")])
        self.types = ExplainedSection(_("Is it a type on the CNIL's list?"), [_field("dpia_list")])
        rest = Section(_("What was concluded"), [_field("dpia_waiver"), _field("dpia_screened_on")])
        super().__init__(desk, RecordForm(Activity, desk, [self.criteria, self.types, rest]))
        self.back = Button(_("Back to the activities"), "back", "quiet")
        self.name, self.counted = Label("", "h2", wrap=True), Label("", "strong", wrap=True)
        self.conclusion = Chip("", "none")
        self.why, self.source = Label("", "body", "text2", wrap=True), Label("", "caption", "text3", wrap=True)
        self.done = Button(
            _("Screened today"), "tick", "primary", tip=_("Notes that criteria and list were gone through")
        )
        self.create_button = Button(_("Create the DPIA"), "plus")
        self.next_button = Button(_("Next to screen"), "chevron-right")
        self.open_activity = Button(_("Open the activity"), "activities", "link")
        self._links = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.lock(desk.history.store.is_read_only)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        head = (flow(self.back), self.name, flow(self.open_activity))
        found = (flow(self.conclusion), self.counted, self.why)
        actions = flow(self.done, self.create_button, self.next_button)
        about = Card(gap=S3).add(*head, Hairline(), *found, self._links, actions, Hairline(), self.source, None)
        layout.addWidget(about, _SIDE)
        inner = column(*self.form.sections, gap=S5, margins=(0, 0, S5, S4))
        self.area = scroll(inner)
        keep_gutter(self.area, S5, S5)
        layout.addWidget(Card(padding=0).add(column((self.area, 1), margins=(S5, S4, 0, 0))), _FORM)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.next_button.clicked.connect(self.next_asked)
        self.done.clicked.connect(self.note_screened)
        self.create_button.clicked.connect(self.create_assessment)
        self.open_activity.clicked.connect(self._on_open)

    def take_focus(self) -> None:
        self.form.take_focus()

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        for button in (self.done, self.create_button):
            button.setEnabled(not locked)

    def note_screened(self) -> None:
        """Criteria and list were gone through today."""
        activity = self._written()
        edit = dpia_edits.screened(activity, self._desk.clock().date()) if activity else None
        if edit and self._desk.history.do(edit):
            self.next_button.setFocus()

    def create_assessment(self) -> None:
        """An assessment of this activity, with its criteria and types, and the way to it."""
        activity = self._written()
        edit = dpia_edits.assessment_of(activity, self._desk.author, self._desk.clock()) if activity else None
        written = self._desk.history.do(edit) if edit else None
        if written:
            self.made.emit(written.changes[0].record.id)

    def _written(self) -> Activity | None:
        """The activity as it stands once what is being typed is written."""
        if self.record is None or not self.commit():
            return None
        record = self._desk.dossier.get(self.record.id, Activity)
        return record if isinstance(record, Activity) else None

    def show_around(self, record: Activity) -> None:
        say, found = self._desk.say, screening_of(self._desk.dossier, record)
        self.name.setText(reference_words(record))
        cell = conclusion_cell(found, self._desk)
        if cell.tone:
            self.conclusion.show_state(cell.words, cell.tone, cell.icon)
        self.counted.setText(_("Criteria met: {count}", count=count_of(found.criteria, say)))
        self.why.setText(_why(found))
        self.source.setText(_("Source: {source}", source=said(source_of(found.conclusion).source, self._desk.say)))
        self.done.setVisible(record.dpia_screened_on != self._desk.clock().date())
        self.create_button.setVisible(not found.dpias)
        self._show_links(found.dpias)
        reasons = {one.criterion.value: reasons_of(one, say) for one in found.suggestions}
        criteria = self.form.field("dpia_criteria").input
        if isinstance(criteria, ExplainedTerms):
            criteria.suggest(reasons)
        super().show_around(record)

    def _show_links(self, dpias: tuple[Dpia, ...]) -> None:
        """The assessments that cover the activity, each one press away."""
        while item := self._links.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for dpia in dpias:
            link = RecordLink(reference_words(dpia), icon_of(Dpia))
            link.clicked.connect(lambda _checked=False, dpia=dpia: self._desk.go_to(dpia))
            self._links.addWidget(link)


def _field(name: str) -> Field:
    return field_of(Activity, name)


def _why(found: Screening) -> str:
    """What follows from the conclusion."""
    if found.is_expected and found.dpias:
        return _("An impact assessment covers this activity.")
    if found.conclusion is Conclusion.REQUIRED:
        return _("A type on the CNIL's list asks for an impact assessment (art. 35(4)).")
    if found.conclusion is Conclusion.PROBABLE:
        return _("Two criteria or more ask for one in principle: make it, or write why none is made.")
    if found.conclusion is Conclusion.NOT_SCREENED:
        return _("Go through the criteria and the list, then note that it was done.")
    return _("Fewer than two criteria, and no type on the list: to be looked at again when the processing changes.")
