"""The screening and the risks of an impact assessment in words, for the window and the PDF."""

from collections.abc import Iterable, Sized

from dossier.i18n import N_, Language
from dossier.law.dpia import Sign, Suggestion
from dossier.law.dpia_risk import ConsultationPeriod, number_of
from dossier.model.activity import Activity
from dossier.model.dpia import DpiaRisk
from dossier.model.fields import field_of
from dossier.model.text import date_text, field_text
from dossier.model.vocabulary import DpiaCriterion, Level

_SEPARATOR = " · "


def reasons_of(suggestion: Suggestion, say: Language) -> str:
    """Why the register suggests a criterion."""
    return _SEPARATOR.join(_sign(sign, say) for sign in suggestion.signs)


def count_of(criteria: Sized, say: Language) -> str:
    """How many of the nine criteria are met."""
    return say(N_("{n} of {total}"), n=len(criteria), total=len(DpiaCriterion))


def place_words(severity: Level | None, likelihood: Level | None, say: Language) -> str:
    """Severity and likelihood by their numbers; "" where neither is estimated."""
    if severity is None and likelihood is None:
        return ""
    numbers = {"severity": _number(severity), "likelihood": _number(likelihood)}
    return say(N_("severity {severity}, likelihood {likelihood}"), **numbers)


def risk_words(mark: str, risk: DpiaRisk, say: Language) -> str:
    """A risk with its mark, before and after the measures, as the matrix shows it."""
    name = say(risk.event.label) if risk.event else risk.title
    before = place_words(risk.severity, risk.likelihood, say) or say(N_("not estimated"))
    after = place_words(risk.residual_severity, risk.residual_likelihood, say) or say(N_("not estimated"))
    words = N_("{mark} {name}: before, {before}; after, {after}")
    return say(words, mark=mark, name=name, before=before, after=after)


def risks_words(told: Iterable[tuple[str, DpiaRisk]], say: Language) -> str:
    """All risks with their marks, one a line."""
    return "\n".join(risk_words(mark, risk, say) for mark, risk in told)


def period_words(period: ConsultationPeriod, say: Language) -> tuple[str, str]:
    """By when the CNIL answers, and what that rests on."""
    days = {"first": date_text(period.ends, say), "last": date_text(period.extended, say)}
    answer = say(N_("The CNIL answers by {first}, or by {last} where it extends the period."), **days)
    rule = N_("Art. 36(2): {weeks} weeks from the receipt of the request, and {more} more.")
    told = [say(rule, weeks=period.weeks, more=period.more)]
    if not period.origin.verified:
        day = date_text(period.origin.checked, say)
        told.append(say(N_("Not verified on {day}: to be confirmed in the text."), day=day))
    return answer, " ".join(told)


def _number(level: Level | None) -> str:
    return str(number_of(level)) if level else "–"


def _sign(sign: Sign, say: Language) -> str:
    """A field of the activity by its label; of a part of it, the name of the part with what it says."""
    field = field_of(type(sign.record), sign.field)
    label = say(field.show.label)
    if isinstance(sign.record, Activity):
        return say(N_("“{label}” is answered by yes"), label=label)
    value = ", ".join(field_text(sign.record, field, say, str).splitlines()) if sign.field != "vulnerable" else ""
    return say(N_("{label}: {value}"), label=sign.record.title or say(sign.record.kind.label), value=value or label)
