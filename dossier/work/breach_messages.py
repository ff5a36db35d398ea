"""Keeping a message about a breach: its text as a document, and what was sent with it prepared, in one edit."""

import io
from datetime import datetime

from dossier.i18n import Code, _
from dossier.law.breach_messages import Draft
from dossier.model.breach import Breach, BreachCommunication, BreachNotification, BreachParty
from dossier.model.dossier import Dossier
from dossier.model.evidence import Document
from dossier.model.record import Record
from dossier.model.text import clean
from dossier.model.vocabulary_procedures import NotificationType
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.documents import display_name
from dossier.work.edits import name_of, new_record

Prepared = BreachCommunication | BreachNotification


def text_document(store: Store, name: str, text: str, lang: Code, now: datetime) -> Document:
    """A text as a document whose content is in the file and whose record is not written yet.

    Raises FileLocked, CannotWrite.
    """
    sha256, size = store.add_content(io.BytesIO(clean(text).encode()))
    return new_record(Document, now).with_(
        name=name,
        file_name=f"{display_name(name)}.txt",
        media_type="text/plain; charset=utf-8",
        size=size,
        sha256=sha256,
        dated=now.date(),
        language=lang,
    )


def kept_for_persons(dossier: Dossier, breach: Breach, draft: Draft, document: Document, now: datetime) -> Edit:
    """The document, linked to the breach, and the communication to the persons that is not sent yet."""
    waiting = [one for one in dossier.children(BreachCommunication, breach.id) if one.sent_at is None]
    before = next((one for one in waiting if one.name in ("", draft.subject)), None)
    prepared = before or new_record(BreachCommunication, now, breach)
    after = prepared.with_(name=draft.subject, content=draft.text, documents=(*prepared.documents, document.id))
    return _edit(breach, document, before, after)


def kept_for_controller(
    dossier: Dossier, breach: Breach, party: BreachParty | None, draft: Draft, document: Document, now: datetime
) -> Edit:
    """The document, linked to the breach, and the alert to this controller that is not sent yet."""
    name = party.name if party else ""
    waiting = [one for one in dossier.children(BreachNotification, breach.id) if one.sent_at is None]
    alerts = (one for one in waiting if one.type is NotificationType.CONTROLLER and one.name == name)
    before = next(alerts, None)
    prepared = before or new_record(BreachNotification, now, breach).with_(type=NotificationType.CONTROLLER, name=name)
    after = prepared.with_(content=draft.text, documents=(*prepared.documents, document.id))
    return _edit(breach, document, before, after)


def _edit(breach: Breach, document: Document, before: Record | None, after: Record) -> Edit:
    linked = Change(breach, breach.with_(documents=(*breach.documents, document.id)))
    label = _("{record}: message kept", record=name_of(breach))
    return Edit(label, (Change(None, document), linked, Change(before, after)))
