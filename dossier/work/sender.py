"""Whose name and logo a document bears: those kept on this computer, or the organisation's own."""

from pathlib import Path

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.report.scope import Sender
from dossier.store.disk import reason_of
from dossier.work.preferences import Preferences

_LARGEST = 5 * 1024 * 1024  # bytes of an image


def sender_of(preferences: Preferences) -> Sender:
    """The name and the logo of whoever keeps dossiers for others; raises InvalidInput without its image."""
    path = Path(preferences.sender_logo).expanduser()
    try:
        logo = _content(path) if preferences.sender_logo else b""
    except OSError as error:
        raise InvalidInput(
            _(
                "The logo {path} cannot be read ({reason}): choose it again in the settings.",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    return Sender(preferences.sender_name, logo)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST)
