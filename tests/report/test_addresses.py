"""An address that stands in a field of its own can be pressed: a page by https, or a mailbox. Nothing else can."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.i18n import Code
from dossier.law.data import law_sources
from dossier.model.breach import Breach
from dossier.model.notice import Notice
from dossier.model.record import Record
from dossier.report.addresses import addressed
from dossier.report.content import Chapter, Column, Grid, LabelledText, Pairs
from dossier.report.scope import Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record, texts

from .documents import addresses_of, document, filled_with_addresses
from .packs import EMPTY, written
from .reading import assert_valid, plain, tagged, ways_out
from .test_options import everything_in

PAGE, MAILBOX = "https://www.example.org/confidentialite", "dpo@example.org"
ORGANISATION = record("organisation", name="Éco")
ALONE = Scope("fr", NOW, "full", only=(Notice,))
FROM_THE_LAW = {one.url for one in law_sources() if one.url}


def printed(folder: Path, *records: Record, scope: Scope | None = None) -> bytes:
    with make_store(folder / "a.dossier", [ORGANISATION, *records]) as store:
        export_pdf(store.dossier, folder / "a.pdf", scope or Scope("fr", NOW, "full"), file=store.path)
    return (folder / "a.pdf").read_bytes()


def led_to(data: bytes) -> list[str]:
    """Without the sources of the legal data, which every pack has."""
    return [way.uri for way in ways_out(data) if way.uri not in FROM_THE_LAW]


@pytest.mark.parametrize(("code", "told"), [("fr", ("Lien vers", "Écrire à")), ("en", ("Link to", "Write to"))])
def test_a_page_and_a_mailbox_can_be_pressed_where_they_are_printed(
    code: Code, told: tuple[str, str], tmp_path: Path
) -> None:
    data = printed(
        tmp_path, record("notice", url=PAGE), record("dpo_designation", email=MAILBOX), scope=Scope(code, NOW)
    )
    described = {(way.uri, way.description) for way in ways_out(data)}
    assert {(PAGE, f"{told[0]} {PAGE}"), (f"mailto:{MAILBOX}", f"{told[1]} {MAILBOX}")} <= described
    shown = {plain(element.text) for element in tagged(data) if element.role == "Link" and element.path[-1] == "TD"}
    assert {PAGE, MAILBOX} <= shown
    assert_valid(data)


def test_what_no_address_holds_is_percent_encoded(tmp_path: Path) -> None:
    data = printed(tmp_path, record("notice", url="https://example.org/données(1)?a=[é]&b=<c>#été"), scope=ALONE)
    (uri,) = led_to(data)
    assert uri == "https://example.org/donn%C3%A9es(1)?a=%5B%C3%A9%5D&b=%3Cc%3E#%C3%A9t%C3%A9"


REFUSED = {
    "http": "http://www.example.org/",
    "javascript": "javascript:app.alert(1)",
    "file": "file:///etc/passwd",
    "data": "data:text/html,<script>",
    "ftp": "ftp://example.org/x",
    "mailto already": "mailto:dpo@example.org",
    "no scheme": "www.example.org",
    "no host": "https://",
    "a host alone": "https://intranet",
    "words before": "voir https://www.example.org/",
    "words after": "https://www.example.org/ puis contact",
    "two": "https://www.example.org/\nhttps://www.example.org/b",
    "a space at the end": "https://www.example.org/ ",
    "a line break at the end": "dpo@example.org\n",
    "a no-break space": "https://www.example.org/a\u00a0b",
    "a control character": "https://www.example.org/a\x07b",
    "another direction": "https://www.example.org/\u202egro.live",
    "a name before the host": "https://www.cnil.fr@example.org/",
    "a host of other letters": "https://www.ехample.org/",
    "a letter that folds to ours": "https://www.example.o\u212a/",
    "a broken code": "https://www.example.org/50%",
    "too long": "https://www.example.org/" + "x" * 2_000,
    "two mailboxes": "dpo@example.org, contact@example.org",
    "headers of a letter": "dpo@example.org?bcc=x@example.org",
    "a name and a mailbox": "DPO <dpo@example.org>",
}


def test_nothing_else_can_be_pressed(tmp_path: Path) -> None:
    notices = [record("notice", name=name, url=text) for name, text in REFUSED.items()]
    data = printed(tmp_path, *notices, record("activity", name=PAGE, description=MAILBOX, owner=MAILBOX))
    assert led_to(data) == []
    assert_valid(data)


BEGINNINGS = ["", "https://", "HTTPS://", "http://", "javascript:", "file:///", "data:", "mailto:", "a@", "https://a@"]
MIDDLES = ["", "example.org", "example.org/", "example.org/?q=", "é.org", "[::1]", "example.org:443/", ")/A<</S/Launch"]
ANYTHING = st.builds("".join, st.tuples(st.sampled_from(BEGINNINGS), st.sampled_from(MIDDLES), texts))


@settings(max_examples=8)
@given(st.lists(st.one_of(texts, ANYTHING), min_size=10, max_size=30))
def test_whatever_is_written_opens_a_page_or_a_mailbox_or_nothing(written_texts: list[str]) -> None:
    records = [record("notice", name=text, url=text, summary=text) for text in written_texts]
    with TemporaryDirectory() as folder:
        data = printed(Path(folder), *records, scope=ALONE)
    for uri in led_to(data):
        assert uri.startswith(("https://", "HTTPS://", "mailto:"))
        assert unquote(uri.removeprefix("mailto:")) in map(unquote, written_texts)
    assert_valid(data)


def test_a_hidden_address_is_not_in_a_link(tmp_path: Path) -> None:
    officer, notice = record("dpo_designation", name="Anne", email="anne@example.org"), record("notice", url=PAGE)
    data = printed(tmp_path, officer, notice, scope=Scope("fr", NOW, "full", hides_names=True))
    assert led_to(data) == [PAGE]
    assert "anne@example.org" not in everything_in(data)


def test_an_address_that_is_left_out_is_nowhere_in_the_file(tmp_path: Path) -> None:
    data = printed(
        tmp_path, record("notice", url=PAGE), record("breach", name="Vol"), scope=Scope("fr", NOW, only=(Breach,))
    )
    assert led_to(data) == []
    assert PAGE not in everything_in(data)


def test_every_field_that_is_declared_leads_out_of_a_full_pack() -> None:
    expected = {
        (type(one), field.name): getattr(one, field.name)
        for one in filled_with_addresses()
        for field in addresses_of(one)
    }
    led = {unquote(way.uri.removeprefix("mailto:")) for way in ways_out(document("full pack, French"))}
    assert len(expected) > 15
    assert {place for place, address in expected.items() if address not in led} == set()


def test_the_sources_of_the_legal_data_can_be_pressed(tmp_path: Path) -> None:
    assert FROM_THE_LAW
    assert {way.uri for way in ways_out(printed(tmp_path))} == FROM_THE_LAW


LONG = "https://www.example.org/" + "politique-" * 60
CELLS = {
    "alone": addressed(LONG, LONG),
    "after a label": LabelledText([("Depuis :", "2025"), ("Adresse web :", addressed(LONG, LONG)), ("Note :", "lue")]),
}


@pytest.mark.parametrize("case", CELLS)
def test_an_address_of_several_lines_is_one_link_below_what_is_before_it(case: str) -> None:
    data, _ = written(replace(EMPTY, chapters=[Chapter("Un", parts=[Pairs([("Page", CELLS[case])])], landscape=False)]))
    (way,) = ways_out(data)
    assert way.height > 5 * 12
    (shown,) = [one.text for one in tagged(data) if one.role == "Link" and "TD" in one.path]
    assert plain(shown).endswith(LONG)
    assert_valid(data)


def test_a_cell_that_goes_on_overleaf_leads_out_from_where_its_address_is() -> None:
    high = "Ligne.\n" * 150
    columns = [Column("Nom", 1), Column("Page", 2), Column("Texte", 2)]
    grid = Grid(columns, lambda: [("a", addressed(PAGE, PAGE), high), ("b", high, addressed(PAGE, PAGE))])
    data, _ = written(replace(EMPTY, chapters=[Chapter("Un", parts=[grid], landscape=False)]))
    assert [way.uri for way in ways_out(data)] == [PAGE, PAGE]
    assert len({way.page for way in ways_out(data)}) == 2
    assert_valid(data)
