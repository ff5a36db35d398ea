"""The guarantees of a processor (art. 28(1) and (5)): which still hold, which end soon, which have ended."""

from collections import Counter

from dossier.i18n import _, _n
from dossier.law.processor_contract import Expiry, expiry_of
from dossier.model.fields import Field
from dossier.model.processor import Guarantee
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildSection
from dossier.ui.widgets.table import Cell


class GuaranteeSection(ChildSection):
    """The end of each is a state; the title counts those that ended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Guarantee, desk)

    def _cell(self, part: Record, field: Field) -> Cell:
        if field.name != "expires_on" or not isinstance(part, Guarantee) or part.expires_on is None:
            return super()._cell(part, field)
        today = self._desk.clock().date()
        day = date_text(part.expires_on, self._desk.say)
        match expiry_of(part.expires_on, today):
            case Expiry.PAST:
                return Cell(_("Expired on {day}", day=day), tone="major", icon="major")
            case Expiry.SOON:
                left = (part.expires_on - today).days
                return Cell(_("Until {day}, in {n} d", day=day, n=left), tone="minor", icon="clock")
        return Cell(_("Until {day}", day=day), tone="ok", icon="ok")

    def _show_rows(self) -> None:
        super()._show_rows()
        today = self._desk.clock().date()
        found = Counter(expiry_of(part.expires_on, today) for part in self._parts if isinstance(part, Guarantee))
        past, soon = found[Expiry.PAST], found[Expiry.SOON]
        told = [self._count.text()]
        told += [_n("{n} expired", "{n} expired", past)] if past else []
        told += [_n("{n} expires soon", "{n} expire soon", soon)] if soon else []
        self._count.setText(", ".join(told))
