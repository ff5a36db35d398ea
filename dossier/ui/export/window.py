"""The export: for whom, what leaves, the pages as they will be, where; made off the window's thread."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dossier.errors import DossierError, FileLocked
from dossier.i18n import _, _n
from dossier.model.vocabulary_pack import PackPart
from dossier.report.redaction import Naming
from dossier.report.scope import Scope, Sender
from dossier.ui import theme
from dossier.ui.background import Task
from dossier.ui.desk import Desk
from dossier.ui.export.choice import Choice, FirstLook
from dossier.ui.export.looking import Looking
from dossier.ui.export.noted import noted
from dossier.ui.export.options import OptionsPart
from dossier.ui.export.place import PlacePart, written_banners
from dossier.ui.export.preview import PreviewPanel
from dossier.ui.export.recipient import RecipientPart
from dossier.ui.export.request import EVERYTHING, ExportRequest
from dossier.ui.export.sections import Sections
from dossier.ui.export.staying import in_short
from dossier.ui.export.ticks import part_of
from dossier.ui.navigation import place_of
from dossier.ui.tokens import S3, S4, S5, S6
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Hairline
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.painting import painter_for
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work.composing import wrong_days
from dossier.work.exported_told import refuse_unrecorded
from dossier.work.hand_over import HandedOver, Recipient
from dossier.work.preview import Preview
from dossier.work.sender import sender_of, sender_of_organisation

_SHARES = (28, 40, 38)  # of the width: for whom, sections, preview


class ExportWindow(QDialog):
    """Modeless: one can go on working; what is written is the dossier as it stood when that was asked for."""

    def __init__(self, parent: QWidget, desk: Desk, request: ExportRequest = EVERYTHING) -> None:
        super().__init__(parent)
        self._desk, self._selected, self._alone = desk, request.selected, request.alone
        self.request, self._refused, self._to = request, "", Recipient("")
        self._part = part_of(type(request.alone)) if request.alone else PackPart.SUMMARY
        self._begins_at_cover = False
        self.setWindowTitle(_("Export as PDF"))
        self.setMinimumSize(1000, 600)
        self.resize(1180, 740)
        self.recipient, self.options = RecipientPart(desk.dossier), OptionsPart(desk)
        self.sections, self.preview, self.place = Sections(desk.dossier), PreviewPanel(), PlacePart()
        self.looking = Looking(self)
        self.chosen = Banner("info", "", "", self._all_records(), icon="filter")
        self._lay_out()
        self._connect()
        self._begin(request)

    def _all_records(self) -> Button:
        self.all_records = Button(_("All records"), role="link")
        self.all_records.clicked.connect(self._on_all_records)
        return self.all_records

    def _lay_out(self) -> None:
        asked = scroll(column(self.recipient, self.options, None, gap=S3))
        keep_gutter(asked, S4, 0)
        asked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        middle = column(self.chosen, (self.sections, 1), gap=S3)
        middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        order = ReadingOrder()
        columns = QHBoxLayout()
        columns.setSpacing(S5)
        for widget, share in zip((asked, middle, self.preview), _SHARES, strict=True):
            columns.addWidget(widget, share)
        whole = QVBoxLayout(order)
        whole.setContentsMargins(S6, S5, S6, S4)
        whole.setSpacing(S4)
        whole.addLayout(columns, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(order)

    def _connect(self) -> None:
        self.recipient.changed.connect(self._on_recipient)
        self.recipient.named.connect(self._allow)
        self.sections.changed.connect(self.refresh)
        self.sections.looked_at.connect(self._on_looked_at)
        self.options.changed.connect(self.refresh)
        self.options.signature_changed.connect(self._on_signature)
        self.options.names.asked.connect(self._on_naming)
        self.looking.begun.connect(self._on_begun)
        self.looking.laid_out.connect(self.preview.show_progress)
        self.looking.named.connect(self.options.names.show_namings)
        self.looking.whole.connect(self._on_whole)
        self.looking.failed.connect(self._on_refused)
        self.place.create_asked.connect(self.write)
        self.place.leave_asked.connect(self.close)
        self._desk.history.changed.connect(self._on_changed)

    def _begin(self, request: ExportRequest) -> None:
        if request.exchange:
            self.recipient.answer(request.exchange)
            self.options.answer(self.recipient.asked_documents)
        asked = (*request.only, *self.recipient.asked_parts) or self.recipient.audience.asked
        self.sections.ask(asked, self.recipient.audience.profile)
        self.chosen.setVisible(bool(self._selected or self._alone))
        if self._alone:
            words = f"{self._alone.reference} – {self._alone.title}"
            self.chosen.say("info", _("One record alone:"), words, icon="filter")
            self._show_alone(True)
        elif self._selected:
            count = sum(map(len, self._selected.values()))
            said = _n("{n} record chosen in the list.", "{n} records chosen in the list.", count)
            self.chosen.say("info", said, _("Of its register, no other leaves."), icon="filter")
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a line of text creates nothing
        self.recipient.take_focus()
        self.refresh()

    @property
    def scope(self) -> Scope:
        """What leaves, as it is chosen now."""
        asked, options = self.sections.ticks(), self.options
        return Scope(
            language=options.code,
            now=self._desk.clock(),
            profile=self.recipient.audience.profile,
            only=asked.only,
            ticked=asked.ticked,
            selected=self._selected,
            period=options.period,
            state_on=options.state_on.day,
            hides_names=options.hides_names.isChecked(),
            is_draft=options.is_draft.isChecked(),
            sender=self._sender(),
        )

    def _sender(self) -> Sender:
        if not self.options.is_from_sender:
            return sender_of_organisation(self._desk.history.store)
        try:
            return sender_of(self._desk.kept.preferences)
        except DossierError as error:
            self.preview.show_nothing(str(error))
            return Sender(self._desk.kept.preferences.sender_name)

    def _choice(self) -> Choice:
        path = self._desk.history.store.path
        answered = self.recipient.chosen_exchange
        return Choice(
            self._desk.dossier,
            path,
            self.scope,
            self._part,
            self._alone,
            answered,
            self.options.shows_signature,
            self._begins_at_cover,
        )

    def _on_changed(self, _edit: object) -> None:
        """The dossier is another: what is offered, counted and seen is of it."""
        dossier = self._desk.dossier
        self._alone = self._alone and (dossier.get(self._alone.id) or self._alone)
        self.recipient.follow(dossier)
        self.sections.follow(dossier)
        self.refresh()

    def _why_nothing(self) -> str:
        """Why nothing can leave, "" where something can."""
        if self._alone:
            is_there = self._desk.dossier.get(self._alone.id) is not None
            return self.options.error if is_there else _("This record is no longer in the dossier.")
        return self.options.error if self.sections.parts else _("Tick at least one section.")

    def refresh(self) -> None:
        """Something else is chosen: look at it."""
        self.options.say_wrong(wrong_days(self.scope))
        parts, why_nothing = self.sections.parts, self._why_nothing()
        if parts and self._part not in parts and not self._alone:
            self._part = parts[0]
        self._refused = why_nothing
        self._allow()
        self._propose()
        self.sections.forget_pages()
        self.sections.show_asked(self.recipient.asked_parts, self.recipient.audience.code == "authority")
        self.sections.show_internal()
        self.sections.show_looked_at(self._part)
        if why_nothing:
            self.looking.stop()
            self.preview.show_nothing(why_nothing)
            if not self.options.error:
                self.sections.show_all_staying()
        else:
            self.looking.look(self._choice())

    def _allow(self) -> None:
        """Whether a PDF can be created as it is chosen; for somebody who is named, only where that can be noted."""
        unrecorded = ""
        if self.recipient.recipient.name:
            try:
                refuse_unrecorded(self._desk.history.store)
            except FileLocked as error:
                unrecorded = str(error)
        self.recipient.say_refused(unrecorded)
        self.place.allow(self._refused or unrecorded)

    def _propose(self) -> None:
        organisation, now = self._desk.dossier.organisation, self._desk.clock()
        name = organisation.title if organisation else ""
        if self._alone:
            name = f"{name} {self._alone.reference}"
        self.place.propose(self._desk.history.store.path.parent, name, f"{now:%Y-%m-%d}", self.options.code)

    def write(self) -> None:
        """Write it; what is chosen meanwhile is for the next time."""
        if self.place.task or not self.place.begin.isEnabled():
            return
        choice, target = self._choice(), self.place.claim()
        documents, signing = self.options.documents.chosen, self.options.signing
        self._to = self.recipient.recipient
        task = Task(lambda progress: choice.write(target, documents, signing, progress))
        task.done.connect(self._on_written)
        task.failed.connect(self.place.say_refused)
        task.stopped.connect(self.place.say_stopped)
        self.looking.stop()
        self.place.run(task, self.preview.laid_out)

    def _on_written(self, handed: HandedOver) -> None:
        self.place.wrote.add(handed.exported.path)
        self.place.end(*written_banners(handed), noted(self._desk, handed, self._to))

    def _on_recipient(self) -> None:
        audience = self.recipient.audience
        self.sections.ask(tuple(self.recipient.asked_parts) or audience.asked, audience.profile)
        self.options.answer(self.recipient.asked_documents)
        self.refresh()

    def _on_signature(self) -> None:
        """The box of a signature is seen where it will stand."""
        self._begins_at_cover = self.options.shows_signature
        self.refresh()

    def _on_looked_at(self, part: PackPart) -> None:
        if part not in self.sections.parts:
            self.preview.note.setText(_("This section stays in the dossier: tick it to see its pages."))
            return
        self._part, self._begins_at_cover = part, False
        self.sections.show_looked_at(part)
        if not self.preview.show_part(part):
            self.looking.look(self._choice())

    def _on_begun(self, look: FirstLook) -> None:
        self.preview.show_beginning(look.preview)
        self.sections.show_staying(look.staying, in_short(look.staying))
        self.options.names.show_looking()
        self.options.documents.show_documents(look.documents, look.lost)

    def _on_whole(self, preview: Preview) -> None:
        self.preview.show_whole(preview)
        self.sections.show_pages(preview.parts, len(preview.pages))

    def _on_refused(self, sentence: str) -> None:
        """What cannot be seen is not created either."""
        self.preview.show_nothing(sentence)
        self._refused = sentence
        self._allow()

    def _on_naming(self, naming: Naming) -> None:
        """The field that names somebody, on its page."""
        self._desk.go_to_place(place_of(naming.record, self._desk.dossier, naming.field.name))
        if isinstance(parent := self.parent(), QWidget):
            parent.activateWindow()

    def _on_all_records(self) -> None:
        self._selected = {}
        self._alone = None
        self.chosen.hide()
        self._show_alone(False)
        self.refresh()

    def _show_alone(self, is_alone: bool) -> None:
        """Of one record alone nothing is chosen but how it leaves, and no document goes with it."""
        self.sections.show_alone(is_alone)
        self.options.documents.setVisible(not is_alone)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), theme.tokens().canvas)

    def done(self, result: int) -> None:
        """However it is closed, what runs is stopped: a file nobody waits for is not written."""
        self.looking.stop()
        self.place.cancel()
        self._desk.history.changed.disconnect(self._on_changed)
        super().done(result)
        self.deleteLater()
