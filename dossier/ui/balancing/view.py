"""The guided balancing test of one purpose: six steps in free order, and where the test stands."""

from PySide6.QtWidgets import QVBoxLayout

from dossier.i18n import _
from dossier.law.balancing import BalanceState, missing_steps, state_of
from dossier.model.activity import Activity, Purpose
from dossier.model.fields import field_of
from dossier.ui.balancing.steps import ImpactSection, step_sections
from dossier.ui.balancing.table import TONES
from dossier.ui.desk import Desk
from dossier.ui.records.form import RecordForm
from dossier.ui.records.guided_form import GuidedForm
from dossier.ui.records.words import field_label, title_of
from dossier.ui.tokens import S2, S4, S5
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.work import balancing_edits
from dossier.work.edits import name_of


class BalancingView(GuidedForm[Purpose]):
    """Serves all purposes in turn; what is written is saved at once, as in every form."""

    def __init__(self, desk: Desk) -> None:
        self.sections = step_sections()
        super().__init__(desk, RecordForm(Purpose, desk, self.sections))
        self.name, self.about = Label("", "h2", wrap=True), Label("", "caption", "text3", wrap=True)
        self.open_activity = Button(_("Open the activity"), "activities")
        self.made_button = Button(
            _("Test made today"), "tick", "primary", tip=_("Dates the test, and notes who made it")
        )
        self.state = Banner("none", "")
        self._lay_out()
        self.open_activity.clicked.connect(self._on_open)
        self.made_button.clicked.connect(self.note_made)
        self.lock(desk.history.store.is_read_only)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(S5, S4, 0, 0)
        box.setSpacing(S2)
        names = column(self.name, self.about, gap=2)
        head = column(row((names, 1), self.open_activity, self.made_button), self.state, margins=(0, 0, S5, 0))
        inner = column(gap=S4, margins=(0, S2, S5, S4))
        layout = inner.layout()
        for place, section in enumerate(self.sections):
            if layout and place:
                layout.addWidget(Hairline())
            if layout:
                layout.addWidget(section)
        self.area = scroll(inner)
        keep_gutter(self.area, S5, S5)
        box.addWidget(head)
        box.addWidget(self.area, 1)

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.made_button.setEnabled(not locked)

    def go_to_step(self, name: str) -> None:
        """Bring a step into view, with the keyboard in it; the first one where the test has no such step."""
        self.form.reach(name if self.form.has(name) else "interest", self.area)

    def note_made(self) -> None:
        """The test that was written is dated today."""
        if self.record is None or not self.commit():
            return
        purpose = self._desk.dossier.get(self.record.id, Purpose)
        if isinstance(purpose, Purpose):
            self._desk.history.do(balancing_edits.made(purpose, self._desk.author, self._desk.clock().date()))
            self.open_activity.setFocus()

    def show_around(self, record: Purpose) -> None:
        activity = self._desk.dossier.get(record.activity or "", Activity)
        self.name.setText(title_of(record))
        told = (record.reference, name_of(activity) if activity else "", _("Legitimate interests, art. 6(1)(f)"))
        self.about.setText(" · ".join(filter(None, told)))
        self.open_activity.setVisible(activity is not None)
        for section in self.sections:
            if isinstance(section, ImpactSection):
                section.show_known(record, self._desk)
        state = state_of(record)
        tone, icon = TONES[state]
        self.state.say(tone, f"{_(state.label)}.", _follows(record), icon)
        self.made_button.setVisible(state is BalanceState.MADE and record.balancing_on is None)
        super().show_around(record)


def _follows(purpose: Purpose) -> str:
    """What the state of the test asks for next."""
    state = state_of(purpose)
    if state is BalanceState.UNFAVOURABLE:
        return _("Choose another basis for the purpose, add safeguards, or give it up.")
    if state is BalanceState.MADE:
        return _("Do it again when the purpose, the data or the persons change.")
    names = [field_label(field_of(Purpose, name)) for name in missing_steps(purpose)]
    return _(
        "Still to be written: {fields}. The weighing in words, or a document, may say it all.", fields=", ".join(names)
    )
