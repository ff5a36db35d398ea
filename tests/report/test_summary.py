"""The summary of a pack names who is in office on the day it shows, and counts what the law asks for first."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record
from tests.report.reading import plain, tagged

OFFICERS = (
    record("organisation", name="Éco"),
    record("dpo_designation", name="Ancienne déléguée", designated_on=date(2019, 1, 1), ended_on=date(2024, 6, 30)),
    record("dpo_designation", name="Nouvelle déléguée", designated_on=date(2024, 7, 1)),
)


@pytest.mark.parametrize("profile", ["authority", "full"])
def test_the_officer_is_the_one_in_office(profile: str, tmp_path: Path) -> None:
    scope = Scope("fr", NOW, "full" if profile == "full" else "authority", (PackPart.SUMMARY,))
    with make_store(tmp_path / "a.dossier", list(OFFICERS)) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", scope)
    told = " ".join(plain(one.text) for one in tagged((tmp_path / "a.pdf").read_bytes()))
    assert "Nouvelle déléguée" in told
    assert "Ancienne déléguée" not in told
