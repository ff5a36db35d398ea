"""The register of transfers: its summary, one table by country with what each is on the day, and the sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.i18n import N_
from dossier.law.adequacy import Decision
from dossier.law.transfer_countries import CountryRow, transfers_by_country
from dossier.law.transfer_words import (
    data_words,
    decision_words,
    destination_words,
    end_words,
    mechanism_words,
    origin_words,
    scope_words,
)
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Note, OwnText, Part, Sheet
from dossier.report.sheets import RegisterWriter
from dossier.report.wording import SEPARATOR


class TransferRegister(RegisterWriter):
    """The chapter of the transfers."""

    def chapter(self, kind: type[Record]) -> Chapter:
        """The table by country needs the width, also where one transfer has no summary."""
        return replace(super().chapter(kind), landscape=True)

    def _below_summary(self, kind: type[Record]) -> Iterator[Part]:
        say = self.say
        of_ours: list[TextColumn[CountryRow]] = [
            TextColumn(say(N_("Transfers")), self._references),
            TextColumn(say(N_("Importer")), lambda row: OwnText(say(SEPARATOR).join(row.importers))),
            TextColumn(say(N_("Mechanism")), self._mechanisms),
            TextColumn(say(N_("Impact assessment")), self._conclusions),
        ]
        yield from self._by_country(of_ours)
        yield from super()._below_summary(kind)

    def sheet_alone(self, record: Record) -> Sheet:
        """With the decisions that its countries rest on."""
        told = super().sheet_alone(record)
        return replace(told, parts=[*told.parts, *self._by_country([])])

    def _by_country(self, of_ours: list[TextColumn[CountryRow]]) -> Iterator[Part]:
        """What each country is on the day, with what the organisation says of it, then the decisions word by word."""
        say, today = self.say, self.scope.seen_at.date()
        columns: list[TextColumn[CountryRow]] = [
            TextColumn(say(N_("Country")), self._country),
            TextColumn(say(N_("On this day")), self._status),
            *of_ours,
            TextColumn(say(N_("Decision")), lambda row: row.decision.reference if row.decision else ""),
            TextColumn(say(N_("End")), lambda row: end_words(row.decision, say) if row.decision else ""),
        ]
        rows = list(_places(transfers_by_country(self.dossier, today)))
        if rows:
            title = N_("Transfers by country on {day}") if of_ours else N_("The countries on {day}")
            yield grid_of(columns, rows, say(title, day=date_text(today, say)))
            yield Note(data_words(say))
            for decision in [row.decision for row in rows if row.decision]:
                yield Note(self._quoted(decision))

    def _country(self, row: CountryRow) -> str:
        """Where no country is recorded, the destination in the words of the organisation."""
        if row.country:
            return self.say(row.country.label)
        words = "".join(one.transfer.country_text for one in row.grounds)
        return OwnText(words) if words else self.say(N_("Country not recorded"))

    def _status(self, row: CountryRow) -> str:
        return destination_words(row.destination, self.say) if row.destination else ""

    def _references(self, row: CountryRow) -> str:
        """An onward transfer is marked: the country is not where the importer is."""
        onward = N_("{reference} (onward)")
        found = [(one.transfer.reference, one in row.direct) for one in row.grounds]
        return OwnText(", ".join(name if direct else self.say(onward, reference=name) for name, direct in found))

    def _mechanisms(self, row: CountryRow) -> str:
        told = [mechanism_words(one, self.say) for one in row.mechanisms if one or self.words.marks_gaps]
        return self.say(SEPARATOR).join(told)

    def _conclusions(self, row: CountryRow) -> str:
        """That one is still to be made is our judgement: internal readers have it."""
        missing = self.say(N_("To make")) if self.words.marks_gaps else ""
        told = [self.say(one.label) if one else missing for one in row.conclusions]
        return self.say(SEPARATOR).join(filter(None, told))

    def _quoted(self, decision: Decision) -> str:
        """The decision that a row of the table names, with what it covers and where that comes from."""
        is_told = decision.origin.verified or self.words.marks_gaps  # to verify a source is our user's task
        scope, origin = scope_words(decision, self.say), origin_words(decision.origin, self.say) if is_told else ""
        country = self.say(decision.country.label)
        words = N_("{country}: {decision}. {scope} {origin}")
        named = decision_words(decision, self.say)
        return self.say(words, country=country, decision=named, scope=scope, origin=origin).rstrip()


def _places(rows: Iterable[CountryRow]) -> Iterator[CountryRow]:
    """One row a country, and one a transfer where no country is recorded: those do not lead to the same place."""
    for row in rows:
        yield from [row] if row.country else [replace(row, grounds=(one,)) for one in row.grounds]
