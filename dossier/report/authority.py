"""The register of exchanges with the authority: questions with what answers them, documents and hand-overs by SHA-256.

The sheet of one alone is the covering document of an answer.
"""

from collections.abc import Iterator
from functools import partial

from dossier.i18n import N_
from dossier.law.authority_clock import ExchangeClock, clock_in, documents_named
from dossier.law.authority_words import part_words, progress_words
from dossier.model.catalog import children_of
from dossier.model.evidence import AuthorityExchange, AuthorityQuestion, Document, HandOver
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.text import date_text, number_text
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import InspectionType
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import LabelledText, OwnText, Part
from dossier.report.sheets import Columns, RegisterWriter
from dossier.report.wording import SEPARATOR

_TOLD = ("name", "due_on", "answer", "answered_on", "parts", "documents")


class AuthorityRegister(RegisterWriter):
    """The chapter of the exchanges."""

    def title_alone(self, record: Record) -> str:
        """What answers a questionnaire says so."""
        name = super().title_alone(record)
        if not isinstance(record, AuthorityExchange) or record.type is not InspectionType.DOCUMENTS:
            return name
        return OwnText(self.say(N_("Answer to the questionnaire: {exchange}"), exchange=name))

    def _parts_columns(self, kind: type[Record]) -> Iterator[TextColumn[Record]]:
        """How far the answer is; the questions stand on the sheet."""
        if any(self.dossier.count(part) for part in children_of(kind)):
            yield TextColumn(self.say(AuthorityQuestion.kind.plural), self._progress)

    def _progress(self, record: Record) -> str:
        return progress_words(self._clock(record), self.say) if isinstance(record, AuthorityExchange) else ""

    def _clock(self, exchange: AuthorityExchange) -> ExchangeClock:
        return clock_in(self.dossier, exchange)

    def _parts(self, record: Record) -> Iterator[Part]:
        if not isinstance(record, AuthorityExchange):
            return
        asked = self.dossier.children(AuthorityQuestion, record.id)
        if asked:
            yield self._questions(asked)
        if documents := self._documents(record):
            yield self._documents_grid(record, documents)
        if given := self._clock(record).hand_overs:
            yield self._hand_overs(given)

    def _questions(self, asked: tuple[AuthorityQuestion, ...]) -> Part:
        """In the order in which they were asked."""
        columns: list[TextColumn[AuthorityQuestion]] = [
            TextColumn(self.say(N_("Reference")), lambda one: one.reference),
            TextColumn(self.say(N_("Question")), self._asked),
            TextColumn(self.say(N_("Answer")), self._answer),
            TextColumn(self.say(N_("Answered by")), self._answered_by),
        ]
        return grid_of(columns, asked, self.say(N_("Questions and answers")))

    def _asked(self, question: AuthorityQuestion) -> str:
        told = [("", question.name or self.words.missing())]
        return LabelledText([*told, *self._dated(N_("Due on"), question, "due_on")])

    def _answer(self, question: AuthorityQuestion) -> str:
        """What was answered and when; one of which nothing is written says so."""
        told = [("", question.answer)] if question.answer else []
        told += self._dated(N_("Answered on"), question, "answered_on")
        return LabelledText(told) if told else self.words.missing()

    def _dated(self, label: str, question: AuthorityQuestion, name: str) -> list[tuple[str, str]]:
        day = getattr(question, name)
        return [(self._labelled(label), date_text(day, self.say))] if day else []

    def _labelled(self, label: str) -> str:
        return self.say(N_("{label}:"), label=self.say(label))

    def _answered_by(self, question: AuthorityQuestion) -> str:
        """The parts of the pack by number and name, the documents by reference, and what else this audience sees."""
        parts = [part_words(one, self.say) for one in PackPart if one in question.parts]
        found = [self.dossier.get(one, Document) for one in question.documents]
        documents = ", ".join(one.reference for one in found if one)
        told = [(self._labelled(N_("Parts of the pack")), self.say(SEPARATOR).join(parts))] if parts else []
        told += [(self._labelled(N_("Documents")), documents)] if documents else []
        rest = self.words.details(question, [one for one in self._filled(AuthorityQuestion) if one.name not in _TOLD])
        told += rest.pairs if isinstance(rest, LabelledText) else []
        return LabelledText(told) if told else self.words.missing()

    def _documents(self, exchange: AuthorityExchange) -> list[Document]:
        found = (self.dossier.get(one, Document) for one in documents_named(self.dossier, exchange))
        return [one for one in found if isinstance(one, Document)]

    def _documents_grid(self, exchange: AuthorityExchange, documents: list[Document]) -> Part:
        say = self.say
        columns: list[TextColumn[Document]] = [
            TextColumn(say(Document.kind.label), self.words.name),
            TextColumn(say(N_("Answers")), partial(self._named_by, exchange)),
            TextColumn(say(N_("Size in bytes")), lambda one: number_text(one.size, say) if one.size else ""),
            TextColumn(say(N_("SHA-256")), lambda one: one.sha256),
        ]
        return grid_of(columns, documents, say(N_("Documents")))

    def _named_by(self, exchange: AuthorityExchange, document: Document) -> str:
        """The questions that a document answers; else what it is in the exchange."""
        asked = self.dossier.children(AuthorityQuestion, exchange.id)
        questions = ", ".join(one.reference for one in asked if document.id in one.documents)
        if questions:
            return OwnText(questions)
        return self.say(field_of(AuthorityExchange, "report").show.label) if document.id == exchange.report else ""

    def _hand_overs(self, given: tuple[HandOver, ...]) -> Part:
        """What left, and how to recognise it."""
        columns: Columns = [
            TextColumn(self.say(HandOver.kind.label), self.words.name),
            self._column(field_of(HandOver, "handed_at")),
            self._column(field_of(HandOver, "recipient")),
            TextColumn(self.say(N_("Files")), self._files),
        ]
        return grid_of(columns, given, self.say(HandOver.kind.plural))

    def _files(self, given: HandOver) -> str:
        """The PDF with its pages, the file of the documents, each with its SHA-256."""
        names = ("file_name", "pages", "sha256", "archive_name", "archive_sha256")
        return self.words.details(given, [field_of(HandOver, name) for name in names]) or self.words.missing()
