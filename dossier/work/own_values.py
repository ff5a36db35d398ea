"""The edits by which a dossier sets a reference value for itself, and goes back to ours."""

from datetime import date, datetime

from dossier.i18n import _, language
from dossier.law.settings import ReferenceValue
from dossier.model.dossier import Dossier
from dossier.model.evidence import LegalSetting
from dossier.model.record import Duration
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import deletion, name_of, new_record


def setting_of(
    dossier: Dossier, value: ReferenceValue, duration: Duration, reason: str, since: date, author: Author, now: datetime
) -> Edit:
    """Set a value from a day on: what the dossier set before is changed, and the journal keeps it."""
    before = value.setting
    name = value.name(language(dossier.content_language))
    after = (before or new_record(LegalSetting, now).with_(key=value.key, name=name)).with_(
        duration=duration, reason=reason, since=since, decided_by=author.words
    )
    return Edit(_("Set in this dossier: {name}", name=name_of(after)), (Change(before, after),))


def back_to_ours(dossier: Dossier, key: str) -> Edit:
    """Take away whatever the dossier sets under a key, of whatever day."""
    return deletion(dossier, [one for one in dossier.of(LegalSetting) if one.key == key])
