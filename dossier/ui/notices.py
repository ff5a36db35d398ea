"""What the window says above its pages, without stopping anybody's work."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier import paths
from dossier.i18n import _
from dossier.store.lock import Holder
from dossier.store.tables import instant
from dossier.ui.tokens import PAGE_MARGIN, S2, S3, TONES, ToneName
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button, IconButton


def is_example(path: Path) -> bool:
    """Whether a file is one of the examples that were copied into the user's documents."""
    return path.name.startswith("exemple-") and path.parent == paths.user_documents() / "Dossier"


class Notices(QWidget):
    """At most one banner of each subject: the file, who else writes, what has just happened."""

    start_asked = Signal()
    retry_asked = Signal()
    force_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._last: ToneName = "info"
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(PAGE_MARGIN, S3, PAGE_MARGIN, 0)
        self._layout.setSpacing(S2)
        self.hide()

    def say(self, tone: str, sentence: str, *actions: QWidget) -> None:
        """What has just happened, and what can be done with it; the next word takes its place."""
        known: ToneName = next((one for one in TONES if one == tone), "info")
        self._last = known
        self._show("said", known, "", sentence, *actions)

    def show_example(self, path: Path) -> None:
        start = Button(_("Start your own dossier"))
        start.clicked.connect(self.start_asked)
        said = _("It was copied once and is in {path}. Change anything you like.", path=path)
        self._show("file", "info", _("This is an example."), said, start)

    def show_reader(self, holder: Holder | None) -> None:
        """Why nothing can be written, and what can be done about it."""
        retry = Button(_("Try again"))
        retry.clicked.connect(self.retry_asked)
        lead = _("Open to read only.")
        if holder is None:
            said = _("The file or its folder cannot be written.")
            self._show("reader", "minor", lead, said, retry)
            return
        said = _(
            "{user} writes in this dossier from {host}{since}.",
            user=holder.user,
            host=holder.host,
            since=_since(holder),
        )
        force = Button(_("Write here anyway…"), role="quiet")
        force.clicked.connect(self._on_force)
        self._show("reader", "minor", lead, said, force, retry)

    def remind(self, tone: ToneName, lead: str, rest: str, *actions: QWidget) -> None:
        """What came due; it stays until it is closed or something else comes due."""
        self._show("reminder", tone, lead, rest, *actions)

    def turn_page(self) -> None:
        """On another page, news that all is well is no news any more; a failure stays."""
        if self._last in ("ok", "info"):
            self._remove("said")

    def _on_force(self) -> None:
        sure = Button(_("Write here"))
        sure.clicked.connect(self.force_asked)
        back = Button(_("Go on reading"), role="quiet")
        back.clicked.connect(self.retry_asked)
        said = _("If the other window still writes, the changes of one of you can be refused. Make sure it is closed.")
        self._show("reader", "major", _("Two people must not write at once."), said, back, sure)

    def _show(self, subject: str, tone: ToneName, lead: str, rest: str, *actions: QWidget) -> None:
        self._remove(subject)
        dismiss = IconButton("close", _("Close this message"))
        dismiss.clicked.connect(lambda: self._remove(subject))
        banner = Banner(tone, lead, rest, *actions, *([dismiss] if subject != "reader" else []))
        self._banners[subject] = banner
        self._layout.addWidget(banner)
        self.show()

    def _remove(self, subject: str) -> None:
        banner = self._banners.pop(subject, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))


def _since(holder: Holder) -> str:
    try:
        local = instant(holder.since).astimezone()
    except ValueError:
        return ""
    return _(" since {time}", time=f"{local:%H:%M}")
