"""The way from a finding to the place where it is mended."""

from dossier.checks.finding import Finding
from dossier.i18n import _
from dossier.model.catalog import children_of
from dossier.ui.desk import Desk
from dossier.ui.navigation import place_of
from dossier.ui.records.words import shortened
from dossier.work.edits import name_of
from dossier.work.mending import mending_of

_SHORT = 24  # letters of a name on a button


def mending_words(finding: Finding) -> str:
    """What the button says that leads there."""
    to = mending_of(finding)
    if to.missing is None and to.record.id != finding.record.id:
        return _("Open “{name}”", name=shortened(name_of(to.record), _SHORT))
    if to.missing is None:
        return _("Go to the field") if to.field else _("Open the record")
    if to.missing in children_of(type(to.record)):
        return _("Add: {kind}", kind=_(to.missing.kind.label))
    return _("Open: {kinds}", kinds=_(to.missing.kind.menu))


def mend(desk: Desk, finding: Finding) -> None:
    """Go to where a finding is mended; a record that is gone meanwhile changes nothing."""
    to = mending_of(finding)
    record = desk.dossier.get(to.record.id)
    if to.missing and to.missing not in children_of(type(to.record)):
        desk.go_to_page(to.missing.kind.name)
    elif record is not None:
        part = to.missing.kind.name if to.missing else to.field
        desk.go_to_place(place_of(record, desk.dossier, part))
