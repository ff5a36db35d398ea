"""What was sent about a breach, with the supplement that the CNIL still expects."""

from dossier.i18n import _
from dossier.law.breach_deadlines import supplement_due
from dossier.model.breach import BreachNotification
from dossier.model.vocabulary_procedures import BreachRole, Channel, NotificationType
from dossier.ui.breach.progress import Progress
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildSection
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.clock_words import instant_in_full
from dossier.work.breach_edits import CNIL, moment_in


class NotificationsCard(Card):
    """The list is the usual one of repeated parts; a new one begins with what is nearly always right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._progress: Progress | None = None
        self._due = Banner("info", "")
        self._due.hide()
        self.section = ChildSection(BreachNotification, desk, self._new_values)
        self.add(self._due, self.section)

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        due = supplement_due(progress.dossier.children(BreachNotification, progress.breach.id))
        waits = due is not None and progress.breach.closed_on is None
        self._due.setVisible(waits)
        if due is None:
            return
        when = instant_in_full(due, progress.clock.zone, progress.say)
        if progress.now > due:
            self._due.say("minor", _("Supplement expected by {when}:", when=when), _("none is noted (art. 33(4))."))
        else:
            self._due.say("info", _("Supplement expected by {when}", when=when), _("if possible (art. 33(4))."))

    def _new_values(self) -> dict[str, object]:
        """Sent now, to the CNIL through its online form, what is missing in the series; as processor, an alert."""
        at = moment_in(self._desk.dossier, self._desk.clock())
        progress = self._progress
        if progress and progress.breach.role is BreachRole.PROCESSOR:
            return {"type": NotificationType.CONTROLLER, "sent_at": at}
        sent = progress.dossier.children(BreachNotification, progress.breach.id) if progress else ()
        begun = any(one.type is NotificationType.INITIAL for one in sent)
        kind = NotificationType.SUPPLEMENTARY if begun else NotificationType.INITIAL
        return {"name": _(CNIL), "type": kind, "sent_at": at, "channel": Channel.ONLINE}
