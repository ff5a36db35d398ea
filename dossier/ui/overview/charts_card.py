"""The cards of bars: processors without a contract, transfers by what they rest on; each bar leads to its records."""

from collections.abc import Sequence
from typing import NamedTuple

from dossier.i18n import _
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.transfer import Transfer
from dossier.ui.desk import Desk
from dossier.ui.navigation import Only, Place
from dossier.ui.overview.bar_button import BarButton
from dossier.ui.overview.facts import Contracts, Resting
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.labels import Label

MOST = 4
"""Bars of the transfers; what else they rest on is counted together."""


class Bar(NamedTuple):
    """The words of a bar, and the records that it counts."""

    words: str
    ids: frozenset[str]
    tone: ToneName


class BarsCard(Card):
    """Bars about records of one kind, and the way to all of them; where there are none, that is said."""

    def __init__(self, desk: Desk, kind: type[Record], title: str, nothing: str, most: int) -> None:
        self._desk, self._kind = desk, kind
        every = Button(_(kind.kind.menu), role="link")
        every.clicked.connect(lambda: desk.go_to_page(kind.kind.name))
        super().__init__(title, every, gap=2)
        self.nothing = Label(nothing, "body", "text3", wrap=True)
        self.rows = [BarButton() for _i in range(most)]
        self._bars: Sequence[Bar] = ()
        for place, line in enumerate(self.rows):
            line.clicked.connect(lambda _on=False, place=place: self._go_to(self._bars[place]))
            line.hide()
        self.nothing.hide()
        self.add(self.nothing, *self.rows, None)

    def show_bars(self, bars: Sequence[Bar], total: int) -> None:
        self._bars = bars
        self.nothing.setVisible(not bars)
        for place, line in enumerate(self.rows):
            line.setVisible(place < len(bars))
            if place < len(bars):
                bar = bars[place]
                line.show_bar(bar.words, len(bar.ids), total, bar.tone)

    def _go_to(self, bar: Bar) -> None:
        self._desk.go_to_place(Place(self._kind.kind.name, asked=Only(bar.words, bar.ids)))


class ContractsCard(BarsCard):
    """How many of those with whom art. 28 asks for a contract have none in the dossier."""

    def __init__(self, desk: Desk) -> None:
        nothing = _("No processor in this dossier.")
        super().__init__(desk, Processor, _("Art. 28 contracts"), nothing, 2)

    def show_contracts(self, found: Contracts) -> None:
        none = not found.without
        bars = [Bar(_("Without a signed contract"), found.without, "ok" if none else "blocking")]
        if found.to_qualify:
            bars.append(Bar(_("Role to qualify"), found.to_qualify, "check"))
        self.show_bars(bars if found.asked else (), len(found.asked))


class TransfersCard(BarsCard):
    """What the transfers outside the EEA rest on."""

    def __init__(self, desk: Desk) -> None:
        nothing = _("No transfer outside the EEA in this dossier.")
        super().__init__(desk, Transfer, _("Transfers by mechanism"), nothing, MOST)

    def show_mechanisms(self, found: Sequence[Resting]) -> None:
        total = sum(len(one.transfers) for one in found)
        if len(found) > MOST:
            rest = frozenset[str]().union(*(one.transfers for one in found[MOST - 1 :]))
            bars = [*map(_bar, found[: MOST - 1]), Bar(_("Other mechanisms"), rest, "info")]
        else:
            bars = [*map(_bar, found)]
        self.show_bars(bars, total)


def _bar(one: Resting) -> Bar:
    if one.mechanism is None:
        return Bar(_("No mechanism recorded"), one.transfers, "blocking")
    return Bar(_(one.mechanism.label), one.transfers, "info")
