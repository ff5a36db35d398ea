"""Checks of what was typed: personal data in free texts that are printed, own values that change nothing."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter

from dossier.checks.finding import Check, Found, Severity, labels
from dossier.checks.view import View
from dossier.i18n import N_
from dossier.law.settings import Fault, fault_of
from dossier.model.breach import Breach
from dossier.model.evidence import LegalSetting
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.request import Request

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_NIR = re.compile(r"\b[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?\b")
_PATTERNS = (_EMAIL, _IBAN, _NIR)
_SIGNS = "@0123456789"


def _personal_data(view: View, record: Record) -> Iterator[Found]:
    """The values themselves are not repeated: a finding may be printed."""
    names, texts = _free_texts(type(record))
    if _may_be_held("\n".join(texts(record))):
        held = tuple(name for name in names if any(one.search(getattr(record, name)) for one in _PATTERNS))
        if held:
            yield Found(held, {"fields": labels(type(record), held)})


@cache
def _free_texts(kind: type[Record]) -> tuple[tuple[str, ...], Callable[[Record], tuple[str, ...]]]:
    """The names of the long texts of a kind, and what reads them all."""
    names = tuple(field.name for field in fields_of(kind) if field.show.long)
    return names, attrgetter(*names)


def _may_be_held(text: str) -> bool:
    """Whether it is to be looked at closely: each of them holds an at sign or a digit, and most texts hold none."""
    return any(map(text.__contains__, _SIGNS))


def _own_value(view: View, setting: LegalSetting) -> Iterator[Found]:
    fault = fault_of(setting)
    if fault:
        yield Found(_FIELDS[fault], {"setting": setting, "fault": fault})
    elif not setting.reason.strip():
        yield Found(("reason",), {"setting": setting}, _WITHOUT_REASON, Severity.TO_CHECK)


_FIELDS = {Fault.UNKNOWN_KEY: ("key",), Fault.NO_DURATION: ("duration",)}
_WITHOUT_REASON = N_("“{setting}”: the dossier does not say why it sets this value itself.")
_DETECTED = N_("{record}: an e-mail address, an IBAN or a NIR stands in a free text that may be printed: {fields}.")

QUALITY_CHECKS = (
    Check("QUA-01", Breach, Severity.INFO, "art. 5(1)(c)", _DETECTED, _personal_data),
    Check("QUA-01", Request, Severity.INFO, "art. 5(1)(c)", _DETECTED, _personal_data),
    Check(
        "QUA-04",
        LegalSetting,
        Severity.MINOR,
        "art. 5(2), 24(1)",
        N_("“{setting}”, a value set in this dossier, changes nothing: {fault}."),
        _own_value,
    ),
)
