"""The record of one transfer: its ground first, with what the law says of it, then its assessments and the rest."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dossier.i18n import _
from dossier.law.transfer_ground import Ground
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.model.transfer import Transfer
from dossier.model.vocabulary import TransferMechanism
from dossier.ui.desk import Desk
from dossier.ui.records.children import ChildSection
from dossier.ui.records.form import RecordForm, Section, declared_sections
from dossier.ui.records.record_view import RecordView
from dossier.ui.tokens import S3
from dossier.ui.transfers.assessments import AssessmentSection
from dossier.ui.transfers.columns import ground_in
from dossier.ui.transfers.quote import LawOf
from dossier.ui.widgets.layouts import column
from dossier.work.edits import name_of

_T = TransferMechanism
_CLAUSES = (_T.SCC, _T.AUTHORITY_SCC, _T.OLD_SCC)
_APPROVED = (_T.BCR_C, _T.BCR_P, _T.CODE, _T.CERTIFICATION, _T.AD_HOC, _T.ARRANGEMENT)
#: The fields of the ground, by what they are about: only those that matter for the mechanism are shown.
_GROUND: Mapping[str, tuple[str, ...]] = {
    "route": ("country", "mechanism"),
    "listing": ("dpf_active", "dpf_checked_on", "dpf_scope"),
    "clauses": ("module", "annexes"),
    "approved": ("approval_reference", "in_group"),
    "derogation": ("derogation", "derogation_reason"),
    "tool": ("signed_on", "evidence"),
    "stated": ("mechanism_stated",),
}


class TransferView(RecordView):
    """Serves all transfers in turn."""

    def __init__(self, desk: Desk) -> None:
        self.law = LawOf(desk)
        super().__init__(Transfer, desk)

    def make_form(self) -> RecordForm:
        self.ground = {
            key: Section("", [field_of(Transfer, name) for name in names], titled=False)
            for key, names in _GROUND.items()
        }
        return RecordForm(Transfer, self._desk, [*self.ground.values(), *_other_sections()])

    def make_parts(self) -> list[ChildSection]:
        self.assessments = AssessmentSection(self._desk, self._new_assessment)
        return [self.assessments]

    def _parts(self) -> list[tuple[str, QWidget]]:
        first = (self.ground["route"], self.ground["listing"], self.law)
        ground = column(*first, *(one for one in self.ground.values() if one not in first), gap=S3)
        rest = [section for section in self.form.sections if section not in self.ground.values()]
        return [
            (_("Ground"), ground),
            (self.assessments.title, self.assessments),
            *((section.title, section) for section in rest),
            (self.used_by.title, self.used_by),
            (self.past.title, self.past),
        ]

    def take_focus(self) -> None:
        """A new transfer is ready to be named."""
        self.go_to_field("name")

    def show_around(self, record: Record) -> None:
        super().show_around(record)
        ground = ground_in(self._desk, record)
        if ground:
            self.law.show_ground(ground)
            self.assessments.show_ground(ground)
            for key, section in self.ground.items():
                filled = any(getattr(record, name) not in (None, "", ()) for name in _GROUND[key])
                section.setVisible(filled or _matters(key, ground))

    def _new_assessment(self) -> Mapping[str, object]:
        name = name_of(self.record) if self.record else ""
        return {"name": name, "author": self._desk.author.words, "made_on": self._desk.clock().date()}


def _matters(key: str, ground: Ground) -> bool:
    """Whether some fields are asked for with the mechanism that is chosen."""
    mechanism, decision = ground.transfer.mechanism, ground.decision
    match key:
        case "listing":
            return bool(decision and decision.certification) and mechanism in (None, _T.ADEQUACY, _T.NONE)
        case "clauses":
            return mechanism in _CLAUSES
        case "approved":
            return mechanism in _APPROVED
        case "derogation":
            return mechanism is _T.DEROGATION
        case "tool":
            return bool(ground.facts and ground.facts.assessment)
    return True


def _other_sections() -> list[Section]:
    """The sections of the declaration, without what stands in the ground."""
    ground = {name for names in _GROUND.values() for name in names}

    def left(title: str, declared: Sequence[Field], *, titled: bool = True) -> Section:
        return Section(title, [field for field in declared if field.name not in ground], titled=titled)

    return [section for section in declared_sections(Transfer, left) if section.declared]
