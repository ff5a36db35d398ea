"""Whatever is written in a dossier, its PDF is valid and says it whole; and what is written opens nothing."""

import io
import json
import os
import subprocess
import sys
import zoneinfo
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.law.data import law_sources
from dossier.model.activity import Activity
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.model.text import clean
from dossier.paths import RESOURCES
from dossier.report.scope import Profile, Scope
from dossier.work.export import Exported, export_pdf
from tests.factories import NOW, filled_dossier, make_store, record, texts
from tests.report.packs import HOSTILE
from tests.report.reading import assert_valid, plain, tagged, ways_out
from tests.report.structure_check import fused_words

PROFILES: list[Profile] = ["authority", "full"]
WITHOUT_GLYPH = "\U0001f469\U0001f1eb漢한עع\u202e\x07\x9f\ufdd0\uffff\U0010ffff"
"""Some of the characters of HOSTILE that the fonts lack, and that can be kept."""

LONG = {
    "a million characters": " ".join([f"mot{at}" for at in range(112_000)])[:999_999] + ".",
    "a word of 100,000 letters": "x1" * 50_000,
}


def is_text(field: Field) -> bool:
    return field.type is str and not field.is_reference and field.name not in ("id", "reference", "aliases")


def saying(text: str) -> list[Record]:
    """One record of every kind, with this text in every field that takes a text."""
    records = []
    for one in filled_dossier():
        fields = [field for field in fields_of(type(one)) if is_text(field)]
        records.append(one.with_(**{field.name: (text,) if field.many else text for field in fields}))
    return records


def exported(
    folder: Path, records: list[Record], profile: Profile = "full", only: tuple[type[Record], ...] = ()
) -> tuple[bytes, Exported]:
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", records) as store:
        done = export_pdf(store.dossier, folder / "a.pdf", Scope("fr", NOW, profile, only), file=store.path)
    return done.path.read_bytes(), done


@pytest.mark.parametrize("profile", PROFILES)
def test_the_worst_texts_in_every_field_make_a_valid_document(profile: Profile, tmp_path: Path) -> None:
    data, done = exported(tmp_path, saying(clean("\n".join(HOSTILE))), profile)
    assert_valid(data)
    assert fused_words(data) == []
    assert set(WITHOUT_GLYPH) <= done.not_shown
    shown = [plain(element.text) for element in tagged(data)]
    for character in done.not_shown:
        assert f"U+{ord(character):04X}" in shown  # in the list of what the fonts could not show
    for text in (*HOSTILE[:3], HOSTILE[-1]):
        assert any(plain(text) in one for one in shown)


def test_one_long_name_in_another_script_cuts_no_word_of_its_register(tmp_path: Path) -> None:
    named = record("activity", name="上海数据处理与客户关系管理有限公司合同管理系统")
    data, _done = exported(tmp_path, [*filled_dossier(), named], only=(Activity,))
    assert fused_words(data) == []


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_text_is_valid_and_whole(text: str, tmp_path: Path) -> None:
    activity = record("activity", name="Paie", description=text)
    data, done = exported(tmp_path, [record("organisation", name="Éco"), activity])
    assert_valid(data)
    assert text in {element.text.strip() for element in tagged(data)}
    assert done.pages > 10


@settings(max_examples=8)
@given(texts, texts, st.sampled_from(PROFILES))
def test_any_text_makes_a_valid_document(one: str, other: str, profile: Profile) -> None:
    activity = record("activity", name=one, description=other, owner=one)
    purpose = record("purpose", activity=activity.id, name=other, description=one)
    records = [record("organisation", name=other, address=one), activity, purpose]
    with TemporaryDirectory() as folder:
        data, _done = exported(Path(folder), [*records, record("breach", name=one, notes=other)], profile)
    assert_valid(data)
    assert fused_words(data) == []


OPENING = r"""
https://example.org/logo.png http://127.0.0.1:9/x ftp://example.org/x mailto:a@example.org www.example.org
file://SECRET SECRET ../../../../etc/passwd \\server\share\x.png =HYPERLINK("SECRET")
<img src="SECRET"/> <img src="http://127.0.0.1:9/x.png"> <link href="SECRET"/> @import url("SECRET");
<a href="javascript:app.alert(1)">ici</a> <!DOCTYPE a [<!ENTITY x SYSTEM "file://SECRET">]> &x; <?include SECRET?>
/Type/Action/S/URI/URI(http://127.0.0.1:9/) /OpenAction<</S/JavaScript/JS(app.alert(1))>> \input{SECRET}
{SECRET!r} ${SECRET} %(SECRET)s $(touch SECRET.2) `touch SECRET.2`
"""
"""Where a file or an address could be opened by what takes a text for more than a text."""
INSIDE = b"What another file holds"


def test_what_is_written_opens_no_file_and_no_connection(tmp_path: Path) -> None:
    secret, folder = tmp_path / "elsewhere" / "secret.png", tmp_path / "dossier"
    secret.parent.mkdir()
    secret.write_bytes(INSIDE)
    exported(folder, saying(OPENING.replace("SECRET", str(secret))))
    asked = heard(folder, tmp_path / "home")
    opened = {path for event, path in asked if event == "open"}
    assert {event for event, _path in asked} == {"open"}
    assert str(folder / "a.dossier") in opened
    ours = (folder, tmp_path / "home", RESOURCES.parent, sys.prefix, sys.base_prefix, *zoneinfo.TZPATH)
    assert [path for path in opened if not path.startswith(tuple(map(str, ours)))] == []
    assert_nothing_acts((folder / "b.pdf").read_bytes())
    assert [path.name for path in secret.parent.iterdir()] == ["secret.png"]


def heard(folder: Path, home: Path) -> list[tuple[str, str]]:
    """What another process was asked for as it exported `a.dossier` to `b.pdf`."""
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(home))
    command = [sys.executable, "-m", "tests.work.heard_export", str(folder / "a.dossier"), str(folder / "b.pdf")]
    done = subprocess.run(
        command, env={**os.environ, **places}, cwd=RESOURCES.parent, capture_output=True, text=True, check=True
    )
    return [(event, path) for event, path in json.loads(done.stdout)]


def assert_nothing_acts(data: bytes) -> None:
    assert_valid(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        keys = {str(key) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) for key in each}
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    assert not keys & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/XFA"}
    assert {way.uri for way in ways_out(data)} == {one.url for one in law_sources() if one.url}
    assert not any(INSIDE in stream for stream in streams)


@pytest.mark.parametrize("name", [" ", "\n\n", "\xad\u200b", "\u00a0\u2003\t"], ids=ascii)
def test_a_name_of_which_nothing_is_seen_is_no_title(name: str, tmp_path: Path) -> None:
    records = [record("organisation", name=name), record("activity", name=name), record("processor", name=name)]
    data, _exported = exported(tmp_path, records)
    headings = {plain(element.text) for element in tagged(data) if element.role == "H2"}
    assert {"TRT-001 – (sans titre)", "STT-001 – (sans titre)"} <= headings
    assert plain(tagged(data)[2].text) == "(sans titre)"
    assert_valid(data)
