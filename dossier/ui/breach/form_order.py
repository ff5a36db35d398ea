"""The fields of a breach in the order and with the numbers of the CNIL's form (outline of July 2023).

Numbers 1 to 4 (type, organisation, legal representative, contact) come from other records of the dossier.
"""

from dataclasses import dataclass

from dossier.i18n import N_, _
from dossier.model.breach import Breach
from dossier.model.fields import Field, field_of
from dossier.ui.records.form import Section
from dossier.ui.records.words import field_label

_BESIDE = frozenset(
    ("aware_at", "suspected_at", "detected_at", "processor_alerted_at", "started_at", "ended_at", "ongoing")
)


@dataclass(frozen=True)
class Item:
    """One number of the form: its fields, and its title where the label of its first field does not say it."""

    number: int
    fields: tuple[str, ...]
    title: str = ""

    @property
    def declared(self) -> tuple[Field, ...]:
        return tuple(field_of(Breach, name) for name in self.fields)

    def section(self) -> Section:
        """The fields under the number: in a title, or in the label of the first of them."""
        if self.title:
            return Section(f"{self.number} · {_(self.title)}", self.declared, beside=_BESIDE)
        first = self.declared[0]
        return Section("", self.declared, titled=False, labels={first.name: f"{self.number} · {field_label(first)}"})

    def is_answered(self, breach: Breach) -> bool:
        return any(getattr(breach, name) not in (None, "", ()) for name in self.fields)


LATE = Item(6, ("delay_reasons",))
"""Stands on top once the deadline has passed."""

ITEMS = (
    Item(5, ("processors",)),
    Item(
        6,
        (
            "aware_at",
            "suspected_at",
            "detected_at",
            "processor_alerted_at",
            "started_at",
            "ended_at",
            "ongoing",
            "discovered_by",
            "discovery",
            "dates_comment",
        ),
        N_("Dates"),
    ),
    Item(7, ("nature",)),
    Item(8, ("origins",)),
    Item(9, ("causes", "origin_text", "facts")),
    Item(10, ("data", "sensitive", "data_text", "records_number")),
    Item(11, ("persons", "persons_text", "persons_number")),
    Item(12, ("previous_measures", "measures")),
    Item(13, ("consequences",)),
    Item(14, ("harms", "effects")),
    Item(15, ("gravity", "likelihood")),
    Item(16, ("remedies", "remedies_planned", "remedies_lasting")),
    Item(17, ("inform", "inform_planned_on", "inform_reasons", "exception")),
    Item(18, ("cross_border", "countries", "lead_authority", "other_authorities")),
)

INCIDENT = ("role", "activities")
FOLLOW_UP = ("state", "root_cause", "lessons", "closed_on", "owner", "notes", "documents", "logged_at", "logged_by")
DECISION = ("risk", "notify_reasons")
DECIDED = ("decided_by", "decided_at", "cnil_reference")
"""What the page shows beside the form of the CNIL; the name and the decision to notify have inputs of their own."""


def declared(*names: str) -> tuple[Field, ...]:
    return tuple(field_of(Breach, name) for name in names)
