"""Does a dossier hold together? Every problem as a sentence."""

from pathlib import Path

from dossier.errors import FileRefused
from dossier.store import verify
from dossier.store.file import open_file
from dossier.store.store import Store


def verify_file(path: Path, with_documents: bool = True) -> list[str]:
    """The problems of a file, none when it holds together; raises FileRefused for what is no dossier at all."""
    connection = open_file(path, read_only=True)
    try:
        found = list(verify.problems(connection, with_documents))
    finally:
        connection.close()
    try:
        with Store.read(path) as store:
            found += verify.reference_problems(store.dossier)
    except FileRefused as error:
        found.append(str(error))
    return found
