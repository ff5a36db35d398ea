"""The page of one impact assessment: six steps in free order, what the registers know for each, the conclusion."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dossier.i18n import _
from dossier.law.transfer_ground import ground_of
from dossier.law.transfer_words import mechanism_words
from dossier.model.fields import Field, field_of
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.records.deletion import Deletion
from dossier.ui.records.form import RecordForm, Section
from dossier.ui.records.form_field import FormField
from dossier.ui.tokens import S2, S3, S4, S5
from dossier.ui.transfers.cells import destination_cell
from dossier.ui.transfers.known import known_for
from dossier.ui.transfers.steps import AssessmentStep, StepList, assessment_steps, guide_words
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work.edits import duplication, name_of

_CONCLUSION = ("conclusion", "next_review", "made_on", "author", "name", "document", "reference")
_SIDE, _FORM = 4, 9  # how what is known and the form share the width


class StepSection(Section):
    """One step: its name over its text, what it asks for below."""

    def __init__(self, step: AssessmentStep) -> None:
        self.step = step
        declared = (field_of(TransferAssessment, step.field),)
        super().__init__(step.name, declared, titled=False, labels={step.field: step.name})

    def _field(self, field: Field, desk: Desk) -> FormField:
        made = super()._field(field, desk)
        made.set_hint(self.step.help)
        return made


class AssessmentView(ReadingOrder):
    """Serves all assessments in turn; what is written is saved at once, as in every form."""

    left = Signal()
    """The user goes back to the transfer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: TransferAssessment | None = None
        self.sections = [StepSection(step) for step in assessment_steps(desk.say)]
        conclusion = Section(_("Conclusion"), [field_of(TransferAssessment, name) for name in _CONCLUSION])
        self.form = RecordForm(TransferAssessment, desk, [*self.sections, conclusion])
        self.steps, self.deletion = StepList(desk.say), Deletion(desk)
        self.back = Button(_("Back to the transfer"), "back", "quiet")
        self.again = Button(_("Copy to assess again"), "copy", "quiet")
        self.delete_button = Button(_("Delete"), "trash", "quiet")
        self.title = Label("", "h2", wrap=True)
        self.route, self.tool = Label("", "body", "text2", wrap=True), Label("", "body", "text2", wrap=True)
        self.where, self.country = Label("", "strong", wrap=True), Chip("", "none")
        self.known = {step.field: Label("", "caption", "text2", wrap=True) for step in assessment_steps(desk.say)}
        self._lay_out()
        self.steps.asked.connect(self.go_to_step)
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(self._on_again)
        self.delete_button.clicked.connect(self._on_delete)
        self._lock(desk.history.store.is_read_only)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S4)
        source = Label(guide_words(self._desk.say), "caption", "text3", wrap=True)
        source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about = Card(gap=S3).add(
            flow(self.back),
            self.title,
            self.route,
            flow(self.where, self.country),
            self.tool,
            Hairline(),
            self.steps,
            Hairline(),
            source,
            None,
        )
        layout.addWidget(about, _SIDE)
        inner = column(self.deletion, gap=S4, margins=(0, 0, S5, S4))
        box = inner.layout()
        for section in self.form.sections:
            parts = [section, self.known[section.step.field]] if isinstance(section, StepSection) else [section]
            if box:
                box.addWidget(column(*parts, gap=S2))
                box.addWidget(Hairline())
        if box:
            box.addWidget(flow(self.again, self.delete_button))
        self.area = scroll(inner)
        keep_gutter(self.area, S5, S5)
        layout.addWidget(Card(padding=0).add(column((self.area, 1), margins=(S5, S4, 0, 0))), _FORM)

    def show_record(self, record: TransferAssessment) -> None:
        """Show an assessment from its top; the same one again keeps what is being typed."""
        if self.record is not None and self.record.id == record.id:
            self.refresh(record)
            return
        self.record = record
        self.deletion.forget()
        self.area.verticalScrollBar().setValue(0)
        self.form.show_record(record)
        self._show_around(record)

    def refresh(self, record: TransferAssessment) -> None:
        self.record = record
        self.form.refresh(record)
        self._show_around(record)

    @property
    def transfer(self) -> Transfer | None:
        """The transfer that is assessed."""
        found = self._desk.dossier.get(self.record.transfer, Transfer) if self.record and self.record.transfer else None
        return found if isinstance(found, Transfer) else None

    def commit(self) -> bool:
        return self.form.commit()

    def unwritten(self) -> list[Unwritten]:
        return self.form.unwritten()

    def go_to_step(self, name: str) -> None:
        """Bring a step into view, with the keyboard in it."""
        field = self.form.field(name if self.form.has(name) else "step_1")
        self.area.ensureWidgetVisible(field)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_around(self, record: TransferAssessment) -> None:
        transfer, say = self.transfer, self._desk.say
        self.steps.show_assessment(record)
        if transfer is None:
            return
        ground = ground_of(transfer, [record], self._desk.clock().date())
        self.title.setText(_("Impact assessment: {transfer}", transfer=name_of(transfer)))
        self.route.setText(_route(transfer))
        cell = destination_cell(ground.destination, say)
        self.country.setVisible(cell.tone is not None)
        if cell.tone:
            self.country.show_state(cell.words, cell.tone, cell.icon)
        self.where.setText(_(transfer.country.label) if transfer.country else _("Country not recorded"))
        article = f" ({ground.facts.article})" if ground.facts else ""
        self.tool.setText(_("Tool: {tool}", tool=mechanism_words(transfer.mechanism, say) + article))
        known = known_for(ground, self._desk)
        for name, label in self.known.items():
            label.setText(known.get(name, ""))
            label.setVisible(bool(known.get(name)))

    def _lock(self, locked: bool) -> None:
        self.form.lock(locked)
        self.again.setEnabled(not locked)
        self.delete_button.setEnabled(not locked)

    def _on_again(self) -> None:
        """A copy, dated today, to be brought up to date."""
        if self.record is None or not self.commit():
            return
        record = self._desk.dossier.get(self.record.id, TransferAssessment)
        written = record and self._desk.history.do(duplication(self._desk.dossier, record, self._desk.clock()))
        if written and isinstance(written.changes[0].record, TransferAssessment):
            self.show_record(written.changes[0].record)

    def _on_delete(self) -> None:
        if self.record:
            self.deletion.delete([self.record], self.left.emit)


def _route(transfer: Transfer) -> str:
    """From whom to whom, and onward."""
    onward = [_(one.label) for one in transfer.onward]
    parties = [transfer.exporter or _("Exporter not recorded"), transfer.importer or _("Importer not recorded")]
    return " → ".join([*parties, *([", ".join(onward)] if onward else [])])
