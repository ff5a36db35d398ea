"""The page of one breach: its head, the form of the CNIL, what surrounds it; one view serves all breaches in turn."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.model.breach import Breach, BreachCommunication, BreachEvent, BreachParty
from dossier.model.record import Moment, Record
from dossier.model.vocabulary_procedures import BreachRole
from dossier.store.edit import Edit
from dossier.ui.breach.decision import DecisionField
from dossier.ui.breach.form_head import FormHead
from dossier.ui.breach.form_order import DECIDED, DECISION, FOLLOW_UP, INCIDENT, ITEMS, LATE, declared
from dossier.ui.breach.head import BreachHead
from dossier.ui.breach.notifications import NotificationsCard
from dossier.ui.breach.progress import Progress
from dossier.ui.breach.severity import SeverityCard
from dossier.ui.breach.timeline import Timeline
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import RecordForm, Section
from dossier.ui.records.record_head import RecordHead
from dossier.ui.records.record_view import RecordView, local_files
from dossier.ui.tokens import PAGE_MARGIN, S4, ToneName
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Hairline
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work import breach_edits
from dossier.work.edits import name_of

_MINUTE = 60_000
_FORM, _SIDE = 7, 5  # how the form and what stands beside it share the width


class BreachView(RecordView):
    """Free order: everything can be filled in at any time."""

    advanced = Signal()
    """Time has passed, or something was written: the next step may be another."""

    def __init__(self, desk: Desk) -> None:
        self.severity, self.timeline, self.sent = SeverityCard(desk), Timeline(desk), NotificationsCard(desk)
        self.form_head = FormHead(desk)
        self.decision_field = DecisionField(desk)
        super().__init__(Breach, desk)
        self.timeline.attach_asked.connect(self._on_attach_to)
        self._connect_awareness()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.tell_time)
        self._minute.start(_MINUTE)

    @property
    def progress(self) -> Progress | None:
        """Where the breach that is shown stands, now."""
        record = self._desk.dossier.get(self.record.id, Breach) if self.record else None
        if not isinstance(record, Breach):
            return None
        return Progress(self._desk.dossier, record, self._desk.clock(), self._desk.say)

    def make_head(self) -> RecordHead:
        self.breach_head = BreachHead(Breach, self._desk)
        return self.breach_head

    def make_form(self) -> RecordForm:
        self.late = LATE.section()
        self.late.hide()
        self.incident = Section("", declared(*INCIDENT), titled=False)
        self.items = {item.number: item.section() for item in ITEMS}
        self.decision = Section("", declared(*DECISION), titled=False)
        self.decided = Section("", declared(*DECIDED), titled=False)
        self.follow_up = Section(_("Follow-up and closing"), declared(*FOLLOW_UP, "reference"))
        sections = [self.late, self.incident, *self.items.values(), self.decision, self.decided, self.follow_up]
        form = RecordForm(Breach, self._desk, sections)
        form.take(self.breach_head.title_field)
        form.take(self.decision_field)
        return form

    def make_parts(self) -> list[ChildSection]:
        self.communications = ChildSection(BreachCommunication, self._desk, self._sent_now)
        self.parties = ChildSection(BreachParty, self._desk, self._party_values)
        return [self.parties, self.communications, self.sent.section]

    def lay_out(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setSpacing(S4)
        head = column(self.files, self.head, gap=0)
        above = column(self._locked, self.deletion, self._changed, self.found, head, gap=S4)
        grid.addWidget(above, 0, 0, 1, 2)
        grid.addWidget(self._form_column(), 1, 0)
        grid.addWidget(self._side_column(), 1, 1)
        grid.setColumnStretch(0, _FORM)
        grid.setColumnStretch(1, _SIDE)
        grid.setRowStretch(1, 1)
        self.area = scroll(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)
        keep_gutter(self.area, PAGE_MARGIN, S4)

    def _form_column(self) -> QWidget:
        form = Card(gap=S4).add(self.form_head, self.late, self.incident)
        for number, section in self.items.items():
            form.add(section)
            if beside := {5: self.parties, 17: self.communications}.get(number):
                form.add(beside)
        return column(form, None, gap=S4)

    def _side_column(self) -> QWidget:
        self.severity.add(self.decision_field, self.decision, self.decided)
        rest = Card(gap=S4).add(self.follow_up, Hairline(), self.used_by, Hairline(), self.past)
        return column(self.severity, self.timeline, self.sent, rest, None, gap=S4)

    def _connect_awareness(self) -> None:
        asked = self.breach_head.awareness
        asked.now_asked.connect(lambda: self._answer(breach_edits.awareness))
        asked.suspicion_asked.connect(lambda: self._answer(breach_edits.suspicion))
        asked.dismissal_asked.connect(lambda: self._answer(lambda breach, _at: breach_edits.dismissal(breach)))
        asked.earlier_asked.connect(lambda: self.go_to_field("aware_at"))

    def show_found(self, record: Record) -> None:
        """With the time: what is found depends on it."""

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        if isinstance(record, Breach):
            self.severity.show_breach(record)
        self.tell_time()

    def tell_time(self) -> None:
        """What changes as time goes by; once a minute, and after each edit."""
        progress = self.progress
        if progress is None:
            return
        self.breach_head.show_progress(progress)
        self.late.setVisible(progress.clock.needs_reasons(progress.now) or bool(progress.breach.delay_reasons))
        self.decision_field.setVisible(not progress.is_processor or progress.breach.notify is not None)
        self.decided.setVisible(progress.breach.notify is not None or bool(progress.breach.cnil_reference))
        self.timeline.show_progress(progress)
        self.sent.show_progress(progress)
        self.form_head.show_progress(progress)
        self.found.show_record(progress.breach, _late(progress))
        self.advanced.emit()

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.severity.lock(locked)
        self.timeline.lock(locked)

    def unwritten(self) -> list[Unwritten]:
        note = _("A note on {name} is typed and not written: press Enter in it, or close again: then it is lost.")
        score = _("An assessment of {name} is not kept yet: keep it, or close again: then it is lost.")
        begun = [*((one, note) for one in self.timeline.unwritten()), *((one, score) for one in self.severity.unkept())]
        found = [(self._desk.dossier.get(one), why) for one, why in begun]
        more = [Unwritten(one.id, "", why.format(name=name_of(one))) for one, why in found if one]
        return [*super().unwritten(), *more]

    def focus_note(self) -> None:
        """Ready to note an event."""
        self.area.ensureWidgetVisible(self.timeline.line)
        self.timeline.line.take_focus()

    def assess(self) -> None:
        """Go to what the assessment still needs: the answers of the score, then the decision and its reasons."""
        progress = self.progress
        if progress is None:
            return
        if progress.assessment is None:
            self.severity.assess()
            self.area.ensureWidgetVisible(self.severity.form)
        elif progress.breach.notify is None:
            self.go_to_field("notify")
        else:
            self.go_to_field("notify_reasons")

    def name_controller(self) -> None:
        """Go to where the controllers are named."""
        self.parties.add()
        self.area.ensureWidgetVisible(self.parties)

    def _answer(self, made: Callable[[Breach, Moment], Edit]) -> None:
        """Write an answer to when one became aware, as of now."""
        if not self.commit() or (progress := self.progress) is None:
            return
        self._desk.history.do(made(progress.breach, breach_edits.moment_in(progress.dossier, progress.now)))

    def _sent_now(self) -> dict[str, object]:
        return {"sent_at": breach_edits.moment_in(self._desk.dossier, self._desk.clock())}

    def _party_values(self) -> dict[str, object]:
        is_processor = self.progress is not None and self.progress.is_processor
        return {"role": BreachRole.CONTROLLER if is_processor else BreachRole.PROCESSOR}

    def _on_attach_to(self, event: BreachEvent, paths: Sequence[Path]) -> None:
        self.attach(paths, to=event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped on an event belongs to it."""
        row = self.timeline.row_at(self.mapToGlobal(event.position().toPoint()))
        if row is None or row.happening.event is None:
            super().dropEvent(event)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.attach(local_files(event.mimeData().urls()), to=row.happening.event)


def _late(progress: Progress) -> dict[str, tuple[str, ToneName]]:
    """The field that the law asks for as soon as the delay is passed."""
    if not progress.clock.needs_reasons(progress.now) or progress.breach.delay_reasons:
        return {}
    return {"delay_reasons": (_("To be filled in: article 33(1) asks for the reasons after 72 h"), "blocking")}
