"""The one place where the type of a field chooses its editor."""

from datetime import date

from dossier.model.fields import Field
from dossier.model.record import Duration, KnownMoment, KnownNumber, Moment, Term
from dossier.model.vocabulary import Clause
from dossier.ui.desk import Desk
from dossier.ui.records.choice_editors import BoolEditor, ClauseEditor, TermEditor, TermsEditor, can_be_seen_whole
from dossier.ui.records.editor import Editor
from dossier.ui.records.known_editors import DurationEditor, KnownMomentEditor, KnownNumberEditor
from dossier.ui.records.list_editors import LongTermEditor, LongTermsEditor
from dossier.ui.records.reference_editors import ReferenceEditor, ReferencesEditor
from dossier.ui.records.text_editors import LongTextEditor, NumberEditor, TextEditor, WordsEditor
from dossier.ui.records.time_editors import DateEditor, MomentEditor

SEEN_WHOLE = 12  # terms of a list that opens; a longer one is searched


def editor_for(field: Field, desk: Desk) -> Editor:
    """An empty editor for the values of a field."""
    if field.is_reference:
        return ReferencesEditor(field, desk) if field.many else ReferenceEditor(field, desk)
    if field.is_a(Term):
        return _term_editor(field, desk)
    if field.many:
        return WordsEditor()
    return _value_editor(field, desk)


def _term_editor(field: Field, desk: Desk) -> Editor:
    if field.many:
        return TermsEditor(field.type) if can_be_seen_whole(field.type) else LongTermsEditor(field.type, desk.say)
    return TermEditor(field.type) if len(field.type) <= SEEN_WHOLE else LongTermEditor(field.type, desk.say)


def _value_editor(field: Field, desk: Desk) -> Editor:
    def zone() -> str:
        organisation = desk.dossier.organisation
        return organisation.zone if organisation else "Europe/Paris"

    if field.type is str:
        return LongTextEditor() if field.show.long else TextEditor()
    if field.type is bool:
        return BoolEditor()
    if field.type is int:
        return NumberEditor(desk.say)
    if field.type is date:
        return DateEditor(desk.say)
    if field.type is Moment:
        return MomentEditor(desk.say, zone)
    if field.type is KnownNumber:
        return KnownNumberEditor(desk.say)
    if field.type is KnownMoment:
        return KnownMomentEditor(desk.say, zone)
    if field.type is Duration:
        return DurationEditor(desk.say)
    if field.type is Clause:
        return ClauseEditor()
    raise TypeError(field.type)
