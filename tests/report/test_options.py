"""What an export may be asked for: no names, a draft, another's name and logo, an earlier day; and nothing leaks."""

import io
import json
import re
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from dossier.errors import InvalidInput
from dossier.i18n import language
from dossier.model.activity import Activity
from dossier.model.catalog import CATALOG
from dossier.model.evidence import HandOver
from dossier.model.fields import field_of, fields_of
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.redaction import Naming, Redaction, is_hidden
from dossier.report.scope import Period, Scope, Sender, selection_of
from dossier.store.edit import Change, Edit
from dossier.work.export import export_pdf
from dossier.work.scope_json import scope_json, scope_of
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record
from tests.report.reading import assert_valid, plain, tagged


def exported(folder: Path, scope: Scope, *records: Record) -> bytes:
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", scope, file=folder / "a.dossier")
    return (folder / "a.pdf").read_bytes()


def text_of(data: bytes) -> str:
    return " ".join(plain(element.text) for element in tagged(data))


def everything_in(data: bytes) -> str:
    """Every text of a file, wherever it stands: pages from their tags, strings, names, streams, attachments."""
    found = [text_of(data)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            found += strings(each)
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("utf-8", "replace"))
    return "\n".join(found)


def strings(each: Any) -> Iterator[str]:
    """The strings of an object and of what stands in it; every other object is looked at by itself."""
    if isinstance(each, pikepdf.String):
        yield str(each)
    inner: Any = each if isinstance(each, pikepdf.Array) else []
    if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        inner = [value for _name, value in each.items()]
    for value in inner:
        if not getattr(value, "is_indirect", False):
            yield from strings(value)


TEAM = [
    record("organisation", name="Éco", representative_name="Anne Duval", representative_function="Gérante"),
    record("dpo_designation", name="Camille Martin", email="camille.martin@eco.example", phone="+33 4 66 00 00 00"),
    record("activity", name="Paie", owner="Jean-Marc Petit", description="Suivie par Mme Duval"),
]


def test_names_are_replaced_by_a_role_or_initials_everywhere(tmp_path: Path) -> None:
    told = text_of(exported(tmp_path, Scope("fr", NOW, "full", hides_names=True), *TEAM))
    assert "Camille Martin" not in told
    assert "camille.martin" not in told
    assert "+33 4 66" in told  # art. 37(7)
    assert "Délégué à la protection des données" in told
    assert "(masqué)" in told
    assert "J.-M. P." in told
    assert "Responsable légal Gérante" in told
    assert "C. M., DPO" in told  # who wrote, in the log of changes


def test_a_hidden_name_is_nowhere_in_the_file(tmp_path: Path) -> None:
    data = exported(tmp_path, Scope("fr", NOW, "full", hides_names=True), TEAM[0], TEAM[1])
    named = exported(tmp_path / "named", Scope("fr", NOW, "full"), TEAM[0], TEAM[1])
    for hidden in ("Camille Martin", "camille.martin", "Anne Duval"):
        assert hidden in everything_in(named)
        assert hidden not in everything_in(data)
    assert_valid(data)


def test_free_texts_that_name_somebody_who_is_hidden_are_listed(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", TEAM) as store:
        activity = store.dossier.called("TRT-001")
        assert activity is not None
        found = list(Redaction(store.dossier, language("fr")).namings())
        assert found == [Naming(activity, field_of(Activity, "description"), ("Anne Duval",))]


@pytest.mark.parametrize("scope", [Scope("fr", NOW), Scope("en", NOW, "full", hides_names=True)], ids=["kept", "names"])
def test_nothing_that_is_left_out_is_anywhere_in_the_file(scope: Scope, tmp_path: Path) -> None:
    """Every value of every kind: what the audience may not see, and the names that are hidden."""
    searched = everything_in(exported(tmp_path, scope, *filled_dossier()))
    left_out = [
        f"{kind.kind.name}.{field.name} é"
        for kind in CATALOG
        for field in fields_of(kind)
        if field.type is str and not field.is_reference and field.name not in ("id", "reference", "aliases")
        if not scope.shows(kind, field) or (scope.hides_names and is_hidden(field))
    ]
    assert len(left_out) > 30
    assert [words for words in left_out if words in searched] == []
    assert "activity.description é" in searched


def test_a_record_that_was_not_chosen_is_nowhere_in_the_file(tmp_path: Path) -> None:
    mine, other = record("activity", name="Paie"), record("activity", name="Recrutement")
    part = record("purpose", activity=other.id, name="Choisir un candidat")
    scope = Scope("fr", NOW, only=(PackPart.REGISTER, PackPart.ANNEXES), selected=selection_of([mine]))
    searched = everything_in(exported(tmp_path, scope, record("organisation", name="Éco"), mine, other, part))
    assert "Paie" in searched
    for kept_back in ("Recrutement", "Choisir un candidat", other.id, part.id):
        assert kept_back not in searched


def test_a_draft_says_so_across_every_page_without_disturbing_who_listens(tmp_path: Path) -> None:
    data = exported(tmp_path, Scope("fr", NOW, is_draft=True), record("organisation", name="Éco"))
    assert_valid(data)
    assert "Projet" not in text_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [b"".join(part.read_bytes() for part in page.Contents) for page in pdf.pages]
    assert all(content.startswith(b"/Artifact<</Type/Pagination/Subtype/Watermark>>") for content in streams)
    assert all(b"(Projet)" in content for content in streams)


def logo(colour: str = "navy") -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (300, 120), colour).save(made, "PNG")
    return made.getvalue()


def test_a_consultant_puts_a_name_and_a_logo_on_it(tmp_path: Path) -> None:
    scope = Scope("fr", NOW, sender=Sender("Cabinet Vidal", logo()))
    data = exported(tmp_path, scope, record("organisation", name="Éco"), record("activity", name="Paie"))
    assert_valid(data)
    assert "Établi par Cabinet Vidal" in text_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert all("Cabinet Vidal" in contents_of(page) for page in list(pdf.pages)[1:])
        (image,) = pdf.pages[0].resources.XObject.values()
        assert (int(image.Width), int(image.Height)) == (300, 120)
        assert zlib.decompress(image.read_raw_bytes())[:3] == bytes((0, 0, 128))


def contents_of(page: pikepdf.Page) -> str:
    return "".join(part.read_bytes().decode("latin-1") for part in page.Contents)


def test_a_logo_that_is_no_image_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="logo"):
        exported(tmp_path, Scope("fr", NOW, sender=Sender("A", b"<svg/>")), record("organisation", name="Éco"))
    assert not list(tmp_path.glob("*.pdf*"))


def test_an_export_shows_the_dossier_as_it_was_at_the_end_of_a_day(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco")]) as store:
        (activity,) = add(store, record("activity", name="Paie"))
        then = store.dossier
        change = Change(activity, activity.with_(name="Paie et congés"))
        store.apply(Edit("later", (change,)), AUTHOR, NOW + timedelta(days=3))
        day = (NOW + timedelta(days=1)).date()
        scope = Scope("en", NOW + timedelta(days=9), state_on=day)
        export_pdf(store.dossier, tmp_path / "a.pdf", scope, file=tmp_path / "a.dossier")
    data = (tmp_path / "a.pdf").read_bytes()
    assert "Paie et congés" not in everything_in(data)
    assert "State of the dossier on 23 November 2026" in text_of(data)
    assert f"entry {then.sequence}" in text_of(data)


def test_what_was_chosen_stands_on_the_cover_and_in_the_data(tmp_path: Path) -> None:
    activity = record("activity", name="Paie", notes="À revoir")
    scope = Scope(
        language="en",
        now=NOW,
        only=(PackPart.REGISTER, HandOver),
        ticked=frozenset({"activity.notes"}),
        selected=selection_of([activity]),
        period=Period(date(2026, 1, 1), None),
        hides_names=True,
        is_draft=True,
        sender=Sender("Cabinet Vidal"),
    )
    data = exported(tmp_path, scope, record("organisation", name="Éco"), activity)
    told = text_of(data)
    for words in (
        "Record of processing activities; Hand-overs (for the supervisory authority)",
        "Records chosen TRT-001",
        "Internal, added on purpose Processing activity, Internal notes",
        "Period of the logs from 1 January 2026",
        "Names hidden Roles or initials",
    ):
        assert words in told
    with pikepdf.open(io.BytesIO(data)) as pdf:
        embedded = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())
    assert scope_of(embedded["scope"]) == scope
    assert re.fullmatch(r"[0-9a-f]{64}", embedded["head"])


def test_a_scope_goes_to_json_and_back_and_what_is_none_is_refused() -> None:
    scope = Scope("fr", NOW, "full", state_on=date(2026, 3, 1))
    assert scope_of(json.loads(json.dumps(scope_json(scope)))) == scope
    for broken in ({}, {**scope_json(scope), "language": "de"}, {**scope_json(scope), "only": ["nothing"]}):
        with pytest.raises(InvalidInput):
            scope_of(broken)
