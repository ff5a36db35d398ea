"""The steps of a balancing test as sections of a form, each with the question it answers."""

from collections.abc import Mapping, Sequence

from dossier.i18n import N_, _
from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, field_of
from dossier.model.record import Record
from dossier.ui.desk import Desk
from dossier.ui.records.form import Section
from dossier.ui.records.form_field import FormField
from dossier.ui.records.words import shortened, value_text
from dossier.ui.widgets.labels import Label

_LONGEST = 300
_STEPS: Sequence[tuple[str, tuple[str, ...]]] = (
    (N_("1. The interest"), ("interest",)),
    (N_("2. Necessity"), ("balancing_necessity",)),
    (N_("3. Impact and expectations"), ("balancing_impact",)),
    (N_("4. Safeguards"), ("balancing_safeguards",)),
    (N_("5. Weighing"), ("balancing", "balancing_holds")),
    (N_("6. Date and proof"), ("balancing_on", "balancing_by", "balancing_document")),
)
_QUESTIONS: Mapping[str, str] = {
    "interest": N_("Whose interest is it, and what is gained? It must be lawful, clearly worded, real and present."),
    "balancing_necessity": N_("Could the same be reached with fewer data, fewer persons, or without any data?"),
    "balancing_impact": N_("Do the persons expect it? What may it do to them? Are there children, or sensitive data?"),
    "balancing_safeguards": N_("What limits the effect: an easy objection, clear words, short periods, less data?"),
    "balancing": N_("The interest on one side, the rights of the persons on the other: which weighs more, and why?"),
    "balancing_holds": N_("If not, the purpose needs another basis, or is given up."),
}


class StepSection(Section):
    """A step with its fields; what they ask stands below them."""

    def _field(self, field: Field, desk: Desk) -> FormField:
        made = super()._field(field, desk)
        if question := _QUESTIONS.get(field.name):
            made.set_hint(_(question))
        if len(self.declared) == 1:
            made.hide_label()
        return made


class ImpactSection(StepSection):
    """The step that looks at the persons says who they are, as the register knows it."""

    def __init__(self, title: str, declared: Sequence[Field]) -> None:
        super().__init__(title, declared)
        self.known = Label("", "caption", "text2", wrap=True)
        self.grid.addWidget(self.known, 1, 0, 1, 2)
        self._row = 2

    def show_known(self, purpose: Purpose, desk: Desk) -> None:
        told = _known(purpose, desk)
        self.known.setText(_("In the register: {facts}", facts=" · ".join(told)))
        self.known.setVisible(bool(told))


def step_sections() -> list[Section]:
    """The steps in their order."""
    made: list[Section] = []
    for title, names in _STEPS:
        kind = ImpactSection if "balancing_impact" in names else StepSection
        made.append(kind(_(title), [field_of(Purpose, name) for name in names]))
    return made


def _known(purpose: Purpose, desk: Desk) -> list[str]:
    """Persons, data and special categories of the activity."""
    dossier, activity = desk.dossier, purpose.activity or ""
    persons: Sequence[Record] = dossier.children(PersonGroup, activity)
    items = dossier.children(DataItem, activity)
    sensitive = [_of(dossier, one, "sensitive", desk) for one in items if one.sensitive]
    told = {
        PersonGroup.kind.plural: [one.title for one in persons],
        DataItem.kind.plural: [one.title for one in items],
        field_of(DataItem, "sensitive").show.label: sensitive,
        N_("Minors"): [_("Online service offered to children")] * _is_for_children(dossier, activity),
    }
    words = {label: ", ".join(dict.fromkeys(filter(None, values))) for label, values in told.items()}
    found = {_(label): shortened(value, _LONGEST) for label, value in words.items() if value}
    return [_("{label}: {value}", label=label, value=value) for label, value in found.items()]


def _of(dossier: Dossier, record: Record, name: str, desk: Desk) -> str:
    return ", ".join(value_text(dossier, record, field_of(type(record), name), desk.say).splitlines())


def _is_for_children(dossier: Dossier, activity: str) -> bool:
    record = dossier.get(activity, Activity)
    return bool(isinstance(record, Activity) and record.offered_to_children)
