"""Where an exchange with the authority stands: what is asked and answered, by when, and what comes next."""

from datetime import date
from typing import NamedTuple

from dossier.i18n import N_
from dossier.law.authority import ExchangeLaw, law_of
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion, HandOver
from dossier.model.record import Term
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import ExchangeOutcome


class Step(Term):
    """What can be done next in an exchange; none of them locks another."""

    __source__ = "Dossier"
    TYPE = "type", N_("Say what kind of exchange it is")
    QUESTIONS = "questions", N_("Enter what is asked, one question a line")
    DUE = "echeance", N_("Note the day by which to answer")
    ANSWER = "reponses", N_("Answer the question that comes first")
    HAND_OVER = "remise", N_("Prepare the answer and hand it over")
    MINUTES = "proces_verbal", N_("Add the minutes when they come")
    OUTCOME = "issue", N_("Note the outcome when it is known")
    NOTHING = "rien", N_("Nothing more is awaited")


class ExchangeClock(NamedTuple):
    """One exchange on any day: its questions, unanswered ones first and of these what is due first."""

    exchange: AuthorityExchange
    questions: tuple[AuthorityQuestion, ...]
    hand_overs: tuple[HandOver, ...]

    @property
    def open_questions(self) -> tuple[AuthorityQuestion, ...]:
        return tuple(one for one in self.questions if one.answered_on is None)

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return len(self.questions) - len(self.open_questions)

    @property
    def awaits(self) -> bool:
        """Whether an answer is still expected."""
        return not is_over(self.exchange) and (not self.questions or bool(self.open_questions))

    @property
    def due(self) -> date | None:
        """The first day by which something is to be answered; None where nothing is, or no day is written."""
        if not self.awaits:
            return None
        days = [self.exchange.due_on, *(one.due_on for one in self.open_questions)]
        return min((day for day in days if day), default=None)

    @property
    def law(self) -> ExchangeLaw | None:
        return law_of(self.exchange.type) if self.exchange.type else None

    @property
    def lacks_minutes(self) -> bool:
        """Whether minutes are drawn up of such an exchange and the dossier does not hold them."""
        return bool(self.law and self.law.has_minutes and self.exchange.report is None)

    def days_left(self, today: date) -> int | None:
        """The days until `due`, negative once it is over."""
        return (self.due - today).days if self.due else None

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today

    @property
    def step(self) -> Step:
        """What helps most now."""
        if is_over(self.exchange):
            return Step.MINUTES if self.lacks_minutes else Step.NOTHING
        if self.law is None:
            return Step.TYPE
        if self.law.in_writing:
            if not self.questions:
                return Step.QUESTIONS
            if self.open_questions and not self.due:
                return Step.DUE
        if self.open_questions:
            return Step.ANSWER
        if self.law.in_writing and not self.hand_overs:
            return Step.HAND_OVER
        return Step.MINUTES if self.lacks_minutes else Step.OUTCOME


def clock_in(dossier: Dossier, exchange: AuthorityExchange) -> ExchangeClock:
    """Where an exchange stands in its dossier."""
    questions = sorted(dossier.children(AuthorityQuestion, exchange.id), key=question_order)
    given = tuple(one for one in dossier.of(HandOver) if one.exchange == exchange.id)
    return ExchangeClock(exchange, tuple(questions), given)


def question_order(question: AuthorityQuestion) -> tuple[bool, date]:
    """What is not answered comes first, and of that what is due first; what has no day comes last."""
    return question.answered_on is not None, question.due_on or date.max


def is_over(exchange: AuthorityExchange) -> bool:
    """Whether the authority has closed it, in whatever way."""
    return exchange.outcome_on is not None or exchange.outcome not in (None, ExchangeOutcome.OPEN)


def parts_asked(dossier: Dossier, exchange: AuthorityExchange) -> tuple[PackPart, ...]:
    """The parts of the pack that answer the questions of an exchange, each once, in the order of the pack."""
    named = {part for one in dossier.children(AuthorityQuestion, exchange.id) for part in one.parts}
    return tuple(part for part in PackPart if part in named)


def documents_given(dossier: Dossier, exchange: AuthorityExchange) -> tuple[str, ...]:
    """The identifiers of the documents that answer the questions of an exchange, each once, as they are named."""
    questions = dossier.children(AuthorityQuestion, exchange.id)
    return tuple(dict.fromkeys(document for one in questions for document in one.documents))


def documents_named(dossier: Dossier, exchange: AuthorityExchange) -> tuple[str, ...]:
    """The identifiers of all its documents: those that answer, its own, its report; each once."""
    report = (exchange.report,) if exchange.report else ()
    return tuple(dict.fromkeys((*documents_given(dossier, exchange), *exchange.documents, *report)))
