"""Cases of the checks of exchanges with the authority."""

from typing import Any

from dossier.model.record import Record
from tests.checks.case import Case, day, one, under


def exchange(**values: Any) -> Record:
    return one("authority_exchange", **values)


def question(of: Record, **values: Any) -> Record:
    return under(of, "authority_question", **values)


LATE, OPEN = exchange(due_on=day(days=-1)), exchange(due_on=day())
CLOSED = exchange(due_on=day(days=-1), outcome="cloture")
PAPER = one("document")

CASES = {
    "AUT-01": Case([LATE], [OPEN], [exchange()]),
    "AUT-01, question without a day of its own": Case(
        [LATE, question(LATE)], [LATE, question(LATE, answered_on=day(days=-2))], [exchange()]
    ),
    "AUT-01, question with a later day": Case(
        [LATE, question(LATE), question(LATE, due_on=day())], [LATE, question(LATE, due_on=day())], [exchange()]
    ),
    "AUT-01, question": Case(
        [question(OPEN, due_on=day(days=-1)), OPEN],
        [question(OPEN, due_on=day(days=-1), answered_on=day()), OPEN],
        [question(OPEN), OPEN],
    ),
    "AUT-01, closed": Case(
        [question(LATE, due_on=day(days=-1)), LATE], [question(CLOSED, due_on=day(days=-1)), CLOSED], [CLOSED]
    ),
    "AUT-02": Case(
        [exchange(type="sur_place", outcome="cloture")],
        [exchange(type="sur_place", outcome="cloture", report=PAPER.id), PAPER],
        [exchange(outcome="cloture")],
    ),
    "AUT-02, received and not kept": Case(
        [exchange(type="sur_pieces", outcome_on=day(), report_on=day(days=-3))],
        [exchange(type="sur_pieces", outcome="en_cours", report_on=day(days=-3))],
        [exchange(type="sur_pieces")],
    ),
    "AUT-02, none is drawn up": Case(
        [exchange(type="audition", outcome="rappel")], [exchange(type="conseil", outcome="cloture")], [exchange()]
    ),
}
