"""The register of processors read back out of the PDF: all contracts as one matrix, each chain in its order."""

from pathlib import Path
from typing import Any

from dossier.i18n import Code
from dossier.law.clauses import clause_items
from dossier.model.catalog import children_of
from dossier.model.fields import fields_of
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, record, word

from .reading import Tagged, assert_valid, plain, tagged

MATRIX, SUB_PROCESSORS = "Items of the contracts (art. 28(3))", "Sub-processors"
ALL = {item.field: {"state": "oui", "where": "Annex II"} for item in clause_items()}
SIGNED = {"role": "sous_traitant", "signed_on": "2024-02-02"}


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (Processor,)))
    return (folder / "a.pdf").read_bytes()


def table(data: bytes, title: str) -> list[list[str]]:
    """The rows of the table below a title, its head first; nothing where there is none."""
    elements = tagged(data)
    places = [place for place, each in enumerate(elements) if plain(each.text) == title and each.role.startswith("H")]
    rows: list[list[str]] = []
    for each in elements[places[0] + 1 :] if places else []:
        if not _is_of_a_table(each):
            break
        if each.role == "TR":
            rows.append([])
        elif each.role in ("TH", "TD", "Link", "P", "Span") and each.text and rows:
            rows[-1].append(plain(each.text))
        elif each.role == "TD" and rows:
            rows[-1].append("")
    return rows


def _is_of_a_table(each: Tagged) -> bool:
    return each.role == "Table" or "Table" in each.path


def processor(name: str, **values: Any) -> Record:
    return record("processor", name=name, **values)


def test_all_contracts_are_one_matrix_item_by_item(tmp_path: Path) -> None:
    stripe = {**ALL, "clause_d": {"state": "partiel"}, "clause_g": {"state": "non"}, "header_nature": None}
    data = printed(tmp_path, processor("Stripe", **SIGNED, **stripe), processor("", service="Surveys"))
    assert_valid(data)
    head, first, second = table(data, MATRIX)
    assert head[:3] == ["Processor", "Contract", "Subject"]
    assert head[-2:] == ["(g) End of contract", "(h) Evidence and audits"]
    yes = ["Yes"] * 3
    assert first == [
        *("STT-001 – Stripe", "6 of 8 clauses", "Yes", "Yes", "?", *yes),
        *(*yes, "Partly", "Yes", "Yes", "No", "Yes"),
    ]
    assert second[:3] == ["STT-002 – (Surveys)", "Role to qualify", "?"]


def test_how_a_contract_stands_is_not_told_to_an_authority(tmp_path: Path) -> None:
    data = printed(tmp_path, processor("A", **SIGNED, **ALL), processor("B"), profile="authority", lang="fr")
    assert_valid(data)
    head, *rows = table(data, "Contenu des contrats (art. 28(3))")
    assert head[:2] == ["Sous-traitant", "Objet"]
    assert [row[0] for row in rows] == ["STT-001 – A"]
    text = plain(" ".join(each.text for each in tagged(data)))
    assert [words for words in ("Manquant", "?", "non vérifié") if words in text] == []


def test_an_authority_gets_what_was_checked_and_no_matrix_where_nothing_was(tmp_path: Path) -> None:
    partly = {"clause_d": {"state": "non"}, "clause_g": {"state": "oui"}}
    data = printed(tmp_path, processor("A", **partly), processor("B", clause_g={"state": "oui"}), profile="authority")
    head, *rows = table(data, MATRIX)
    assert [title[:3] for title in head[1:]] == ["(d)", "(g)"]
    assert [row[1:] for row in rows] == [["No", "Yes"], ["", "Yes"]]
    (tmp_path / "none").mkdir()
    data = printed(tmp_path / "none", processor("A"), processor("B"), profile="authority")
    assert table(data, MATRIX) == []
    assert "Where an item stands" not in " ".join(each.text for each in tagged(data))


def test_one_processor_alone_needs_no_matrix(tmp_path: Path) -> None:
    data = printed(tmp_path, processor("Stripe", **SIGNED, **ALL))
    assert_valid(data)
    assert table(data, MATRIX) == []
    assert "Yes (Annex II)" in [plain(each.text) for each in tagged(data)]


def test_a_chain_is_printed_in_its_order_with_its_levels(tmp_path: Path) -> None:
    stripe = processor("Stripe")
    host = record("sub_processor", name="Host", processor=stripe.id)
    low = record("sub_processor", name="Low", processor=stripe.id)
    deep = record("sub_processor", name="Deep", processor=stripe.id, under=low.id)
    middle = low.with_(under=host.id)
    own = record("sub_processor", name="Own", processor=stripe.id)
    data = printed(tmp_path, stripe, host, deep, middle, own.with_(under=own.id))
    assert_valid(data)
    rows = table(data, SUB_PROCESSORS)
    assert [(row[1], row[2]) for row in rows] == [
        ("Level", "Name"),
        ("1", "Host"),
        ("2", "Low"),
        ("3", "Deep"),
        ("1, circular chain", "Own"),
    ]


def test_one_level_has_no_column(tmp_path: Path) -> None:
    stripe = processor("Stripe")
    data = printed(tmp_path, stripe, record("sub_processor", name="Host", processor=stripe.id))
    assert table(data, SUB_PROCESSORS)[0] == ["Reference", "Name"]


def test_every_value_that_is_stored_is_still_printed(tmp_path: Path) -> None:
    data = printed(tmp_path, *filled_dossier(), processor("Second"))
    text = plain(" ".join(each.text for each in tagged(data)))
    kinds: list[type[Record]] = [Processor, *children_of(Processor)]
    texts = [(kind, field) for kind in kinds for field in fields_of(kind) if field.type is str and field.target is None]
    texts = [(kind, field) for kind, field in texts if field.name not in ("id", "reference", "aliases")]
    missing = [f"{kind.kind.name}.{field.name}" for kind, field in texts if plain(word(kind, field)) not in text]
    assert missing == []
