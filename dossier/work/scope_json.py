"""What was exported as JSON and back: embedded in each PDF, so that it can be compared with the dossier later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dossier.errors import DossierError, InvalidInput
from dossier.i18n import CODES, _
from dossier.model.catalog import kind_named
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import OWN, Piece
from dossier.report.scope import Enclosed, Period, Scope, Sender


def scope_json(scope: Scope) -> dict[str, Any]:
    """All of a scope but the image of its sender."""
    return {
        "language": scope.language,
        "now": scope.now.isoformat(),
        "profile": scope.profile,
        "only": [code_of(asked) for asked in scope.only],
        "ticked": sorted(scope.ticked),
        "selected": {kind.kind.name: sorted(ids) for kind, ids in scope.selected.items()},
        "period": [day and day.isoformat() for day in scope.period] if scope.period else None,
        "state_on": scope.state_on.isoformat() if scope.state_on else None,
        "hides_names": scope.hides_names,
        "is_draft": scope.is_draft,
        "sender": scope.sender.name,
        "enclosed": [list(one) for one in scope.enclosed],
    }


def scope_of(values: Mapping[str, Any]) -> Scope:
    """The scope that `scope_json` told; raises InvalidInput."""
    try:
        return _scope(values)
    except (AttributeError, KeyError, TypeError, ValueError, DossierError) as error:
        raise InvalidInput(
            _("This PDF does not say what it holds as Dossier writes it: it cannot be compared; nothing was changed.")
        ) from error


def _scope(values: Mapping[str, Any]) -> Scope:
    (language,) = (code for code in CODES if code == values["language"])
    period = values["period"]
    return Scope(
        language=language,
        now=datetime.fromisoformat(values["now"]),
        profile="full" if values["profile"] == "full" else "authority",
        only=tuple(asked_of(code) for code in values["only"]),
        ticked=frozenset(values["ticked"]),
        selected={kind_named(kind): frozenset(ids) for kind, ids in values["selected"].items()},
        period=Period(*map(_day, period)) if period else None,
        state_on=_day(values["state_on"]),
        hides_names=values["hides_names"] is True,
        is_draft=values["is_draft"] is True,
        sender=Sender(str(values["sender"])),
        enclosed=tuple(Enclosed(str(document), str(file)) for document, file in values["enclosed"]),
    )


def asked_of(code: str) -> PackPart | Piece:
    """A part of the pack by its code, a chapter by its name, or a register by that of its kind; raises NotFound."""
    return next((part for part in PackPart if part.value == code), None) or OWN.get(code) or kind_named(code)


def code_of(asked: PackPart | Piece) -> str:
    """The other way round."""
    if isinstance(asked, type):
        return asked.kind.name
    return asked.value if isinstance(asked, PackPart) else asked.name


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
