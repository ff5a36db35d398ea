"""What the checks find in a breach, beside the fields where it is mended; the rest stands on top of the page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.checks.finding import Finding, Severity
from dossier.checks.run import findings_for
from dossier.i18n import _
from dossier.ui.breach.progress import Progress
from dossier.ui.records.form import RecordForm
from dossier.ui.tokens import S2, ToneName
from dossier.ui.widgets.banner import Banner

_TONES: dict[Severity, ToneName] = {
    Severity.BLOCKING: "blocking",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.TO_CHECK: "check",
    Severity.INFO: "info",
}


class Findings(QWidget):
    """The banners on top; they say what no field can."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S2)
        self.hide()

    def show_progress(self, progress: Progress, form: RecordForm) -> None:
        """Say what is found, each once."""
        found = findings_for(progress.dossier, progress.breach, progress.now)
        beside: dict[str, tuple[str, ToneName]] = {}
        for finding in found:
            for name in finding.fields[:1]:
                beside.setdefault(name, (_words(finding, progress), _TONES[finding.severity]))
        if progress.clock.needs_reasons(progress.now) and not progress.breach.delay_reasons:
            beside["delay_reasons"] = (_("To be filled in: article 33(1) asks for the reasons after 72 h"), "blocking")
        for name, field in form.fields.items():
            field.show_finding(*beside.get(name, ("", "minor")))
        self._show([finding for finding in found if not finding.fields], progress)

    def _show(self, found: Sequence[Finding], progress: Progress) -> None:
        said = tuple(_words(finding, progress) for finding in found)
        if said == self._said:
            return
        self._said = said
        while item := self._box.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding, words in zip(found, said, strict=True):
            self._box.addWidget(Banner(_TONES[finding.severity], words))
        self.setVisible(bool(found))


def _words(finding: Finding, progress: Progress) -> str:
    return f"{finding.sentence(progress.say)} ({finding.article})"
