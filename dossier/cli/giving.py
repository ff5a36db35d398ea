"""The options of an export that is handed over: to whom, what for, and with which documents beside it."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from dossier.cli.terminal import author, now
from dossier.errors import DossierError, FileLocked, NotFound
from dossier.i18n import _, _n
from dossier.law.authority_clock import documents_given
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, Document
from dossier.model.vocabulary_procedures import Channel
from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.enclosures import documents_of
from dossier.work.exported_told import WORKING_COPY, refuse_unrecorded, remarks
from dossier.work.hand_over import HandedOver, Recipient, hand_over_edit

_OPTIONS = (
    click.option("--recipient", default="", metavar="NAME"),
    click.option("--purpose", default="", metavar="TEXT"),
    click.option("--channel", type=click.Choice([channel.value for channel in Channel]), default=None),
    click.option("--exchange", default="", metavar="CTR-2026-001"),
    click.option("--zip", "has_documents", is_flag=True),
    click.option("--without", multiple=True, metavar="DOC-003"),
)


class Giving(NamedTuple):
    """What was asked for on the command line."""

    recipient: str
    purpose: str
    channel: str | None
    exchange: str
    has_documents: bool
    without: tuple[str, ...]

    def opened(self, file: Path) -> Store:
        """To write where the hand-over is to be recorded: refused now, not when the files are written."""
        if not self.recipient:
            if self.purpose or self.channel or self.exchange:
                raise click.UsageError(_("--purpose, --channel and --exchange are of a hand-over: say --recipient."))
            return Store.read(file)
        store = Store.open(file, now())
        try:
            refuse_unrecorded(store)
        except FileLocked:
            store.close()
            raise
        return store

    def documents(self, dossier: Dossier, scope: Scope, file: Path) -> list[str]:
        """The identifiers of the documents that go along: what the questions of the exchange name, where they name
        some; raises NotFound."""
        if self.without and not self.has_documents:
            raise click.UsageError(_("--without is for what --zip takes along."))
        left = {_called(dossier, reference, Document) for reference in self.without}
        answered = self._answered(dossier)
        named = documents_given(dossier, answered) if answered else ()
        found = documents_of(dossier, scope, file, answered) if self.has_documents else ()
        taken = [one.id for one in found if one.id not in left and (not named or one.id in named)]
        if self.has_documents and not taken:
            click.echo(
                _("No document goes along, so that there is no ZIP: what leaves refers to none, or to none left.")
            )
        return taken

    def to(self, dossier: Dossier) -> Recipient:
        """Raises NotFound."""
        channel = next((one for one in Channel if one.value == self.channel), None)
        answered = self._answered(dossier)
        return Recipient(self.recipient, self.purpose, channel, answered.id if answered else None)

    def _answered(self, dossier: Dossier) -> AuthorityExchange | None:
        """Raises NotFound."""
        found = dossier.get(_called(dossier, self.exchange, AuthorityExchange)) if self.exchange else None
        return found if isinstance(found, AuthorityExchange) else None


def given(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the parameter `giving`."""

    @wraps(command)
    def with_giving(**values: Any) -> Any:
        giving = Giving(**{name: values.pop(name) for name in Giving._fields})
        return command(giving=giving, **values)

    for option in reversed(_OPTIONS):
        with_giving = option(with_giving)
    return with_giving


def say_archive(handed: HandedOver) -> None:
    """The ZIP, and the documents whose file the dossier does not hold."""
    if handed.archive:
        files = _n("{n} document", "{n} documents", sum(bool(one.file) for one in handed.scope.enclosed))
        path, sha256 = handed.archive.path.resolve(), handed.archive.sha256
        click.echo(_("ZIP: {path} ({files}, SHA-256 {sha256})", path=path, files=files, sha256=sha256))
    for remark in remarks(handed):
        click.echo(remark)


def record_hand_over(store: Store, handed: HandedOver, recipient: Recipient) -> None:
    """Note in the dossier what was handed over; raises what the store does, and says then that the files are there."""
    if not recipient.name:
        click.echo(_(WORKING_COPY))
        return
    try:
        at = now()
        written = store.apply(hand_over_edit(store.dossier, handed, recipient, at), author(), at)
    except DossierError as error:
        click.echo(
            _("The files are written, but the hand-over is not recorded: note it by hand with the values above."),
            err=True,
        )
        raise error
    click.echo(_("Recorded as {reference}.", reference=written.changes[0].record.reference))


def _called(dossier: Dossier, reference: str, kind: type[Document | AuthorityExchange]) -> str:
    record = dossier.called(reference)
    if not isinstance(record, kind):
        raise NotFound(_("There is no record called “{reference}” in this dossier.", reference=reference))
    return record.id
