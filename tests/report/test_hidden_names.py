"""What stands for a hidden name, whatever a field holds; and where a name still stands that is not ours to cut out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n import language
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.report.initials import is_function
from dossier.report.redaction import Redaction
from dossier.report.scope import Scope
from dossier.store.edit import Author, Change, Edit
from dossier.work.preview import namings
from tests.factories import NOW, make_store, record

TEAM = (
    record("organisation", name="Éco", representative_name="Anne Duval", representative_function="Gérante"),
    record("contact", name="Zoé Bernard, Responsable du quai", function="Responsable du quai"),
    record("dpo_designation", name="Camille Martin"),
)


def hidden(text: str) -> str:
    records = [(None, one) for one in TEAM]
    return Redaction(Dossier("x").with_records(records, 1, ""), language("fr")).words(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Hugo Lefebvre", "H. L."),
        ("hugo lefebvre (RH)", "H. L., RH"),
        ("hugo lefebvre (le frère de Zoé)", "H. L."),
        ("Hugo Lefebvre / Zoé Bernard", "H. L., Responsable du quai"),
        ("Hugo Lefebvre et Paul Morel", "H. L., P. M."),
        ("Morel, Paul", "M., P."),
        ("Jean-Pierre de la Fontaine", "J.-P. F."),
        ("Charles d’Orléans", "C. O."),
        ("Ludwig von Mies", "L. M."),
        ("Le Goff", "L. G."),
        ("Anne Duval, Gérante", "Gérante"),
        ("Hugo Lefebvre, Responsable du quai", "H. L., Responsable du quai"),
        ("Camille Martin", "Délégué à la protection des données"),
        ("Direction des ressources humaines", "Direction des ressources humaines"),
        ("CNIL", "CNIL"),
        ("Éco, service juridique", "Éco, service juridique"),
        ("12 rue des Lilas, 75001 Paris", "(masqué)"),
        ("Paul Morel\n12 rue des Lilas\n75001 Paris", "(masqué)"),
        ("paul.morel@example.org", "(masqué)"),
        ("01 23 45 67 89", "(masqué)"),
        ("–", "(masqué)"),
    ],
)
def test_a_role_initials_or_a_word_stand_for_what_names_somebody(text: str, instead: str) -> None:
    assert hidden(text) == instead


_letters = st.characters(categories=("Lu", "Ll", "Lo"))
_words = st.text(_letters, min_size=2, max_size=12).filter(lambda word: not is_function(word))
_between = st.sampled_from([" ", "-", ", ", " / ", "\n", " et ", " (", ") ", ";", " d’", " de "])


@given(st.lists(st.tuples(_words, _between), min_size=1, max_size=6))
def test_no_two_letters_of_a_name_stand_beside_each_other(parts: list[tuple[str, str]]) -> None:
    instead = hidden("".join(word + between for word, between in parts)).replace("(masqué)", "")
    pairs = [instead[at : at + 2] for at in range(len(instead))]
    assert [pair for pair in pairs if len(pair) == 2 and pair.isalpha()] == []


def test_published_contacts_stay_unless_they_name_somebody() -> None:
    team = (
        record(
            "organisation", name="Éco", representative_name="Anne Duval", email="bonjour@eco.example", phone="04 66"
        ),
        record("dpo_designation", name="Camille Martin", email="c.martin@eco.example", phone="06 12"),
        record("dpo_designation", name="Cabinet", email="dpo@eco.example"),
    )
    before = Dossier("x").with_records([(None, one) for one in team], 1, "")
    after = Redaction(before, language("fr")).redacted()
    shown = {getattr(after.get(one.id), name) for one in team for name in ("email", "phone")}
    assert shown == {"bonjour@eco.example", "04 66", "(masqué)", "06 12", "dpo@eco.example", ""}


def test_who_signs_the_examples_is_nobody() -> None:
    assert (hidden("Dossier, exemple"), hidden("Dossier (example)")) == ("Dossier, exemple", "Dossier, example")


def named(folder: Path, scope: Scope, *records: Record) -> list[tuple[str, str, str]]:
    """The texts that still name somebody, by record, field and name; Sophie Renard wrote something."""
    with make_store(folder / "a.dossier", [*TEAM, *records]) as store:
        last = store.dossier.of(type(records[-1]))[-1]
        change = Change(last, last.with_(owner="Hugo Lefebvre"))
        store.apply(Edit("x", (change,)), Author("Sophie Renard", "", "station-1"), NOW)
        found = namings(store.dossier, scope, store.path)
    return [(one.record.reference, one.field.name, name) for one in found for name in sorted(one.names)]


def test_texts_that_name_whoever_wrote_in_the_dossier_are_listed(tmp_path: Path) -> None:
    activity = record("activity", name="Paie", description="Relu par Mme Renard et par M. Lefebvre")
    found = named(tmp_path, Scope("fr", NOW, hides_names=True), activity)
    assert found == [("TRT-001", "description", "Hugo Lefebvre"), ("TRT-001", "description", "Sophie Renard")]


def test_an_address_is_looked_for_as_a_whole_not_by_its_town(tmp_path: Path) -> None:
    address = "12 rue des Lilas, 75001 Paris"
    asked = record("request", name="Accès", contact=address, content="Je vis à Paris", answer=f"Écrit au {address}")
    found = named(tmp_path, Scope("fr", NOW, hides_names=True), asked)
    assert found == [("DR-2026-001", "answer", address)]
