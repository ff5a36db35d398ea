"""Checks of the exchanges with the authority: what it asked and was not answered, and what it drew up."""

from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.authority_clock import clock_in, is_over
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion


def _exchange_late(view: View, exchange: AuthorityExchange) -> Iterator[Found]:
    """The day of the exchange holds for the questions that have none of their own."""
    clock = clock_in(view.dossier, exchange)
    if not clock.awaits or exchange.due_on is None or exchange.due_on >= view.today:
        return
    late = tuple(one for one in clock.open_questions if one.due_on is None)
    if late:
        yield Found(("due_on",), {"due": exchange.due_on, "questions": late}, _UNANSWERED)
    elif not clock.questions:
        yield Found(("due_on",), {"due": exchange.due_on})


def _question_late(view: View, question: AuthorityQuestion) -> Iterator[Found]:
    if question.answered_on or question.due_on is None or question.due_on >= view.today:
        return
    exchange = view.dossier.get(question.exchange or "", AuthorityExchange)
    if not (isinstance(exchange, AuthorityExchange) and is_over(exchange)):
        yield Found(("answered_on",), {"question": question, "due": question.due_on})


def _minutes(view: View, exchange: AuthorityExchange) -> Iterator[Found]:
    if not is_over(exchange) or not clock_in(view.dossier, exchange).lacks_minutes:
        return
    if exchange.report_on:
        yield Found(("report",), {"day": exchange.report_on}, _NOT_KEPT)
    else:
        yield Found(("report",), {"type": exchange.type})


_UNANSWERED = N_("{record}: answer due on {due}, and the dossier shows none to: {questions}.")
_NOT_KEPT = N_("{record}: minutes received on {day}, and the dossier does not hold them.")

AUTHORITY_CHECKS = (
    Check(
        "AUT-01",
        AuthorityExchange,
        Severity.BLOCKING,
        "art. 31, 58(1)",
        N_("{record}: answer due on {due}, and the dossier shows no question and no outcome."),
        _exchange_late,
        given="due_on",
    ),
    Check(
        "AUT-01",
        AuthorityQuestion,
        Severity.BLOCKING,
        "art. 31, 58(1)",
        N_("“{question}”: answer due on {due}, and the dossier shows none."),
        _question_late,
        given="due_on",
    ),
    Check(
        "AUT-02",
        AuthorityExchange,
        Severity.MINOR,
        "art. 19 LIL",
        N_("{record}: {type} that is over, and the dossier does not hold its minutes."),
        _minutes,
        given="type",
    ),
)
