"""The one primary button of the page: the next step of the work, whichever it is."""

from dossier.i18n import _
from dossier.ui.breach.progress import Next, Progress
from dossier.ui.breach.view import BreachView
from dossier.ui.desk import Desk
from dossier.ui.widgets.buttons import Button
from dossier.work import breach_edits
from dossier.work.breach_edits import moment_in
from dossier.work.edits import name_of

_ICONS = {
    Next.ASSESS: "scale",
    Next.NOTIFY: "send",
    Next.NAME_CONTROLLERS: "processors",
    Next.ALERT: "send",
    Next.INFORM: "megaphone",
    Next.SUPPLEMENT: "send",
    Next.CLOSE: "tick",
}


class NextStep(Button):
    """Does at once what can be taken back; goes to what must be filled in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "tick", "primary")
        self._desk = desk
        self._view: BreachView | None = None
        self.setEnabled(not desk.history.store.is_read_only)
        self.clicked.connect(self.do)

    def show_next(self, view: BreachView | None) -> None:
        """The next step of the breach that a view shows."""
        self._view = view
        progress = view.progress if view else None
        following = progress.next if progress else None
        self.setVisible(following is not None)
        if progress and following:
            self.setText(_(following.value))
            self.show_icon(_ICONS[following])
            self.setToolTip(_tip(progress, following))

    def do(self) -> None:
        """Take the step."""
        if self._view is None or not self._view.commit():
            return
        progress = self._view.progress
        following = progress.next if progress else None
        if progress is None or following is None:
            return
        now, breach = progress.now, progress.breach
        at = moment_in(progress.dossier, now)
        match following:
            case Next.ASSESS:
                self._view.assess()
            case Next.NAME_CONTROLLERS:
                self._view.name_controller()
            case Next.NOTIFY:
                self._desk.history.do(breach_edits.notification(breach, at, self._desk.author, now))
            case Next.ALERT:
                self._desk.history.do(breach_edits.alert(breach, progress.not_alerted[0], at, now))
            case Next.INFORM:
                self._desk.history.do(breach_edits.information(breach, at, now))
            case Next.SUPPLEMENT:
                self._desk.history.do(breach_edits.supplement(breach, at, now))
            case Next.CLOSE:
                self._desk.history.do(breach_edits.closing(breach, at))


def _tip(progress: Progress, following: Next) -> str:
    if following is Next.ALERT:
        return _("Notes that {name} is alerted now", name=name_of(progress.not_alerted[0]))
    if following is Next.NOTIFY:
        return _("Notes an initial notification sent now through the online form of the CNIL")
    if following is Next.SUPPLEMENT:
        return _("Notes a supplement sent now through the online form of the CNIL")
    if following is Next.INFORM:
        return _("Notes that the persons are told now")
    return ""
