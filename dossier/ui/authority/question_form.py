"""The form of one question, open below its row: the answer first, the parts of the pack as toggles, then the days."""

from PySide6.QtWidgets import QWidget

from dossier.i18n import _, current_language
from dossier.law.authority_words import part_words
from dossier.model.evidence import AuthorityQuestion
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.ui.desk import Desk
from dossier.ui.records.choice_editors import TermsEditor
from dossier.ui.records.form import RecordForm, Section
from dossier.ui.records.form_field import FormField
from dossier.ui.records.open_part import OpenPart
from dossier.ui.records.words import term_of
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.segmented import Option
from dossier.ui.widgets.toggles import Toggle, Toggles

_ORDER = ("name", "answer", "parts", "documents", "due_on", "answered_on", "reference")


class PartToggles(Toggles):
    """Each part with the number that it keeps in every pack."""

    def make_toggle(self, option: Option) -> Toggle:
        return Toggle(part_words(term_of(PackPart, option.value), current_language()))


class QuestionFields(Section):
    """The fields of a question; the parts of the pack can be seen whole."""

    def _field(self, field: Field, desk: Desk) -> FormField:
        if field.name != "parts":
            return super()._field(field, desk)
        return FormField(field, desk, editor=TermsEditor(PackPart, PartToggles))


class OpenQuestion(OpenPart):
    """One press says that the question is answered today; who shows the form does it."""

    def make_form(self, kind: type[Record], desk: Desk) -> RecordForm:
        declared = [field_of(AuthorityQuestion, name) for name in _ORDER]
        return RecordForm(kind, desk, [QuestionFields("", declared, titled=False)])

    def make_actions(self) -> list[QWidget]:
        tip = _("Notes that this question is answered, and opens the next one")
        self.answered = Button(_("Answered today"), "tick", tip=tip, keys="Ctrl+Return")
        self.again = Button(_("Open it again"), "undo")
        return [self.answered, self.again, *super().make_actions()]

    def lock(self, locked: bool) -> None:
        super().lock(locked)
        for button in (self.answered, self.again):
            button.setEnabled(not locked)

    def show_question(self, question: AuthorityQuestion) -> None:
        """What a press would do."""
        self.answered.setVisible(question.answered_on is None)
        self.again.setVisible(question.answered_on is not None)
