"""New dossiers."""

from datetime import datetime
from pathlib import Path

from dossier.i18n import Code
from dossier.model.identifier import new_id
from dossier.model.organisation import Organisation
from dossier.store.edit import Author
from dossier.store.store import Store


def new_dossier(path: Path, name: str, language: Code, author: Author, now: datetime, siren: str = "") -> None:
    """An empty dossier for an organisation; raises CannotWrite, and never replaces a file.

    `language` is the language of the dossier's content.
    """
    organisation = Organisation(id=new_id(now), name=name, siren=siren)
    Store.create(path, (organisation,), language, author, now).close()
