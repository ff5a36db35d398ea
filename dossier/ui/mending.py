"""The way from a finding to the place where it is mended."""

from typing import NamedTuple

from dossier.checks.finding import Finding
from dossier.i18n import N_, _
from dossier.model.catalog import children_of
from dossier.model.dpia import Dpia
from dossier.ui.desk import Desk
from dossier.ui.navigation import Place, place_of
from dossier.ui.records.words import shortened
from dossier.ui.side import BALANCING
from dossier.work.edits import name_of
from dossier.work.mending import mending_of

_SHORT = 24  # letters of a name on a button


class Guided(NamedTuple):
    """A page that guides through what a check asks for, and what the button says that leads there."""

    page: str
    words: str


_SCREEN = Guided(Dpia.kind.name, N_("Screen the activity"))
GUIDED = {
    "LB-02": Guided(BALANCING, N_("Make the balancing test")),
    "DPI-01": _SCREEN,
    "DPI-02": _SCREEN,
}
"""The checks whose findings are mended on a guided page, and not in the form of the record."""


def mending_words(finding: Finding) -> str:
    """What the button says that leads there."""
    to = mending_of(finding)
    if finding.check.id in GUIDED:
        return _(GUIDED[finding.check.id].words)
    if to.missing is None and to.record.id != finding.record.id:
        return _("Open “{name}”", name=shortened(name_of(to.record), _SHORT))
    if to.missing is None:
        return _("Go to the field") if to.field else _("Open the record")
    if to.missing in children_of(type(to.record)):
        return _("Add: {kind}", kind=_(to.missing.kind.label))
    return _("Open: {kinds}", kinds=_(to.missing.kind.menu))


def mend(desk: Desk, finding: Finding) -> None:
    """Go to where a finding is mended; a record that is gone meanwhile changes nothing."""
    to, guided = mending_of(finding), GUIDED.get(finding.check.id)
    record = desk.dossier.get(to.record.id)
    if guided and record is not None:
        desk.go_to_place(Place(guided.page, record.id, to.field))
    elif to.missing and to.missing not in children_of(type(to.record)):
        desk.go_to_page(to.missing.kind.name)
    elif record is not None:
        part = to.missing.kind.name if to.missing else to.field
        desk.go_to_place(place_of(record, desk.dossier, part))
