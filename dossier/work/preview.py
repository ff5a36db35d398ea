"""The pages of an export before anything leaves: the first of a section at once, then all of them; in memory alone."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dossier.i18n import _, language
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.beginning import beginning
from dossier.report.content import Pack
from dossier.report.embedded import embedded
from dossier.report.page_alone import Pages
from dossier.report.parts import CHANGE_LOG, Own, Piece
from dossier.report.redaction import Naming, Redaction
from dossier.report.registers import is_asked_whole, numbered, title_of
from dossier.report.scope import Scope
from dossier.report.snapshot import leaving
from dossier.store.past import authors_until
from dossier.work.composing import as_seen, composed, composed_alone, composed_section
from dossier.work.export import interruptible
from dossier.work.files import Step, nothing

Progress = Callable[[int], None]


class Preview(NamedTuple):
    """Pages to look at. `parts` says where each part begins; of a beginning, whose numbers are provisional, none.

    What makes them is told whether a signature will be seen: its place is shown, empty.
    """

    pages: Pages
    shown: int
    """The page to look at first."""
    parts: Mapping[PackPart, int]


def first_pages(
    seen: Dossier, scope: Scope, part: PackPart, file: Path, progress: Progress, is_signed: bool = False
) -> Preview:
    """The beginning of one part of what `scope` asks for, of a snapshot as `as_seen` shows it."""
    say = language(scope.language)
    name = numbered(part, say)
    first = replace(scope, only=_first(seen, scope, part))
    pack = beginning(composed_section(seen, first, file, partial(progress, 0)))
    chapters = [one for one in pack.chapters if one.part in ("", name)]
    if len({one for one, _piece in scope.pieces()}) > 1:
        chapters = [replace(one, part=name) for one in chapters]
    pages = _pages(replace(pack, chapters=chapters, title=say(title_of(scope))), progress, is_signed)
    return Preview(pages, pages.first_heading, {})


def all_pages(
    seen: Dossier, scope: Scope, part: PackPart, file: Path, progress: Progress, is_signed: bool = False
) -> Preview:
    """Every page as it would be written, to look at from `part` on."""
    pages = _pages(composed(seen, scope, file, partial(progress, 0)), progress, is_signed)
    parts = where_parts_begin(pages, scope)
    return Preview(pages, parts.get(part, 0), parts)


def pages_alone(
    dossier: Dossier,
    record: Record,
    scope: Scope,
    part: PackPart,
    file: Path,
    progress: Progress,
    is_signed: bool = False,
) -> Preview:
    """The sheet of one record of `part`, whole."""
    pages = _pages(composed_alone(dossier, record, scope, file), progress, is_signed)
    return Preview(pages, pages.first_heading, {part: 0})


def where_parts_begin(pages: Pages, scope: Scope) -> dict[PackPart, int]:
    """The index of the first page of each part; a document of one part alone has no bookmark for it."""
    asked = list(dict.fromkeys(part for part, _piece in scope.pieces()))
    if len(asked) == 1:
        return {asked[0]: pages.first_heading}
    titles = {numbered(part, language(scope.language)): part for part in asked}
    return {titles[title]: page for title, page in pages.headings(tuple(titles)).items()}


def _first(seen: Dossier, scope: Scope, part: PackPart) -> tuple[PackPart | Piece, ...]:
    """What stands first in a part: where that is a register, its registers alone, which are composed sooner.

    The summary counts the registers that are printed: it needs them all.
    """
    if part is PackPart.SUMMARY:
        return (part, *scope.kinds())
    pieces = [piece for one, piece in scope.pieces() if one is part]
    pieces = [one for one in pieces if isinstance(one, Own) or seen.count(one) or is_asked_whole(one, scope)]
    kinds = tuple(piece for piece in pieces if not isinstance(piece, Own))
    return kinds if kinds and not isinstance(pieces[0], Own) else (*pieces,) or (part,)


def _pages(pack: Pack, progress: Progress, is_signed: bool) -> Pages:
    from dossier.report.pack import write_pack  # reportlab: only who looks waits for it

    written = io.BytesIO()
    write_pack(interruptible(replace(pack, has_signature_place=is_signed), progress), written, progress)
    return Pages(written)


def namings(dossier: Dossier, scope: Scope, file: Path, step: Step = nothing) -> tuple[Naming, ...]:
    """The texts that leave and in which a name that `scope` hides still stands; none where it hides none.

    `step` is called now and then. Raises as `as_seen`.
    """
    if not scope.hides_names:
        return ()
    then = as_seen(dossier, replace(scope, hides_names=False), file, step)
    told, left = scope.told(), embedded(leaving(then, scope), scope)
    step()
    has_log = any(piece is CHANGE_LOG for _part, piece in scope.pieces())
    authors = authors_until(file, then.sequence) if has_log else ()
    step()
    found = Redaction(then, language(scope.language), authors).namings(step)
    return tuple(
        one for one in found if one.field.name in told.get(type(one.record), ()) and left.get(one.record.id) is not None
    )


def naming_words(naming: Naming) -> str:
    """Where somebody is named, and who all, in the language of the window."""
    where, field = naming.record.reference or _(naming.record.kind.label), _(naming.field.show.label)
    return _("{record}, {field}: {name}", record=where, field=field, name=", ".join(naming.names))
