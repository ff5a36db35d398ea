"""What the dossier sets for itself among the legal data: each value beside ours, and whether it counts."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import Language, _
from dossier.law.settings import ReferenceValue, fault_of, reference_values
from dossier.model.evidence import LegalSetting
from dossier.model.text import date_text, text_of
from dossier.ui.desk import Desk
from dossier.ui.pages.legal_editor import setting_words
from dossier.ui.records.words import breakable
from dossier.ui.tokens import S1, S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.work import edits


def standing_words(setting: LegalSetting, value: ReferenceValue | None, today: date, say: Language) -> str:
    """Whether a value set in the dossier counts and, where it does not, why."""
    fault = fault_of(setting)
    if fault or value is None:
        return say(fault.label) if fault else ""
    if setting.since and setting.since > today:
        return _("counts from {day} on", day=date_text(setting.since, say))
    ours = text_of(value.ours, say)
    return _("ours: {value}", value=ours) if value.setting == setting else _("another one counts instead")


class OwnValue(QWidget):
    """One value: what it is called, what the dossier sets, ours, since when and why."""

    asked = Signal(object)
    """The LegalSetting that is to be changed, or deleted where its key is unknown."""

    def __init__(self, setting: LegalSetting, value: ReferenceValue | None, desk: Desk) -> None:
        super().__init__()
        say, today = desk.say, desk.clock().date()
        self.setting = setting
        self.counts = value is not None and value.setting == setting
        duration = text_of(setting.duration, say) if setting.duration else ""
        name = value.name(say) if value else edits.name_of(setting)
        what = _("{name}: {value}", name=name, value=duration) if duration else name
        told = " · ".join(filter(None, (standing_words(setting, value, today, say), setting_words(setting, say))))
        self.told = f"{what} ({told})"
        icon = IconLabel("edit", "info") if self.counts else IconLabel("minor", "minor")
        said = (Label(breakable(what), "strong", wrap=True), Label(breakable(told), "caption", "text2", wrap=True))
        self.button = Button(_("Change"), "edit") if value else Button(_("Delete"), "trash")
        self.button.setEnabled(value is not None or not desk.history.store.is_read_only)
        self.button.clicked.connect(lambda: self.asked.emit(setting))
        self.button.setAccessibleName(f"{self.button.text()}: {name}")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, S1, 0, S1)
        box.addWidget(row(icon, (column(*said, gap=2), 1), self.button, gap=S4))


class OwnValues(Card):
    """Hidden as long as the dossier sets nothing."""

    asked = Signal(str)
    """The key of a value that is to be opened among its list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Values set in this dossier"), gap=S3)
        self._desk = desk
        self.values: list[OwnValue] = []
        self.hide()

    def refresh(self) -> None:
        """Show them as the dossier holds them now."""
        desk = self._desk
        for gone in self.values:
            gone.hide()
            gone.deleteLater()
        known = reference_values(desk.dossier, desk.clock().date())
        self.values = [OwnValue(one, known.get(one.key), desk) for one in desk.dossier.of(LegalSetting)]
        for shown in self.values:
            self.add(shown)
            shown.asked.connect(self._on_asked)
        self.setVisible(bool(self.values))

    def _on_asked(self, setting: LegalSetting) -> None:
        if setting.key in reference_values(self._desk.dossier, self._desk.clock().date()):
            self.asked.emit(setting.key)
        else:
            self._desk.history.do(edits.deletion(self._desk.dossier, [setting]))
