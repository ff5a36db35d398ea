"""The cards of the overview: an open breach or request, the organisation."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from dossier.i18n import _
from dossier.model.fields import fields_of
from dossier.model.organisation import DpoDesignation
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.model.text import field_text, number_text
from dossier.ui.desk import Desk
from dossier.ui.languages import NAMES
from dossier.ui.tokens import S1, S2, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import column, row
from dossier.work.edits import name_of


class PressingCard(Card):
    """A procedure that is open: what it is, where it stands, the way to its record."""

    def __init__(self, desk: Desk, record: Record, standing: str = "") -> None:
        """`standing` is said before the facts: how its clock stands."""
        super().__init__(gap=S1)
        kind = record.kind
        facts = [
            _("{field}: {value}", field=_(field.show.label), value=text)
            for field in fields_of(type(record))
            if field.show.in_table and field.name not in ("reference", "name", "status")
            if (text := field_text(record, field, desk.say, str).replace("\n", ", "))
        ]
        told = filter(None, (standing, *facts[:4]))
        title = " · ".join(dict.fromkeys(filter(None, (record.reference, name_of(record)))))
        said = Label(_("{kind}, open", kind=_(kind.label)), "caption_strong", "text2")
        what = row(IconLabel(kind.icon or "note"), said, None)
        words = column(
            what,
            Label(title, "h2", wrap=True),
            Label(" · ".join(told), "body", "text2", wrap=True),
            gap=S1,
        )
        button = Button(_("Open the record"))
        button.clicked.connect(lambda: desk.go_to(record))
        self.add(row((words, 1), button, gap=S4))


def pressing_first(desk: Desk, requests: Sequence[Request]) -> list[tuple[Request, str]]:
    """Requests with how their clock stands, the one to be answered first in front."""
    if not requests:
        return []
    from dossier.law.request_clock import clock_in  # most dossiers have no request open
    from dossier.law.request_words import standing_words

    clocks = [(request, clock_in(desk.dossier, request)) for request in requests]
    clocks.sort(key=lambda pair: pair[1].due or date.max)
    return [(request, standing_words(clock, desk.clock().date(), desk.say)) for request, clock in clocks]


class OrganisationCard(Card):
    """Who keeps the dossier."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open = Button(_("Open the record"), role="link")
        super().__init__(_("Organisation"), self._open)
        self._open.clicked.connect(self._on_open)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(S4)
        self._grid.setVerticalSpacing(S2)
        self._grid.setColumnStretch(1, 1)
        names = (_("Legal name"), _("SIREN"), _("Address"), _("Officer"), _("Records"), _("Language of the content"))
        self._values = [Label(wrap=True) for _name in names]
        for line, (name, value) in enumerate(zip(names, self._values, strict=True)):
            label = Label(name, "caption", "text3", wrap=True)
            label.setMaximumWidth(130)
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, line, 1)
        self.add(self._grid, None)
        self.refresh()  # before Qt gives the labels their ink: giving another one is slow

    def refresh(self) -> None:
        dossier = self._desk.dossier
        organisation = dossier.organisation
        officers = [one.title or one.company for one in dossier.of(DpoDesignation) if one.ended_on is None]
        place = [organisation.address, f"{organisation.postal_code} {organisation.city}"] if organisation else []
        texts = (
            organisation.name if organisation else "",
            organisation.siren if organisation else "",
            ", ".join(filter(None, (line.strip().replace("\n", ", ") for line in place))),
            ", ".join(filter(None, officers)),
            number_text(len(dossier), self._desk.say),
            NAMES[dossier.content_language],
        )
        for label, text in zip(self._values, texts, strict=True):
            label.setText(text or _("Not filled in yet"))
            label.set_ink("text" if text else "text3")

    def _on_open(self) -> None:
        organisation = self._desk.dossier.organisation
        if organisation is not None:
            self._desk.go_to(organisation)
