"""Whatever is altered behind the program's back is named."""

import random
from pathlib import Path

import pytest

from dossier.store import driver
from dossier.store.edit import Change, Edit
from dossier.store.verify import problems
from dossier.work.verification import verify_file
from tests.factories import AUTHOR, NOW, filled_dossier, make_store


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a filled record of every kind, a document and a few changes."""
    store = make_store(tmp_path_factory.mktemp("verify") / "a.dossier", filled_dossier())
    document = next(one for one in store.dossier if one.kind.name == "document")
    with (store.path.parent / "d").open("wb+") as file:
        file.write(b"contract" * 1000)
        sha256, size = store.add_content(file)
    store.apply(Edit("file", (Change(document, document.with_(sha256=sha256, size=size)),)), AUTHOR, NOW)
    store.close()
    return store.path


def altered(original: Path, target: Path, *statements: str) -> Path:
    target.write_bytes(original.read_bytes())
    connection = driver.connect(f"file:{target}")
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return target


def test_an_untouched_dossier_holds_together(original: Path) -> None:
    assert verify_file(original) == []


def columns(original: Path) -> list[tuple[str, str]]:
    connection = driver.connect(f"file:{original}")
    tables = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE strict = 1")]
    found = [
        (table, name)
        for table in tables
        for name, type_ in connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')")
        if table not in ("record", "numbering", "meta")  # and these below, by what they hold
    ]
    connection.close()
    return found


def one_byte_less(column: str) -> str:
    """SQL that changes one byte of a text, one bit of a number, and leaves NULL alone."""
    text = f"CASE WHEN substr({column}, 1, 1) = 'z' THEN 'y' ELSE 'z' END || substr({column}, 2)"
    blob = f"CAST(x'00' || substr({column}, 2) AS BLOB)"
    other = f"WHEN 'blob' THEN {blob} WHEN 'null' THEN NULL ELSE {text}"
    return f"CASE typeof({column}) WHEN 'integer' THEN {column} + 1 {other} END"


def test_one_byte_changed_in_any_column_is_named(original: Path, tmp_path: Path) -> None:
    """Every column of every record, link, journal entry, payload and document, one after the other."""
    places = columns(original)
    assert len(places) > 900
    connection = driver.connect(f"file:{altered(original, tmp_path / 'a.dossier')}")
    connection.execute("PRAGMA foreign_keys = OFF")
    unnoticed, tried = [], 0
    for table, column in places:
        connection.execute("BEGIN")
        connection.execute(
            f"UPDATE OR IGNORE {table} SET {column} = {one_byte_less(column)} WHERE {column} IS NOT NULL"
        )
        (changed,) = connection.execute("SELECT changes()").fetchone()
        tried += bool(changed)
        if changed and not next(problems(connection), ""):
            unnoticed.append((table, column))
        connection.execute("ROLLBACK")
    connection.close()
    assert tried > 900
    assert unnoticed == []


def test_the_damage_is_named_by_its_place(original: Path, tmp_path: Path) -> None:
    cases = {
        "UPDATE activity SET name = 'Paie'": "TRT-501",
        "UPDATE activity_measures SET target = 'x'": "TRT-501",
        "DELETE FROM processor": "processor",
        "UPDATE journal SET author = 'Nobody' WHERE sequence = 3": "entry 3",
        "UPDATE journal_payload SET payload = replace(payload, 'é', 'e') WHERE sequence = 4": "entry 4",
        "DELETE FROM journal WHERE sequence = 2": "entry 2",
        "DELETE FROM journal_payload WHERE sequence = 5": "entry 5",
        "UPDATE content SET data = x'00'": "SHA-256",
        "DELETE FROM content": "DOC-501",
        "UPDATE numbering SET last = 3 WHERE series = 'TRT'": "TRT-501",
        "UPDATE meta SET value = 'de' WHERE key = 'content_language'": "language",
        "UPDATE meta SET value = 'x' WHERE key = 'dossier'": "entry 1",
        "DELETE FROM search WHERE rowid = (SELECT number FROM record WHERE kind = 'system')": "SYS-501",
        "INSERT INTO search (rowid, reference, title, words) VALUES (9999, 'X', 'Y', 'z')": "9999",
    }
    for statement, place in cases.items():
        found = verify_file(altered(original, tmp_path / "b.dossier", statement))
        assert any(place in problem for problem in found), (statement, found)


def test_a_flipped_byte_of_the_file_is_noticed_or_harmless(original: Path, tmp_path: Path) -> None:
    """Bytes that hold text of a record: each flip is found by the replay, whatever SQLite thinks of it."""
    data = bytearray(original.read_bytes())
    marks = [place for place in range(len(data)) if data.startswith("activity.name é".encode(), place)]
    assert marks
    chooser = random.Random(7)
    for place in chooser.sample(marks, min(6, len(marks))):
        flipped = bytearray(data)
        flipped[place] ^= 0x01
        target = tmp_path / "c.dossier"
        target.write_bytes(flipped)
        assert verify_file(target), place
