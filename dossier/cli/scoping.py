"""The options of a command that exports: which parts and records, for whom, in which language, under whose name."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from dossier.cli.terminal import LANGUAGE, now
from dossier.errors import InvalidInput, NotFound
from dossier.i18n import Code, _
from dossier.model.catalog import MAIN_KINDS, children_of, kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import OWN, PARTS, Piece
from dossier.report.scope import Period, Profile, Scope, Sender, selection_of
from dossier.report.staying import internal_names
from dossier.store.disk import reason_of
from dossier.work.printed_at import printed_at
from dossier.work.scope_json import asked_of, code_of

_DAY = click.DateTime(("%Y-%m-%d",))
_OPTIONS = (
    LANGUAGE,
    click.option("--only", "only", multiple=True, metavar="PART|KIND|CHAPTER"),
    click.argument("more", metavar="[PART|KIND|CHAPTER]...", nargs=-1),
    click.option("--profile", type=click.Choice(("authority", "full")), default="authority", show_default=True),
    click.option("--record", "records", multiple=True, metavar="TRT-001"),
    click.option("--tick", "ticked", multiple=True, metavar="KIND.FIELD"),
    click.option("--from", "since", type=_DAY),
    click.option("--to", "until", type=_DAY),
    click.option("--state-on", "state_on", type=_DAY),
    click.option("--hide-names", "hides_names", is_flag=True),
    click.option("--draft", "is_draft", is_flag=True),
    click.option("--sender", "sender", default="", metavar="NAME"),
    click.option("--logo", "logo", type=click.Path(path_type=Path, dir_okay=False), metavar="IMAGE"),
)


class Chosen(NamedTuple):
    """What was asked for on the command line."""

    lang: Code
    only: tuple[str, ...]
    more: tuple[str, ...]
    profile: Profile
    records: tuple[str, ...]
    ticked: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    state_on: datetime | None
    hides_names: bool
    is_draft: bool
    sender: str
    logo: Path | None

    def scope(self, dossier: Dossier) -> Scope:
        """Raises NotFound, and InvalidInput naming what to ask for instead."""
        if self.more and not self.only:
            raise click.UsageError(_("Kinds are asked for with --only."))
        chosen = [_called(dossier, reference) for reference in self.records]
        asked = dict.fromkeys(_asked(name) for name in (*self.only, *self.more)) or dict.fromkeys(map(type, chosen))
        period = Period(self.since and self.since.date(), self.until and self.until.date())
        scope = Scope(
            language=self.lang,
            now=printed_at(now(), dossier),
            profile=self.profile,
            only=tuple(asked),
            ticked=frozenset(map(_ticked, self.ticked)),
            selected=selection_of(chosen),
            period=period if any(period) else None,
            state_on=self.state_on.date() if self.state_on else None,
            hides_names=self.hides_names,
            is_draft=self.is_draft,
            sender=Sender(self.sender, _image(self.logo) if self.logo else b""),
        )
        self._refuse_what_stays(dossier, scope)
        return scope

    def _refuse_what_stays(self, dossier: Dossier, scope: Scope) -> None:
        """What was asked for and would be left out without a word."""
        printed = {piece for _part, piece in scope.pieces()}
        for name in (*self.only, *self.more):
            pieces = _pieces(asked_of(name))
            if printed.isdisjoint(pieces):
                ticks = " ".join(f"--tick {one}" for piece in pieces for one in sorted(internal_names(piece)))
                raise click.UsageError(
                    _("“{name}” is internal: ask for --profile full, or tick it ({ticks}).", name=name, ticks=ticks)
                )
        told = scope.told().keys() | printed
        named = [(reference, type(_called(dossier, reference))) for reference in self.records]
        for name, piece in (*named, *((name, _place(name)) for name in self.ticked)):
            if piece not in told:
                raise click.UsageError(
                    _(
                        "“{name}” is in nothing that is asked for: ask for its part too (--only {part}).",
                        name=name,
                        part=code_of(_whole(piece)),
                    )
                )


def scoped(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the parameter `chosen`."""

    @wraps(command)
    def with_scope(**values: Any) -> Any:
        chosen = Chosen(**{name: values.pop(name) for name in Chosen._fields})
        return command(chosen=chosen, **values)

    for option in reversed(_OPTIONS):
        with_scope = option(with_scope)
    return with_scope


def _asked(name: str) -> PackPart | Piece:
    """A part of the pack by its code, a chapter by its name, or a register by that of its kind."""
    asked = asked_of(name)
    if (whole := _whole(asked)) is not asked:
        raise InvalidInput(_("“{name}” is printed with “{whole}”: ask for that one.", name=name, whole=code_of(whole)))
    return asked


def _whole(asked: PackPart | Piece) -> PackPart | Piece:
    """The register that a repeated part is printed with."""
    if not isinstance(asked, type) or asked in MAIN_KINDS:
        return asked
    return next(main for main in MAIN_KINDS if asked in children_of(main))


def _pieces(asked: PackPart | Piece) -> tuple[Piece, ...]:
    return PARTS[asked] if isinstance(asked, PackPart) else (asked,)


def _place(ticked: str) -> Piece:
    """The chapter, or the kind whose register holds what is ticked."""
    return OWN.get(ticked) or kind_named(ticked.partition(".")[0])


def _ticked(name: str) -> str:
    """An internal field, register or chapter; raises NotFound."""
    kind, dot, field = name.partition(".")
    if name in OWN or (not dot and kind_named(kind)) or field in {one.name for one in fields_of(kind_named(kind))}:
        return name
    raise NotFound(_("There is no field “{name}”.", name=name))


def _called(dossier: Dossier, reference: str) -> Record:
    record = dossier.called(reference)
    if record is None:
        raise NotFound(_("There is no record called “{reference}” in this dossier.", reference=reference))
    if parent := record.kind.parent:
        whole = dossier.get(getattr(record, parent) or "")
        name = whole.reference if whole else record.kind.parent
        raise InvalidInput(_("“{name}” is printed with “{whole}”: ask for that one.", name=reference, whole=name))
    return record


def _image(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read ({reason}).", path=path, reason=reason_of(error))) from error
