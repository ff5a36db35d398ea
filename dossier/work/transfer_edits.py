"""What people do with transfers, as edits: record one that the registers imply, begin its impact assessment."""

from datetime import datetime

from dossier.i18n import _
from dossier.law.implied_transfers import Implied
from dossier.model.processor import SubProcessor
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import name_of, new_record


def creation_of(implied: Implied, now: datetime) -> Edit:
    """The transfer, and the sub-processors that led to it linked to it; its first change is the transfer."""
    made = new_record(Transfer, now).with_(**implied.values)
    subs = {lead.record.id: lead.record for lead in implied.leads if isinstance(lead.record, SubProcessor)}
    linked = [Change(sub, sub.with_(transfer=made.id)) for sub in subs.values()]
    return Edit(_("New transfer: {name}", name=name_of(made)), (Change(None, made), *linked))


def assessment_of(transfer: Transfer, author: Author, now: datetime) -> Edit:
    """An empty impact assessment of a transfer, by its author, on that day; its first change is the assessment."""
    made = new_record(TransferAssessment, now, transfer).with_(
        name=name_of(transfer), author=author.words, made_on=now.date()
    )
    return Edit(_("New impact assessment: {name}", name=name_of(transfer)), (Change(None, made),))
