"""The register of measures read back out of the PDF: the grid of the 25 sheets, then what each measure holds."""

from datetime import date
from pathlib import Path

from dossier.i18n import Code
from dossier.model.fields import fields_of
from dossier.model.measure import Measure
from dossier.model.record import Record
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, record, word

from .reading import assert_valid, plain, tagged
from .test_processors import table

KEPT = {"id", "reference", "aliases", *(field.name for field in fields_of(Measure) if field.is_reference)}
GRID = "The 25 sheets of the CNIL's guide"
PROOF = record("document", name="Rapport")
BACKUP = record("measure", name="Copie hors ligne", sheet=17, state="en_place", evidence=(PROOF.id,))
LATE = record("measure", name="Test de restauration", sheet=17, state="prevue", due_on=date(2026, 11, 1))
MOBILE = record("measure", name="Aucune", sheet=23, state="non_applicable", not_applicable_reason="Aucune application")


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (Measure,)))
    return (folder / "a.pdf").read_bytes()


def said(data: bytes) -> str:
    return plain(" ".join(each.text for each in tagged(data)))


def test_the_grid_tells_each_sheet_with_what_proves_it_and_what_is_late(tmp_path: Path) -> None:
    data = printed(tmp_path, PROOF, BACKUP, LATE, MOBILE)
    assert_valid(data)
    head, *rows = table(data, GRID.replace("'", "’"))
    assert head == ["Sheet", "Group", "Title of the sheet", "Coverage", "Measures", "Pieces of evidence", "Late"]
    assert len(rows) == 25
    assert rows[16] == ["17", "Incidents", "Back up", "45 %", "2", "1", "1"]
    assert rows[0][3:6] == ["0 %", "no measure", "without proof"]
    assert rows[22][3:5] == ["Does not apply", "Does not apply"]


def test_the_figure_stands_with_what_is_not_proved_and_the_edition_of_the_guide(tmp_path: Path) -> None:
    text = said(printed(tmp_path, PROOF, BACKUP, LATE))
    assert "2 % covered, 24 sheets without proof" in text
    assert "2024 edition (checked on 2026-11-22)" in text


def test_our_figures_are_not_told_to_an_authority(tmp_path: Path) -> None:
    data = printed(tmp_path, PROOF, BACKUP, LATE, lang="fr", profile="authority")
    assert_valid(data)
    head, *rows = table(data, "Les 25 fiches du guide de la CNIL")
    assert head == ["Fiche", "Groupe", "Titre de la fiche", "Mesures", "Pièces"]
    assert rows[16] == ["17", "Incident", "Sauvegarder", "1", "1"]
    assert "couvert," not in said(data)


def test_one_measure_alone_has_its_grid_on_wide_pages(tmp_path: Path) -> None:
    data = printed(tmp_path, MOBILE)
    assert_valid(data)
    assert len(table(data, GRID.replace("'", "’"))) == 26


def test_every_value_of_a_measure_is_still_printed(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", Scope("fr", NOW, "full", (Measure,)))
    text = said((tmp_path / "a.pdf").read_bytes())
    words = [word(Measure, field) for field in fields_of(Measure) if field.type is str and field.name not in KEPT]
    assert [each for each in words if plain(each) not in text] == []
