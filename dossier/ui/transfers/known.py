"""What the registers already know for each step of an impact assessment."""

from collections.abc import Iterable

from dossier.i18n import _
from dossier.law.transfer_ground import Ground
from dossier.model.fields import field_of
from dossier.model.transfer import Transfer
from dossier.ui.desk import Desk
from dossier.ui.records.words import field_label, shortened, value_text

#: The fields of a transfer that each step builds on.
_FIELDS: dict[str, tuple[str, ...]] = {
    "step_1": ("activities", "onward", "type", "data", "persons", "frequency"),
    "step_2": ("mechanism", "module", "evidence"),
    "step_3": ("country", "authority_requests", "law_changed"),
    "step_5": ("signed_on", "annexes", "approval_reference"),
    "step_6": ("next_review",),
}
_LONGEST = 160


def known_for(ground: Ground, desk: Desk) -> dict[str, str]:
    """One line for each step of which the record of the transfer says something."""
    told = {step: list(_told(ground.transfer, names, desk)) for step, names in _FIELDS.items()}
    return {step: _("In the register: {facts}", facts=" · ".join(facts)) for step, facts in told.items() if facts}


def _told(transfer: Transfer, names: Iterable[str], desk: Desk) -> Iterable[str]:
    for name in names:
        field = field_of(Transfer, name)
        text = ", ".join(value_text(desk.dossier, transfer, field, desk.say).splitlines())
        if text:
            yield _("{label}: {value}", label=field_label(field), value=shortened(text, _LONGEST))
