"""What stands below the list of transfers: what the registers imply, countries, adequacy decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from dossier.i18n import _
from dossier.law.adequacy import Decision
from dossier.law.data import said
from dossier.law.implied_transfers import Implied, implied_transfers
from dossier.law.transfer_countries import CountryRow, transfers_by_country
from dossier.law.transfer_links import TransferLinks
from dossier.law.transfer_words import data_words, decision_words, origin_words
from dossier.model.dossier import Dossier
from dossier.ui.desk import Desk
from dossier.ui.tokens import S2, S3, S4
from dossier.ui.transfers.proposed import ProposedList
from dossier.ui.transfers.tables import CountriesTable, DecisionsTable
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column
from dossier.ui.widgets.scroll import keep_gutter, scroll
from dossier.ui.widgets.segmented import Option, Segmented

PROPOSED, COUNTRIES, DECISIONS = "proposed", "countries", "decisions"


@dataclass(frozen=True)
class Facts:
    """What is computed of the whole dossier, away from the window's thread."""

    rows: Sequence[CountryRow] = ()
    implied: Sequence[Implied] = ()


def facts_of(dossier: Dossier, today: date) -> Facts:
    return Facts(transfers_by_country(dossier, today), implied_transfers(TransferLinks(dossier), today))


class Around(Card):
    """One of three at a time; where something is proposed, that is shown first."""

    creation_asked = Signal(object)
    """An implied transfer that is to be recorded."""
    country_asked = Signal(object)
    """A country whose transfers are to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=1)
        self._desk, self._chosen = desk, False
        options = [
            Option(DECISIONS, _("Adequacy decisions")),
            Option(COUNTRIES, _("By country")),
            Option(PROPOSED, _("Proposed {n}", n=0)),
        ]
        self.which = Segmented(options, DECISIONS, compact=True)
        self.note = Label(data_words(desk.say), "caption", "text3", wrap=True)
        self.quoted = Label("", "caption", "text2", wrap=True)
        self.decisions, self.countries, self.proposed = DecisionsTable(desk), CountriesTable(desk), ProposedList(desk)
        self._stack = QStackedWidget()
        self._quote = column(self.quoted, margins=(S3, 0, S3, S2))
        self._quote.hide()
        self._stack.addWidget(column((self.decisions, 1), self._quote, gap=S2))
        self._stack.addWidget(self.countries)
        proposed = scroll(self.proposed)
        keep_gutter(proposed, S4, S2)
        self._stack.addWidget(column((proposed, 1), margins=(S3, 0, 0, 0)))
        self.add(column(flow(self.which, self.note), margins=(S3, S3, S3, 0)), (self._stack, 1))
        self.which.changed.connect(self._on_which)
        self.decisions.asked.connect(self._on_decision)
        self.countries.asked.connect(self.country_asked)
        self.proposed.asked.connect(self.creation_asked)

    def hasHeightForWidth(self) -> bool:
        """No: what does not fit scrolls, and the list above keeps its share."""
        return False

    def show_facts(self, facts: Facts) -> None:
        self.decisions.show_rows(facts.rows)
        self.countries.show_rows(facts.rows)
        self.proposed.show_implied(facts.implied)
        self.which.parts[2].say(_("Proposed {n}", n=len(facts.implied)))
        if not self._chosen:
            self.show_part(PROPOSED if facts.implied else DECISIONS)

    def show_part(self, which: str) -> None:
        self.which.set_value(which)
        self._stack.setCurrentIndex((DECISIONS, COUNTRIES, PROPOSED).index(which))

    def _on_which(self, which: str) -> None:
        self._chosen = True
        self.show_part(which)

    def _on_decision(self, decision: Decision) -> None:
        """The decision quoted below the table."""
        say = self._desk.say
        note = said(decision.note, say) if decision.note else ""
        words = (f"{decision_words(decision, say)}.", note, origin_words(decision.origin, say))
        self.quoted.setText(" ".join(filter(None, words)))
        self._quote.show()
