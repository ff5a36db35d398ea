"""The two tables below the list: the dated adequacy decisions, and the transfers by country."""

from collections.abc import Sequence
from dataclasses import replace

from dossier.i18n import _
from dossier.law.adequacy import Decision, decisions
from dossier.law.transfer_countries import CountryRow, leaning_on
from dossier.law.transfer_words import end_words, mechanism_words, scope_words
from dossier.model.text import date_text, fold
from dossier.ui.desk import Desk
from dossier.ui.records.words import NOTHING
from dossier.ui.transfers.cells import destination_cell
from dossier.ui.widgets.lines_table import Line, LinesTable
from dossier.ui.widgets.table import Cell


class DecisionsTable(LinesTable):
    """Every decision that there was, those that transfers lean on first, then by the names of the countries."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        titles = _("Country"), _("Decision"), _("Transfers"), _("End"), _("Data of")
        super().__init__(_("Adequacy decisions"), *titles)

    def show_rows(self, rows: Sequence[CountryRow]) -> None:
        say = self._desk.say
        leaning = {decision.reference: leaning_on(decision, rows) for decision in decisions()}

        def line(decision: Decision) -> Line:
            n, origin = leaning[decision.reference], decision.origin
            read = _("source read") if origin.verified else _("source not read again")
            return (
                Cell(_(decision.country.label), scope_words(decision, say)),
                Cell(decision.reference, date_text(decision.start, say)),
                Cell(str(n), tone="ok", icon="link") if n else Cell(NOTHING),
                Cell(end_words(decision, say) if decision.end else NOTHING),
                Cell(date_text(origin.checked, say), read),
            )

        def place(decision: Decision) -> tuple[int, str]:
            return -leaning[decision.reference], fold(_(decision.country.label))

        self.show_lines(sorted(decisions(), key=place), line)


class CountriesTable(LinesTable):
    """What each country is today, and how many transfers lead there, to whom, on which ground."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        titles = _("Country"), _("On this day"), _("Mechanism, assessment"), _("Transfers")
        super().__init__(_("Transfers by country"), *titles)

    def show_rows(self, rows: Sequence[CountryRow]) -> None:
        self.show_lines(rows, self._line)

    def _line(self, row: CountryRow) -> Line:
        say = self._desk.say
        mechanisms = [mechanism_words(one, say) for one in row.mechanisms]
        concluded = [say(one.label) if one else _("impact assessment to make") for one in row.conclusions]
        return (
            Cell(_(row.country.label) if row.country else _("Country not recorded"), _receives(row)),
            self._status(row),
            Cell(", ".join(mechanisms) or NOTHING, ", ".join(concluded)),
            Cell(str(len(row.grounds)), tone="info", icon="link"),
        )

    def _status(self, row: CountryRow) -> Cell:
        """What the country is, with the decision in force and its end."""
        say, decision = self._desk.say, row.decision
        below = decision.reference if decision else ""
        if decision and decision.end:
            below = _("{reference}, until {day}", reference=below, day=date_text(decision.end, say))
        return replace(destination_cell(row.destination, say), second=below)


def _receives(row: CountryRow) -> str:
    """Who receives data there, or that it is reached onward only."""
    return ", ".join(row.importers) if row.direct else _("onward transfer")
