"""What people do in an exchange with the authority, as edits: enter its questions, mark one as answered."""

from collections.abc import Sequence
from datetime import date, datetime

from dossier.i18n import _, _n
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion
from dossier.store.edit import Change, Edit
from dossier.work.edits import name_of, new_record


def questions(exchange: AuthorityExchange, texts: Sequence[str], now: datetime) -> Edit:
    """One question for each text, in their order, in one edit."""
    made = [new_record(AuthorityQuestion, now, exchange).with_(name=text) for text in texts]
    count = _n("{n} question", "{n} questions", len(made))
    label = _("{record}: {field}", record=name_of(exchange), field=count)
    return Edit(label, tuple(Change(None, one) for one in made))


def answered(question: AuthorityQuestion, today: date) -> Edit:
    """The question is answered today; one that was is open again."""
    day = None if question.answered_on else today
    words = _("{record}: answered") if day else _("{record}: open again")
    return Edit(words.format(record=name_of(question)), (Change(question, question.with_(answered_on=day)),))
