"""Checks of what was typed: personal data of third persons in free texts that are printed (art. 5(1)(c))."""

import re
from collections.abc import Iterator

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.model.breach import Breach
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.request import Request

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_NIR = re.compile(r"\b[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?\b")
_PATTERNS = (_EMAIL, _IBAN, _NIR)


def _personal_data(view: View, record: Record) -> Iterator[Found]:
    """The values themselves are not repeated: a finding may be printed."""
    texts = {field.name: getattr(record, field.name) for field in fields_of(type(record)) if field.show.long}
    held = tuple(name for name, text in texts.items() if any(pattern.search(text) for pattern in _PATTERNS))
    if held:
        yield Found(held, {"fields": labels(type(record), held)})


_DETECTED = N_("An e-mail address, an IBAN or a NIR stands in a free text that may be printed: {fields}.")

QUALITY_CHECKS = (
    Check("QUA-01", Breach, Severity.INFO, "art. 5(1)(c)", _DETECTED, _personal_data),
    Check("QUA-01", Request, Severity.INFO, "art. 5(1)(c)", _DETECTED, _personal_data),
)
