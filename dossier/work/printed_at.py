"""The time that a document bears: the same through every door and on every computer."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.model.dossier import Dossier
from dossier.model.text import zone
from dossier.report.scope import Scope
from dossier.work.local_zone import ORDINARY


def printed_at(now: datetime, dossier: Dossier | None = None) -> datetime:
    """`now` (aware), or SOURCE_DATE_EPOCH in seconds where it is set, in the zone of the organisation, wherever the
    computer is; its offset is fixed, as that of a time that is read back from a document. What is journalled always
    bears the clock. Raises InvalidInput.
    """
    organisation = dossier.organisation if dossier else None
    lived = (_asked() or now).astimezone(zone(organisation.zone if organisation else ORDINARY))
    return lived.replace(tzinfo=timezone(lived.utcoffset() or timedelta()))


def timed(scope: Scope, dossier: Dossier) -> Scope:
    """The same scope, at the time that its document bears; raises InvalidInput."""
    return replace(scope, now=printed_at(scope.now, dossier))


def _asked() -> datetime | None:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(given), UTC) if given else None
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidInput(
            _("SOURCE_DATE_EPOCH is no number of seconds (“{given}”): nothing was written.", given=given)
        ) from error
