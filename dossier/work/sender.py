"""Whose name and logo a document bears: those kept on this computer, or the organisation's own."""

from pathlib import Path

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.model.evidence import Document
from dossier.report.scope import THE_ORGANISATION, Sender
from dossier.store.disk import reason_of
from dossier.store.store import Store
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


def sender_of_organisation(store: Store) -> Sender:
    """The organisation itself, with the logo that it keeps among its documents if there is one."""
    dossier = store.dossier
    logo = dossier.organisation and dossier.get(dossier.organisation.logo or "", Document)
    if not isinstance(logo, Document) or not logo.sha256 or (logo.size or 0) > _LARGEST:
        return THE_ORGANISATION
    return Sender("", b"".join(store.read_content(logo.sha256))) if store.has_content(logo.sha256) else THE_ORGANISATION
