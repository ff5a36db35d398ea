"""The five example companies, built from their published policies."""

from datetime import datetime
from pathlib import Path

from dossier.errors import NotFound
from dossier.exchange import dossier_json
from dossier.i18n import _
from dossier.paths import RESOURCES, user_documents
from dossier.store.edit import Author
from dossier.work.convert import write_new

COMPANIES = ("soco", "sociatex", "sopexa", "sodepac", "ocoupdcoeur")
FIRST = "sociatex"


def make_example(company: str, target: Path, author: Author, now: datetime) -> None:
    """Write the example dossier of a company; raises NotFound for an unknown one, CannotWrite."""
    if company not in COMPANIES:
        known = ", ".join(COMPANIES)
        raise NotFound(_("There is no example called “{company}”; there are: {known}.", company=company, known=known))
    text = (RESOURCES / "examples" / f"{company}.json").read_bytes()
    write_new(target, dossier_json.load(text, now), author, now)


def user_example(author: Author, now: datetime, company: str = FIRST) -> Path:
    """The example in the user's documents folder: copied there once, the same one ever after."""
    target = user_documents() / "Dossier" / f"exemple-{company}.dossier"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        make_example(company, target, author, now)
    return target
