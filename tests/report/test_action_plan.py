"""The action plan read back out of the PDF: what remains by its day, with who does it; for internal readers only."""

from datetime import date
from pathlib import Path

from dossier.i18n import Code
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.report.parts import ACTION_PLAN
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record

from .reading import assert_valid, plain, tagged
from .test_processors import table

LATE = record("measure", name="Chiffrer", state="prevue", due_on=date(2026, 11, 12), owner="DSI", priority="haute")
REVIEW = record("measure", name="À revoir", state="verifiee", next_review=date(2026, 11, 21))
DONE = record("measure", name="En place", state="en_place", next_review=date(2027, 1, 1))
TO_COME = record("action", name="Charte", state="a_faire", due_on=date(2026, 12, 2), owner="RH")
UNDATED = record("action", name="Sans date", state="en_cours")
TRAINING = record("operation", name="Formation", type="formation", done_on=date(2025, 6, 2))


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (Measure, ACTION_PLAN)))
    return (folder / "a.pdf").read_bytes()


def headings(data: bytes) -> list[str]:
    return [plain(each.text) for each in tagged(data) if each.role.startswith("H")]


def test_what_remains_stands_by_its_day_with_who_does_it(tmp_path: Path) -> None:
    data = printed(tmp_path, LATE, REVIEW, DONE, TO_COME, UNDATED)
    assert_valid(data)
    head, *rows = table(data, "4 things to do, 2 late")
    assert head == ["Reference", "To do", "Due on", "State", "Priority", "In charge"]
    assert rows == [
        ["MES-001", "Chiffrer", "2026-11-12 (10 d late)", "Planned", "High", "DSI"],
        ["MES-002", "À revoir", "2026-11-21 (1 d late)", "Review", "", ""],
        ["ACN-001", "Charte", "2026-12-02", "To do", "", "RH"],
        ["ACN-002", "Sans date", "No date", "In progress", "", ""],
    ]


def test_the_operations_say_when_they_were_last_done_and_are_next_due(tmp_path: Path) -> None:
    data = printed(tmp_path, DONE, TRAINING, lang="fr")
    assert_valid(data)
    rows = {row[0]: row[1:] for row in table(data, "Opérations qui prouvent les mesures")}
    assert rows["Formation ou sensibilisation"] == ["02/06/2025", "02/06/2026 (173 j de retard)"]
    assert rows["Test de restauration"] == ["jamais notée", "À prévoir"]


def test_an_authority_gets_no_plan_and_nothing_to_do_is_no_chapter(tmp_path: Path) -> None:
    assert "Action plan" not in headings(printed(tmp_path, LATE, TO_COME, profile="authority"))
    (tmp_path / "b").mkdir()
    assert "Action plan" not in headings(printed(tmp_path / "b", DONE))
