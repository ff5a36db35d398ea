"""The sections of an export: which leave, how many pages each has, and what stays in the dossier."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dossier.i18n import N_, _, _n
from dossier.model.dossier import Dossier
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import Piece
from dossier.report.scope import Profile
from dossier.report.staying import Staying
from dossier.ui.export.heads import column_head
from dossier.ui.export.one_stop import OneStop
from dossier.ui.export.section_row import SectionRow
from dossier.ui.export.staying import StayingList, piece_words
from dossier.ui.export.ticks import WHOLE_PACK, Asked, Ticks, asked_pieces, is_internal, ticks
from dossier.ui.tokens import S2, S3
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.scroll import scroll

_NOT_ASKED = N_("No question of an authority names a section: choose what is given.")


class Sections(QWidget):
    """`changed` when something else leaves, `looked_at` when another section is to be seen."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._profile: Profile = "authority"
        self._asked: Ticks | None = None
        self.rows = {part: SectionRow(part) for part in PackPart}
        self.stays = StayingList()
        self.summary = Label("", "caption", "text2", tabular=True)
        self.everything, self.nothing = Button(_("Tick all"), role="link"), Button(_("Untick all"), role="link")
        self.internal = Banner("major", "", icon="lock")
        self._see = Button(_("See the list"), role="link")
        self.left = Banner("info", "", "", self._see)
        self.stays.hide()
        self._lay_out()
        self._connect()
        self.follow(dossier)

    def _lay_out(self) -> None:
        self._not_asked = Label(_(_NOT_ASKED), "caption", "text2", wrap=True)
        self._not_asked.setContentsMargins(0, 0, 0, S2)
        offered = column(self._not_asked, *self.rows.values(), row(self.everything, self.nothing, None), gap=0)
        self.area = scroll(column(offered, self.stays, None, gap=0, margins=(0, 0, S2, 0)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S3)
        head = column_head(Label(_("Sections"), "h2"), None, self.summary)
        self._of_sections = (head, offered)
        layout.addWidget(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.internal)
        layout.addWidget(self.left)
        self.internal.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def _connect(self) -> None:
        for one in self.rows.values():
            one.changed.connect(self._on_chosen)
            one.looked_at.connect(self.looked_at)
        OneStop(self, [(one.box, one.button, one.more) for one in self.rows.values()], always=1)
        self.everything.clicked.connect(lambda: self.tick_all(True))
        self.nothing.clicked.connect(lambda: self.tick_all(False))
        self.stays.changed.connect(self.changed)
        self._see.clicked.connect(self._on_see)

    @property
    def chosen(self) -> frozenset[Piece]:
        return frozenset().union(*(one.chosen for one in self.rows.values()))

    @property
    def parts(self) -> list[PackPart]:
        """The sections of which something leaves."""
        return [part for part, one in self.rows.items() if one.chosen]

    def ticks(self) -> Ticks:
        """What the boxes ask for, with the internal fields that are ticked in the list of what stays."""
        asked = ticks(self.chosen, self._dossier, self._profile)
        return Ticks(asked.only, asked.ticked | self.stays.ticked)

    def ask(self, asked: Asked, profile: Profile) -> None:
        """Tick what these parts, registers and chapters bring; none is all of them."""
        self._profile = profile
        self._choose(Ticks(asked))

    def follow(self, dossier: Dossier) -> None:
        """Offer what the dossier can hold as it stands now: what was asked for stays asked for."""
        self._dossier = dossier
        for one in self.rows.values():
            one.offer(dossier)
        self._choose(self._asked)

    def tick_all(self, on: bool) -> None:
        self._choose(WHOLE_PACK if on else None)
        self.changed.emit()

    def _choose(self, asked: Ticks | None) -> None:
        """Tick what is asked for, None for nothing."""
        self._asked = asked
        nothing = frozenset[Piece]()
        chosen = nothing if asked is None else asked_pieces(asked, self._dossier, self._profile)
        for one in self.rows.values():
            one.choose(chosen, self._profile)

    def _on_chosen(self) -> None:
        self._asked = ticks(self.chosen, self._dossier, self._profile) if self.chosen else None
        self.changed.emit()

    def show_asked(self, parts: frozenset[PackPart], is_for_authority: bool) -> None:
        """The sections that the questions of an exchange name; for an authority, also that there are none."""
        self._not_asked.setVisible(is_for_authority and not parts)
        for part, one in self.rows.items():
            one.show_mark(part in parts)

    def show_pages(self, begins: Mapping[PackPart, int], total: int) -> None:
        """How many pages each section has, where all are laid out."""
        ends = sorted([*begins.values(), total])
        for part, one in self.rows.items():
            begin = begins.get(part)
            one.show_pages(None if begin is None else next(end for end in ends if end > begin) - begin)
        self.show_summary(total)

    def show_summary(self, pages: int | None) -> None:
        counted = [part for part, one in self.rows.items() if one.has_anything]
        said = _("{n} of {total}", n=len(self.parts), total=len(counted))
        self.summary.setText(" · ".join([said, *([_n("{n} page", "{n} pages", pages)] if pages else [])]))

    def forget_pages(self) -> None:
        for one in self.rows.values():
            one.show_pages(None)
        self.show_summary(None)

    def show_looked_at(self, part: PackPart) -> None:
        for one in self.rows.values():
            one.show_looked_at(one.part is part)

    def show_staying(self, staying: Staying, in_short: str) -> None:
        self.left.say("info", _("Stays in the dossier:"), in_short)
        self.stays.show_staying(staying)
        self._see.show()

    def show_all_staying(self) -> None:
        """Nothing leaves, and there is nothing to choose from."""
        self.left.say("info", _("Stays in the dossier:"), _("all of it."))
        self._open(False)
        self._see.hide()

    def show_alone(self, is_alone: bool) -> None:
        """One record leaves and no section, or the sections again."""
        for widget in self._of_sections:
            widget.setVisible(not is_alone)

    def show_internal(self) -> None:
        """What is internal and leaves all the same, by name."""
        names = [piece_words(piece) for piece in self.chosen if is_internal(piece, self._profile)]
        names = [*sorted(names), *self.stays.names_of_ticked]
        self.internal.setVisible(bool(names))
        self.internal.say("major", _("Internal, and leaves all the same:"), ", ".join(names), icon="lock")

    def _on_see(self) -> None:
        is_open = self.stays.isHidden()
        self._open(is_open)
        if is_open:
            QTimer.singleShot(0, self.stays, lambda: self.area.ensureWidgetVisible(self.stays))  # once it has a place

    def _open(self, is_open: bool) -> None:
        self.stays.setVisible(is_open)
        self._see.setText(_("Hide the list") if is_open else _("See the list"))
