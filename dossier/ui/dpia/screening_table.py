"""All activities with their screening: criteria met, type on the list, conclusion, what covers it, why it is waived."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal

from dossier.i18n import _, _n, current_language
from dossier.law.data import law_data
from dossier.law.dpia import Conclusion, Screening
from dossier.law.dpia_words import count_of
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.dpia.tones import conclusion_cell
from dossier.ui.records.words import NOTHING, main_cell, shortened
from dossier.ui.tokens import S1, S3
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.table import Cell

_NAMES = 170  # pixels that the names of activities keep
_LONGEST = 32  # letters of a reason or a type in a row; the screening shows them whole


class ScreeningTable(Card):
    """What is left to do comes first; a press opens the screening of an activity."""

    asked = Signal(str)
    """The identifier of an activity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=1)
        self._desk = desk
        self.counts = Label("", "strong", wrap=True)
        self.note = Label(rule_words(), "caption", "text3", wrap=True)
        titles = _("Activity"), _("Conclusion"), _("Criteria met"), _("CNIL's list"), _("DPIA"), _("Why none is made")
        self.table = LinesTable(_("Screening of the activities"), *titles)
        self.table.least_stretch = _NAMES
        self.table.asked.connect(lambda screening: self.asked.emit(screening.activity.id))
        self.add(column(self.counts, self.note, gap=S1, margins=(S3, S3, S3, S3)), (self.table, 1))

    def show_screenings(self, screenings: Sequence[Screening]) -> None:
        """Show every activity; nothing is changed."""
        self.counts.setText(_counts_words(screenings))
        self.table.show_lines(sorted(screenings, key=_place), self._line)

    def take_focus(self) -> None:
        if not self.table.currentIndex().isValid() and self.table.lines.rowCount():
            self.table.setCurrentIndex(self.table.lines.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, screening: Screening) -> Line:
        say, activity = self._desk.say, screening.activity
        suggested = len(screening.suggestions)
        second = _n("{n} suggested", "{n} suggested", suggested) if suggested else ""
        day = activity.dpia_screened_on
        conclusion = conclusion_cell(screening, self._desk)
        dpias = ", ".join(one.reference or one.name for one in screening.dpias)
        return (
            main_cell(activity),
            replace(conclusion, second=_("on {day}", day=date_text(day, say)) if day else ""),
            Cell(count_of(screening.criteria, say), second),
            self._types(screening),
            Cell(dpias, tone="ok", icon="link") if dpias else Cell(NOTHING),
            Cell(shortened(" ".join(activity.dpia_waiver.split()), _LONGEST) or NOTHING),
        )

    def _types(self, screening: Screening) -> Cell:
        """The first type, and how many others."""
        first, *others = screening.listed or (None,)
        words = shortened(self._desk.say(first.label), _LONGEST) if first else NOTHING
        return Cell(words, _n("and {n} other", "and {n} others", len(others)) if others else "")


def rule_words() -> str:
    """The rule, its sources, and the day on which our copy of them was checked."""

    data, say = law_data("dpia"), current_language()
    return _(
        "{n} of the nine criteria (WP248) mean an impact assessment in principle; "
        "a type on the CNIL's list (deliberation 2018-327) always does. Checked on {day}.",
        n=data["criteria_needed"],
        day=date_text(date.fromisoformat(data["checked"]), say),
    )


def _place(screening: Screening) -> tuple[bool, int]:
    return not screening.is_open, list(Conclusion).index(screening.conclusion)


def _counts_words(screenings: Sequence[Screening]) -> str:
    counts = Counter(one.conclusion for one in screenings)
    told = [_n("{n} activity", "{n} activities", len(screenings))]
    told += [_("{conclusion}: {n}", conclusion=_(one.label), n=counts[one]) for one in Conclusion if counts[one]]
    return " · ".join(told)
