"""A dossier to JSON and back loses nothing; what cannot be read is refused whole."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from dossier.errors import CannotWrite, InvalidInput
from dossier.model.activity import Activity
from dossier.store.edit import Change, Edit
from dossier.store.restore import journal_rows, meta_of, numbering_of
from dossier.store.store import Store
from dossier.work.convert import from_json, to_json
from dossier.work.verification import verify_file
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A filled record of every kind, a document of two parts, a change and a deletion."""
    store = make_store(tmp_path / "a.dossier", filled_dossier())
    document = next(one for one in store.dossier if one.kind.name == "document")
    sha256, size = store.add_content(io.BytesIO(bytes(range(256)) * 5000))
    store.apply(Edit("file", (Change(document, document.with_(sha256=sha256, size=size)),)), AUTHOR, NOW)
    (doomed,) = add(store, record("measure", name="deleted later"))
    store.apply(Edit("delete", (Change(doomed, None),)), AUTHOR, NOW)
    store.close()
    return store.path


def everything(path: Path) -> dict[str, Any]:
    with Store.read(path) as store:
        return {
            "meta": meta_of(store.connection),
            "records": {one.id: one for one in store.dossier},
            "numbering": numbering_of(store.connection),
            "journal": journal_rows(store.connection),
            "documents": {name: b"".join(store.read_content(name)) for name in store.content_names()},
        }


def test_with_documents_and_journal_nothing_is_lost(dossier: Path, tmp_path: Path) -> None:
    to_json(dossier, tmp_path / "a.json", with_documents=True, with_journal=True)
    from_json(tmp_path / "b.dossier", tmp_path / "a.json", AUTHOR, NOW)
    assert everything(tmp_path / "b.dossier") == everything(dossier)
    assert verify_file(tmp_path / "b.dossier") == []
    to_json(tmp_path / "b.dossier", tmp_path / "b.json", with_documents=True, with_journal=True)
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()


def test_without_its_journal_a_dossier_keeps_its_records_and_begins_a_new_one(dossier: Path, tmp_path: Path) -> None:
    to_json(dossier, tmp_path / "a.json")
    from_json(tmp_path / "b.dossier", tmp_path / "a.json", AUTHOR, NOW)
    assert everything(tmp_path / "b.dossier")["records"] == everything(dossier)["records"]
    assert everything(tmp_path / "b.dossier")["documents"] == {}


def write(tmp_path: Path, **members: Any) -> Path:
    path = tmp_path / "hand.json"
    path.write_text(json.dumps({"format": "dossier/1", **members}), encoding="utf-8")
    return path


def test_a_file_written_by_hand_refers_by_human_reference(tmp_path: Path) -> None:
    records = {
        "activity": [{"reference": "TRT-007", "name": "Paie", "measures": ["MES-001"]}],
        "measure": [{"reference": "MES-001", "name": "Coffre"}],
    }
    from_json(tmp_path / "b.dossier", write(tmp_path, records=records), AUTHOR, NOW)
    with Store.open(tmp_path / "b.dossier", NOW) as store:
        activity, measure = store.dossier.called("TRT-007"), store.dossier.called("MES-001")
        assert isinstance(activity, Activity)
        assert measure
        assert activity.measures == (measure.id,)
        (later,) = add(store, record("activity"))
        assert later.reference == "TRT-008"
    assert verify_file(tmp_path / "b.dossier") == []


def breach_of(at: str) -> dict[str, Any]:
    return {"records": {"breach": [{"reference": "VIO-1", "aware_at": {"at": at}}]}}


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"records": {"no_such_kind": []}}, "no_such_kind"),
        ({"records": {"activity": [{"reference": "TRT-001", "surprise": 1}]}}, "TRT-001.*surprise"),
        ({"records": {"activity": [{"reference": "TRT-001", "started_on": "soon"}]}}, "TRT-001.*started_on"),
        ({"records": {"activity": [{"reference": "TRT-001", "measures": ["MES-404"]}]}}, "TRT-001.*MES-404"),
        (
            breach_of("9999-12-31T23:59-05:00"),
            "VIO-1.*aware_at",
        ),
        (
            breach_of("0001-01-01T00:30+02:00"),
            "VIO-1.*aware_at",
        ),
        ({"content_language": "de", "records": {}}, "de"),
        ({"format": "dossier/99"}, "format"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_written(
    members: dict[str, Any], words: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput, match=words):
        from_json(tmp_path / "b.dossier", write(tmp_path, **members), AUTHOR, NOW)
    assert not (tmp_path / "b.dossier").exists()


def test_a_journal_that_was_altered_is_refused(dossier: Path, tmp_path: Path) -> None:
    to_json(dossier, tmp_path / "a.json", with_documents=True, with_journal=True)
    data = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    data["records"]["activity"][0]["name"] = "not what was written"
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InvalidInput, match="TRT-501"):
        from_json(tmp_path / "b.dossier", tmp_path / "a.json", AUTHOR, NOW)
    assert not (tmp_path / "b.dossier").exists()


def test_an_existing_dossier_is_never_replaced(dossier: Path, tmp_path: Path) -> None:
    to_json(dossier, tmp_path / "a.json")
    before = dossier.read_bytes()
    with pytest.raises(CannotWrite, match="exists"):
        from_json(dossier, tmp_path / "a.json", AUTHOR, NOW)
    assert dossier.read_bytes() == before


ENTRY = dict.fromkeys(
    ("entry", "edit", "dossier", "station", "at", "author", "label", "kind", "record", "payload"), "x"
)
ENTRY |= {"sequence": 1, "schema": 1, "previous": "0" * 64, "hash": "h"}  # type: ignore[dict-item]
UUID = "01a5b5b5-0000-7000-8000-000000000001"


def one(**values: Any) -> dict[str, Any]:
    return {"records": {"activity": [{"reference": "TRT-001", **values}]}}


def two(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    return {"records": {"activity": [first], "measure": [second]}}


SHAPES: list[Any] = [[], None, "abc", [1], 5]
TARGETS: list[Any] = [5, "abc", {"a": 1}, [[]], ["TRT-001"], ["\ud800"]]
LISTS: list[Any] = [{"a": 1}, None, 5, "abc", ["abc"], [[1]], [None]]


@pytest.mark.parametrize(
    "members",
    [
        *({"records": wrong} for wrong in SHAPES),
        *({"records": {"activity": wrong}} for wrong in LISTS),
        *(one(id=wrong) for wrong in (5, [1], "not a uuid", UUID.upper())),
        *({"records": {"activity": [{"reference": wrong}]}} for wrong in (5, [5], None, "TRT-" + "9" * 30)),
        *(one(measures=wrong) for wrong in TARGETS),
        *(one(validated_at=wrong) for wrong in (10**30, 2**53, 1.5, "soon")),
        *(one(name=wrong) for wrong in (5, ["a"])),
        one(**{"\ud800": 1}),
        two({"reference": "X-001"}, {"reference": "X-001"}),
        two({"id": UUID}, {"id": UUID}),
        {"records": {"activity": [{"reference": "TRT-001"}, {"reference": "TRT-001"}]}},
        {"records": {"organisation": [{"name": "a"}, {"name": "b"}]}},
        {"records": {"\ud800": []}},
        *({"content_language": wrong} for wrong in (["fr"], None, "\ud800")),
        *({"id": wrong} for wrong in (7, "\ud800", "x")),
        *({"documents": wrong} for wrong in ([], [1], {"aa": 5}, {"aa": "***"}, {"aa": "é"}, {"aa": "YWJj"})),
        *({"numbering": wrong} for wrong in ([1], {"T": "abc"}, {"T": 10**30}, {"T": 1.5}, {"T": -1})),
        *({"journal": wrong} for wrong in (5, [5], {"a": 1}, [{"sequence": 1}], [ENTRY], [ENTRY, ENTRY])),
        *(
            {"journal": [{**ENTRY, **wrong}]}
            for wrong in (
                {"body": "x"},
                {"body": "x", "salt": "zz"},
                {"body": 5, "salt": "00" * 16},
                {"sequence": "a"},
                {"sequence": 10**30},
                {"schema": [1]},
                {"label": {"a": 1}},
                {"label": "\ud800"},
            )
        ),
    ],
    ids=lambda members: ascii(members)[:60],
)
def test_json_of_any_other_shape_is_refused_in_words(members: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        from_json(tmp_path / "b.dossier", write(tmp_path, **members), AUTHOR, NOW)
    assert [one.name for one in tmp_path.iterdir() if "dossier" in one.name] == []


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[" * 100_000,
        b'{"format": "dossier/1", "x": "\xe9"}',
        b'{"format": "dossier/1", "x": ' + b"9" * 5000 + b"}",
    ],
    ids=["empty", "deep", "latin-1", "number"],
)
def test_what_is_no_json_is_refused_in_words(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(text)
    with pytest.raises(InvalidInput) as refused:
        from_json(tmp_path / "b.dossier", tmp_path / "a.json", AUTHOR, NOW)
    assert not re.search("codec|Expecting|digits", str(refused.value))  # what Python says of it, in English


@pytest.mark.parametrize(
    "written",
    [rb'"a\ud800b"', rb'"a\uDFFFb"', b'"a\xed\xa0\x80b"'],
    ids=["half", "other half", "bytes"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_half_a_character_is_replaced_and_everything_else_is_read(
    written: bytes, encoding: str, tmp_path: Path
) -> None:
    named = b'{"name": %b, "description": "%b"}' % (written, rb"\ud83d\ude00")
    text = (b'{"format": "dossier/1", "records": {"activity": [%b]}}' % named).decode("utf-8", "surrogatepass")
    (tmp_path / "a.json").write_bytes(text.encode(encoding, "surrogatepass"))
    from_json(tmp_path / "b.dossier", tmp_path / "a.json", AUTHOR, NOW)
    with Store.read(tmp_path / "b.dossier") as store:
        (activity,) = store.dossier.of(Activity)
    assert (activity.name, activity.description) == ("a\ufffdb", "😀")


def test_long_and_strange_texts_are_kept(tmp_path: Path) -> None:
    texts = ["é" * 100_000, "a\0b", "😀\u2028\ufeff", "a\r\nb\t"]
    records = {"activity": [{"reference": f"TRT-{n}", "name": text} for n, text in enumerate(texts)]}
    from_json(tmp_path / "b.dossier", write(tmp_path, records=records), AUTHOR, NOW)
    with Store.read(tmp_path / "b.dossier") as store:
        assert [activity.name for activity in store.dossier.of(Activity)] == texts
    assert verify_file(tmp_path / "b.dossier") == []
