"""A hand-over: the PDF with the ZIP of its documents, and the record of what left, to whom, and in which state."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dossier.errors import InvalidInput
from dossier.i18n import N_, Language, _, language
from dossier.model.dossier import Dossier
from dossier.model.evidence import HandOver
from dossier.model.record import Moment, Status
from dossier.model.vocabulary_procedures import Channel
from dossier.report.facts import audience, scope_in_words
from dossier.report.language_names import language_words
from dossier.report.scope import Scope
from dossier.report.wording import Wording
from dossier.store.edit import Change, Edit
from dossier.work.composing import as_seen, composed
from dossier.work.edits import new_record
from dossier.work.enclosures import Archive, archive_beside, enclosing, fill_archive, given_in_words
from dossier.work.export import Exported, Progress, filled, signed
from dossier.work.files import replaced_together
from dossier.work.printed_at import timed
from dossier.work.scope_json import scope_json, scope_of
from dossier.work.signing import Signing


class Recipient(NamedTuple):
    """To whom something is handed over, what for, how, and within which exchange with the authority (its id)."""

    name: str
    purpose: str = ""
    channel: Channel | None = None
    exchange: str | None = None


@dataclass(frozen=True)
class HandedOver:
    """The files that were written: the PDF, the ZIP of its documents if there is one, and what they were made of."""

    exported: Exported
    archive: Archive | None
    seen: Dossier
    scope: Scope


def handed_over_files(
    file: Path,
    dossier: Dossier,
    target: Path,
    scope: Scope,
    documents: Iterable[str] = (),
    progress: Progress | None = None,
    signing: Signing | None = None,
) -> HandedOver:
    """Write the PDF of a snapshot and, where documents are chosen (identifiers, in their order), their ZIP beside it.

    For a thread of its own: nothing is written in the dossier, whose path is `file`. Both files are written or none.
    `progress` is told the number of pages after each page and after each piece of a document; what it raises stops
    all. Raises as `export_pdf`, and FileRefused, FileLocked where the dossier cannot be read.
    """
    pages = 0

    def count(done: int) -> None:
        nonlocal pages
        pages = done
        step()

    def step() -> None:
        if progress:
            progress(pages)

    scope = timed(scope, dossier)
    seen = as_seen(dossier, scope, file, step)
    scope = enclosing(seen, scope, documents, file, step)
    archive = archive_beside(target) if any(one.file for one in scope.enclosed) else None
    pack = signed(composed(seen, scope, file, step), signing)
    with replaced_together([target, archive] if archive else [target]) as (written, *beside):
        exported = filled(written, pack, target, count)
        archives = [fill_archive(one, archive, exported, seen, scope, file, step) for one in beside if archive]
    return HandedOver(exported, archives[0] if archives else None, seen, scope)


def hand_over_edit(dossier: Dossier, handed: HandedOver, recipient: Recipient, now: datetime) -> Edit:
    """The record of what was written, as one edit of the dossier as it stands; its texts are in its language.

    What left is a fact: its record is validated as it is made. `now` is aware, and that of the clock: the document may
    bear another time.
    """
    exported, archive, seen, scope = handed.exported, handed.archive, handed.seen, handed.scope
    say, organisation = language(seen.content_language), seen.organisation
    made = new_record(HandOver, now).with_(
        name=recipient.purpose or say(N_("Hand-over to {name}"), name=recipient.name),
        recipient=recipient.name,
        handed_at=Moment(at=now, zone=organisation.zone if organisation else "Europe/Paris"),
        purpose=recipient.purpose,
        channel=recipient.channel,
        profile=audience(scope, say),
        scope="\n".join(_told(seen, scope, say)),
        state_on=scope.state_on,
        export_language=language_words(scope.language, say),
        file_name=exported.path.name,
        pages=exported.pages,
        sha256=exported.sha256,
        signed_by=exported.signed_by,
        archive_name=archive.path.name if archive else "",
        archive_sha256=archive.sha256 if archive else "",
        documents=tuple(one.document for one in scope.enclosed if one.file),
        journal_sequence=seen.sequence,
        journal_head=seen.head,
        choices=_choices(scope),
        exchange=recipient.exchange,
        status=Status.VALIDATED,
        validated_at=dossier.sequence + 1,
    )
    return Edit(_("Hand-over to {name}", name=recipient.name), (Change(None, made),))


def scope_handed_over(handed: HandOver, now: datetime) -> Scope:
    """What was chosen for a hand-over, at another time; raises InvalidInput where it was noted by hand."""
    try:
        chosen = json.loads(handed.choices)
    except ValueError:
        raise InvalidInput(
            _("{record} was noted by hand: it does not say what was chosen for it.", record=handed.reference)
        ) from None
    return scope_of({**scope_json(Scope("fr", now)), **chosen})


def _told(seen: Dossier, scope: Scope, say: Language) -> Iterator[str]:
    """What was chosen, and each document that went along with the SHA-256 of its file."""
    yield scope_in_words(Wording(seen, replace(scope, state_on=None), say))
    yield from given_in_words(seen, scope, say)


def _choices(scope: Scope) -> str:
    """What differs from an ordinary export, as JSON."""
    usual = scope_json(Scope("fr", scope.now))
    chosen = {name: value for name, value in scope_json(scope).items() if value != usual[name]}
    return json.dumps({name: value for name, value in chosen.items() if name != "now"}, ensure_ascii=False)
