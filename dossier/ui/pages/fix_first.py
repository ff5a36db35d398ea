"""The card of the overview that says what to mend first: filled in when the window is there, and as high before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from dossier.i18n import _, _n
from dossier.ui.desk import Desk
from dossier.ui.icons import paint_icon
from dossier.ui.side import FINDINGS
from dossier.ui.tokens import S3, Tokens, ToneName
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.painting import two_lines, words
from dossier.ui.widgets.rows import PaintedRow
from dossier.ui.widgets.severity_bar import SeverityBar

if TYPE_CHECKING:  # nothing of the checks is imported before the first paint
    from dossier.checks.finding import Finding
    from dossier.work.findings import Findings

FIRST = 3
_HIGH, _LINE = 68, 19  # two lines of a sentence, which names its record before it says what is missing, and one below


class FixRow(PaintedRow):
    """One finding, or the room for one."""

    def __init__(self) -> None:
        super().__init__(_HIGH, self._draw_finding, "")
        self.finding: Finding | None = None
        self._tone: ToneName = "none"
        self._sentence = self._word = self._below = ""
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_finding(self, finding: "Finding | None", tone: ToneName, sentence: str, word: str, below: str) -> None:
        self.finding, self._tone = finding, tone
        self._sentence, self._word, self._below = sentence, word, below
        spoken = ", ".join(filter(None, (sentence, word, below)))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setEnabled(finding is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if finding else Qt.FocusPolicy.NoFocus)
        self.update()

    def _draw_finding(self, painter: QPainter, rect: QRectF, k: Tokens) -> None:
        if not self._sentence:
            return
        ink = k.tone(self._tone).fg
        paint_icon(painter, QRectF(rect.left() + 2, 8, 16, 16), self._tone, ink, 2.0)
        if self.finding is not None:
            paint_icon(painter, QRectF(rect.right() - 18, rect.center().y() - 8, 16, 16), "chevron-right", k.text2, 2.0)
        upper = QRectF(rect.left() + 28, 6, rect.width() - 28 - 34, _LINE)
        first, second = two_lines(self._sentence, "body", upper.width())
        for line in filter(None, (first, second)):
            words(painter, upper, line, "body", k.text)
            upper.translate(0, _LINE)
        taken = words(painter, upper, self._word, "caption_strong", ink)
        rest = upper.adjusted(taken + 6, 0, 0, 0)
        words(painter, rest, self._below, "caption", k.text3)


class FixFirst(Card):
    """The heaviest findings, each a way to where it is mended."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.all_button = Button(_("All findings"), role="link")
        super().__init__(_("Fix first"), self.all_button, gap=S3)
        self.all_button.clicked.connect(lambda: desk.go_to_page(FINDINGS))
        self.bar, self.rows = SeverityBar(), [FixRow() for _i in range(FIRST)]
        self.add(self.bar)
        for row in self.rows:
            row.clicked.connect(self._on_row)
            self.body.addWidget(row)
        self.body.setSpacing(2)
        self.body.insertSpacing(self.body.indexOf(self.bar) + 1, S3)
        desk.watch.found.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what was found last; before anything was looked for, the room for it."""
        if self._desk.watch.findings is not None:
            self._show(self._desk.watch.findings)

    def _show(self, findings: "Findings") -> None:
        from dossier.ui.weights import TONES, parts_of
        from dossier.work.findings import to_fix_first

        say, found = self._desk.say, to_fix_first(findings, FIRST)
        self.bar.show_parts(parts_of(findings, say))
        n = len(findings.open)
        self.all_button.setText(_n("See the {n} finding", "See the {n} findings", n) if n else _("All findings"))
        for row, finding in zip(self.rows, [*found, *[None] * FIRST], strict=False):
            if finding is None:
                row.show_finding(None, "none", "", "", "")
                continue
            below = " · ".join(filter(None, (finding.article(say), finding.record.reference)))
            sentence = " ".join(finding.sentence(say).split())
            row.show_finding(finding, TONES[finding.severity], sentence, say(finding.severity.label), f"· {below}")
        if not n:
            self.rows[0].show_finding(None, "ok", _("Nothing stands open."), "", "")

    def _on_row(self) -> None:
        from dossier.ui.mending import mend

        row = self.sender()
        if isinstance(row, FixRow) and row.finding is not None:
            mend(self._desk, row.finding)
