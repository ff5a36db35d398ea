"""What is found in the record that is shown: beside the field where it is mended, the rest on top of the record."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.checks.finding import Finding
from dossier.i18n import Language, _, _n
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.mending import mend, mending_words
from dossier.ui.records.words import breakable
from dossier.ui.side import FINDINGS
from dossier.ui.tokens import S2, ToneName
from dossier.ui.weights import TONES
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button, escaped
from dossier.work.findings import by_weight, part_of
from dossier.work.mending import mending_of

if TYPE_CHECKING:
    from dossier.ui.records.record_view import RecordView

_MOST = 2  # banners on top of a record: more would hide it


class Found(QWidget):
    """The banners on top of a record; what a field can say is said beside it."""

    def __init__(self, desk: Desk, view: "RecordView") -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S2)
        self.hide()
        desk.watch.found.connect(self._on_found)

    def show_record(self, record: Record, more: Mapping[str, tuple[str, ToneName]] | None = None) -> None:
        """What is open in a record and in its part that is open, looked for now; `more` is said by the page itself."""
        say, found = self._desk.say, self._desk.watch.open_in(record)
        form = self._view.form
        self._view.form.say_beside({**beside(found, say), **(more or {})})
        for section in self._view.children_sections:
            part = section.open_record()
            if part and section.open:
                section.open.form.say_beside(beside(self._desk.watch.open_in(part), say))
        above = [one for one in found if not one.fields or not form.has(one.fields[0])]
        self._show(by_weight([*above, *self._of_parts(record)]))

    def _of_parts(self, record: Record) -> list[Finding]:
        """What the last look at the whole dossier found in the parts of a record."""
        findings = self._desk.watch.findings
        return [one for one in findings.open if part_of(one.record) == record.id] if findings else []

    def _show(self, found: Sequence[Finding]) -> None:
        said = tuple((one.check.id, one.record.id, words_of(one, self._desk.say)) for one in found)
        if said == self._shown:
            return
        self._shown = said
        while item := self._box.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in found[:_MOST]:
            self._box.addWidget(self._banner(finding))
        if len(found) > _MOST:
            n = len(found) - _MOST
            more = Button(_n("{n} more finding", "{n} more findings", n), "findings", "link")
            more.clicked.connect(lambda: self._desk.go_to_page(FINDINGS))
            self._box.addWidget(more)
        self.setVisible(bool(found))

    def _banner(self, finding: Finding) -> Banner:
        words = mending_words(finding)
        button = Button(escaped(words)) if words else None
        if button:
            button.clicked.connect(lambda: self._mend(finding))
        actions = [button] if button else []
        weight = _("{severity}:", severity=_(finding.severity.label))
        return Banner(TONES[finding.severity], weight, words_of(finding, self._desk.say), *actions)

    def _mend(self, finding: Finding) -> None:
        """Add the part that is missing, open and ready to be named, or go to where it is mended."""
        missing = mending_of(finding).missing
        section = next((one for one in self._view.children_sections if one.kind is missing), None)
        if section is None or self._desk.history.store.is_read_only:
            mend(self._desk, finding)
        else:
            section.add()

    def _on_found(self) -> None:
        record = self._view.record
        current = self._desk.dossier.get(record.id, type(record)) if record and self.isVisibleTo(self._view) else None
        if current is not None:
            self.show_record(current)


def words_of(finding: Finding, say: Language) -> str:
    """The sentence and the article that asks for it."""
    return breakable(f"{finding.sentence(say)} ({finding.article(say)})")


def beside(findings: Sequence[Finding], say: Language) -> dict[str, tuple[str, ToneName]]:
    """What each field is told, by its name: all that is found in it, with the tone of the heaviest."""
    said: dict[str, tuple[str, ToneName]] = {}
    for finding in findings:  # the heaviest come first
        name = finding.fields[0] if finding.fields else ""
        before, tone = said.get(name, ("", TONES[finding.severity]))
        said[name] = ("\n".join(filter(None, (before, words_of(finding, say)))), tone)
    return said
