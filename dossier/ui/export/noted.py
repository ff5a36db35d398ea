"""What is noted in the dossier of what was written, and what is said of that."""

from dossier.i18n import _
from dossier.ui.desk import Desk
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.work.exported_told import WORKING_COPY
from dossier.work.hand_over import HandedOver, Recipient, hand_over_edit


def noted(desk: Desk, handed: HandedOver, to: Recipient) -> Banner:
    """The record of the hand-over, which can be undone as any other; none where nobody is named."""
    if not to.name:
        return Banner("info", "", _(WORKING_COPY))
    written = desk.history.do(hand_over_edit(desk.dossier, handed, to, desk.clock()))
    if written is None:
        said = _("the dossier could not be written. Note what was handed over, to whom and when.")
        return Banner("minor", _("The hand-over is not noted:"), said)
    record = written.changes[0].record
    show = Button(_("Show it"), "handovers")
    show.clicked.connect(lambda: desk.go_to(record))
    return Banner("ok", _("Hand-over noted:"), f"{record.reference} – {record.title}", show)
