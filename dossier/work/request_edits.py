"""What people do with the period of a request, as edits: suspend it, let it run again, extend it, refuse, answer."""

from collections.abc import Mapping
from datetime import date, datetime

from dossier.i18n import _
from dossier.law.data import law_data
from dossier.model.dossier import Dossier
from dossier.model.request import Request, RequestPause
from dossier.model.vocabulary_procedures import PauseReason, RequestDecision, RequestState
from dossier.store.edit import Change, Edit
from dossier.work.edits import name_of, new_record

_AWAITED: Mapping[PauseReason, RequestState] = {
    PauseReason.IDENTITY: RequestState.IDENTITY,
    PauseReason.PRECISION: RequestState.PRECISION,
}


def suspension(request: Request, reason: PauseReason, today: date, now: datetime) -> Edit:
    """From today the period waits for what was asked of the person."""
    pause = new_record(RequestPause, now, request).with_(name=_(reason.label), reason=reason, started_on=today)
    label = _("{record}: period suspended", record=name_of(request))
    return Edit(label, (Change(None, pause), Change(request, request.with_(state=_AWAITED[reason]))))


def resumption(dossier: Dossier, request: Request, today: date) -> Edit:
    """What was awaited came today: every suspension that is open ends."""
    reasons = law_data("request_delays")["pause"]["reasons"]
    pauses = [one for one in dossier.children(RequestPause, request.id) if one.started_on and not one.ended_on]
    ended = [Change(one, one.with_(ended_on=today)) for one in pauses if one.reason in reasons]
    waited = request.state in _AWAITED.values()
    handled = [Change(request, request.with_(state=RequestState.TO_DO))] if waited else []
    return Edit(_("{record}: period resumed", record=name_of(request)), (*ended, *handled))


def extension(request: Request, today: date) -> Edit:
    """Two months more, told to the person today; the reason is filled in after."""
    return _edit(_("{record}: period extended"), request, extended=True, extension_notified_on=today)


def refusal(request: Request) -> Edit:
    """A decision to refuse; its reasons are filled in after, and the answer tells them."""
    return _edit(_("{record}: refused"), request, decision=RequestDecision.REFUSED)


def answer(request: Request, today: date) -> Edit:
    """The person is answered today, and the request is closed."""
    refused = request.decision is RequestDecision.REFUSED
    state = RequestState.REFUSED if refused else RequestState.CLOSED
    return _edit(_("{record}: answered"), request, answered_on=request.answered_on or today, state=state)


def _edit(label: str, request: Request, **values: object) -> Edit:
    return Edit(label.format(record=name_of(request)), (Change(request, request.with_(**values)),))
