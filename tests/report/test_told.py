"""The data of a document tell what its pages tell: of each part, register and chapter alone, and never a word more."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dossier.model.catalog import MAIN_KINDS, kind_named
from dossier.model.fields import field_of, fields_of
from dossier.model.identifier import new_id
from dossier.model.record import Record, Term
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import CHANGE_LOG, OWN, Piece
from dossier.report.scope import Profile, Scope
from dossier.store.store import Store
from dossier.work.export import export_pdf
from dossier.work.scope_json import code_of
from tests.factories import NOW, filled, filled_dossier, make_store
from tests.report.reading import plain, tagged

ALONE: tuple[PackPart | Piece, ...] = (*PackPart, *MAIN_KINDS, *(own for own in OWN.values() if own is not CHANGE_LOG))
"""The log of changes tells of the other chapters: alone it tells nothing."""
_NOT_WORDS = ("id", "reference", "aliases")


def two_of_each() -> list[Record]:
    """Those that refer to each other, and others that refer to nothing but what they are a part of; their lists begin
    where those of the first end."""
    first = filled_dossier()
    ids = {type(one).kind.name: one.id if one.kind.single else new_id(NOW) for one in first}
    return [*first, *(_other(type(one), ids) for one in first if not one.kind.single)]


def _other(kind: type[Record], ids: dict[str, str]) -> Record:
    values: dict[str, Any] = {}
    for field in fields_of(kind):
        if field.is_reference:
            is_parent = field.name == kind.kind.parent
            values[field.name] = ids[field.target or ""] if is_parent else () if field.many else None
        elif field.is_a(Term):
            first = next(iter(field.type))
            values[field.name] = (first,) if field.many else first
        elif field.type is str and field.name not in _NOT_WORDS:
            words = f"{kind.kind.name}.{field.name} autre"
            values[field.name] = (words,) if field.many else words
    one = filled(kind, ids[kind.kind.name], dict.fromkeys(ids, ids["activity"]))
    return one.with_(**values, reference=f"{one.reference[:-3]}502", aliases=())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("told")
    with make_store(folder / "a.dossier", two_of_each()) as made:
        yield made


def words_of(records: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    """Every text of the data, and where it stands."""
    for name, rows in records.items():
        for row in rows:
            for field, value in row.items():
                if field_of(kind_named(name), field).type is str and not field_of(kind_named(name), field).is_reference:
                    texts = value if isinstance(value, list) else [value]
                    yield from ((f"{name}.{field}", text) for text in texts if text and field not in _NOT_WORDS)


@pytest.mark.parametrize("asked", ALONE, ids=code_of)
@pytest.mark.parametrize("profile", ["authority", "full"])
def test_no_text_is_in_the_data_that_is_not_on_the_pages(
    asked: PackPart | Piece, profile: Profile, store: Store, tmp_path: Path
) -> None:
    ticked = {code_of(asked)} if not isinstance(asked, PackPart) else set()
    scope = Scope("fr", NOW, profile, (asked,), frozenset(ticked))
    if not list(scope.pieces()):
        return
    export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=store.path)
    data = (tmp_path / "a.pdf").read_bytes()
    pages = squeezed(" ".join(plain(one.text) for one in tagged(data)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        embedded = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())["records"]
    assert [(place, text) for place, text in words_of(embedded) if squeezed(text) not in pages] == []


def squeezed(text: str) -> str:
    """Without spaces, which lines and groups of figures change."""
    return re.sub(r"\s+", "", text)
