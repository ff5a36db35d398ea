"""Breaches in each of their states, and the page of one of them, shown."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from dossier.model.breach import Breach
from dossier.model.record import Moment, Record
from dossier.model.vocabulary_procedures import BreachNature, BreachRole, BreachState, Channel, NotificationType
from dossier.ui.breach.view import BreachView
from dossier.ui.desk import Desk
from dossier.ui.pages.breaches import BreachesPage
from tests.factories import NOW, record
from tests.ui.desks import desk_with, settle, shown


def ago(hours: float) -> Moment:
    return Moment(at=NOW - timedelta(hours=hours))


def breach(**values: object) -> Breach:
    made = record("breach", name="Newsletter aux adresses visibles", **values)
    assert isinstance(made, Breach)
    return made


def running() -> list[Record]:
    """17 h 20 of the 72 hours have passed."""
    return [breach(suspected_at=ago(18), aware_at=ago(17 + 1 / 3), state=BreachState.AWARE)]


def late() -> list[Record]:
    """The deadline passed 28 hours ago."""
    return [breach(aware_at=ago(100), state=BreachState.AWARE, nature=(BreachNature.CONFIDENTIALITY,))]


def suspected() -> list[Record]:
    return [breach(suspected_at=ago(3), state=BreachState.SUSPICION)]


def unknown() -> list[Record]:
    return [breach(logged_at=ago(1), logged_by="Support")]


def as_processor() -> list[Record]:
    made = breach(aware_at=ago(5), role=BreachRole.PROCESSOR, state=BreachState.AWARE)
    alerted = record("breach_party", breach=made.id, name="Région", role=BreachRole.CONTROLLER, alerted_at=ago(4))
    return [made, alerted, record("breach_party", breach=made.id, name="Mairie", role=BreachRole.CONTROLLER)]


def notified() -> list[Record]:
    made = breach(aware_at=ago(50), state=BreachState.NOTIFIED, notify=True, decided_by="DPO", decided_at=ago(45))
    values = {"type": NotificationType.INITIAL, "sent_at": ago(40), "channel": Channel.ONLINE}
    return [made, record("breach_notification", breach=made.id, name="CNIL", **values)]


STATES = (running, late, suspected, unknown, as_processor, notified)


def desk_of(folder: Path, *records: Record) -> Desk:
    return desk_with(folder, record("organisation", name="Éco"), *records)


def page_on(qtbot: QtBot, desk: Desk, width: int = 1150, height: int = 800) -> BreachesPage:
    """The page of the first breach of a dossier, with all its fields made."""
    page = BreachesPage(desk)
    shown(qtbot, page, width, height)
    page.show_record(desk.dossier.of(Breach)[0].id)
    page.view.form.complete()
    settle()
    return page


def view_of(page: BreachesPage) -> BreachView:
    view = page.view
    assert isinstance(view, BreachView)
    return view


def the_breach(desk: Desk) -> Breach:
    """The first breach as it stands."""
    return desk.dossier.of(Breach)[0]
