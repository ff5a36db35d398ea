"""The record of processing activities: where the register of transfers stays, each activity tells its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from dossier.model.activity import Activity
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.transfer import Transfer
from dossier.report.columns import TextColumn
from dossier.report.content import OwnText, Pairs
from dossier.report.parts import TRANSFERRED
from dossier.report.sheets import Columns, RegisterWriter


class ActivityRegister(RegisterWriter):
    """The chapter of the activities (art. 30(1)(e): the countries of the transfers leave with it)."""

    def _summary_columns(self, kind: type[Record]) -> Columns:
        columns = super()._summary_columns(kind)
        if any(map(self._transfers, self.dossier.of(Activity))):
            columns.append(TextColumn(self.say(Transfer.kind.plural), self._transfers))
        return columns

    def _links(self, record: Record) -> Iterator[Pairs]:
        if transfers := self._transfers(record):
            yield Pairs([(self.say(Transfer.kind.plural), transfers)])
        yield from super()._links(record)

    def _transfers(self, record: Record) -> str:
        """One a line; "" where their register tells them."""
        return OwnText("\n".join(map(self._told, self._of_activities[record.id])))

    @cached_property
    def _of_activities(self) -> Mapping[str, list[Transfer]]:
        found = defaultdict[str, list[Transfer]](list)
        for transfer in () if Transfer in self.words.printed else self.dossier.of(Transfer):
            for activity in transfer.activities:
                found[activity].append(transfer)
        return found

    def _told(self, transfer: Transfer) -> str:
        """TRF-001 – Hosting, United States, Standard contractual clauses."""
        cells = [self.words.cell(transfer, field_of(Transfer, name)) for name in TRANSFERRED]
        return f"{transfer.reference} – {', '.join(filter(None, cells))}"
