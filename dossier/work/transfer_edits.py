"""What people do with transfers, as edits: record one that the registers imply."""

from datetime import datetime

from dossier.i18n import _
from dossier.law.implied_transfers import Implied
from dossier.model.processor import SubProcessor
from dossier.model.transfer import Transfer
from dossier.store.edit import Change, Edit
from dossier.work.edits import name_of, new_record


def creation_of(implied: Implied, now: datetime) -> Edit:
    """The transfer, and the sub-processors that led to it linked to it; its first change is the transfer."""
    made = new_record(Transfer, now).with_(**implied.values)
    subs = {lead.record.id: lead.record for lead in implied.leads if isinstance(lead.record, SubProcessor)}
    linked = [Change(sub, sub.with_(transfer=made.id)) for sub in subs.values()]
    return Edit(_("New transfer: {name}", name=name_of(made)), (Change(None, made), *linked))
