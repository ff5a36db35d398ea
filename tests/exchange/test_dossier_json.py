"""A dossier to JSON and back loses nothing; what cannot be read is refused whole."""

import io
import json
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


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"records": {"no_such_kind": []}}, "no_such_kind"),
        ({"records": {"activity": [{"reference": "TRT-001", "surprise": 1}]}}, "TRT-001.*surprise"),
        ({"records": {"activity": [{"reference": "TRT-001", "started_on": "soon"}]}}, "TRT-001.*started_on"),
        ({"records": {"activity": [{"reference": "TRT-001", "measures": ["MES-404"]}]}}, "TRT-001.*MES-404"),
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
