"""What people do with a balancing test, as an edit: note that it was made today, and by whom."""

from datetime import date

from dossier.i18n import _
from dossier.model.activity import Purpose
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import name_of


def made(purpose: Purpose, author: Author, today: date) -> Edit:
    """The test is dated today; who made it stays where somebody is named already."""
    after = purpose.with_(balancing_on=today, balancing_by=purpose.balancing_by or author.words)
    return Edit(_("{record}: balancing test made", record=name_of(purpose)), (Change(purpose, after),))
