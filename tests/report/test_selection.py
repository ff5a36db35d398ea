"""What is chosen leaves, and of its kinds nothing else: in every chapter, on any day, in any period."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dossier.errors import InvalidInput, NotFound
from dossier.i18n import use_language
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.evidence import Removal
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import ACTION_PLAN, LEGAL_BASES, RETENTION, SCREENING, Piece
from dossier.report.scope import Period, Profile, Scope, selection_of
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.export import export_pdf, export_record
from tests.factories import AUTHOR, NOW, add, make_store, record
from tests.report.test_options import everything_in, text_of

LATER = NOW + timedelta(days=9)
NEXT_DAY = (NOW + timedelta(days=1)).date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two screened activities with a purpose, and a third that came nine days later, when the first was renamed."""
    first, other = (record("activity", name=name, dpia_screened_on="2026-03-01") for name in ("Paie", "Vivier"))
    parts = [
        record("purpose", activity=one.id, name=f"Finalité de {one.title}", basis="contrat") for one in (first, other)
    ]
    items = [record("data_item", activity=one.id, name=f"Donnée de {one.title}") for one in (first, other)]
    parts += [*items, record("retention", activity=first.id, data_items=(items[0].id,), criterion="Le contrat")]
    organisation = record("organisation", name="Éco")
    with make_store(tmp_path / "a.dossier", [organisation, first, other, *parts]) as made:
        late = record("activity", name="Nouvelle")
        changes = (Change(None, late), Change(kept := called(made, "TRT-001"), kept.with_(name="Paie et congés")))
        made.apply(Edit("later", changes), AUTHOR, LATER)
        yield made


def called(store: Store, reference: str) -> Activity:
    found = store.dossier.called(reference)
    assert isinstance(found, Activity)
    return found


def exported(store: Store, scope: Scope) -> bytes:
    target = store.path.with_suffix(".pdf")
    export_pdf(store.dossier, target, scope, file=store.path)
    return target.read_bytes()


def test_what_was_chosen_and_was_not_there_yet_brings_nothing_else(store: Store) -> None:
    both = selection_of([called(store, "TRT-001"), called(store, "TRT-003")])
    then = Scope("fr", LATER, only=(Activity,), selected=both, state_on=NEXT_DAY)
    data = exported(store, then)
    assert "Fiches choisies TRT-001" in text_of(data)
    assert "Vivier" not in everything_in(data)
    alone = Scope("fr", LATER, only=(Activity,), selected=selection_of([called(store, "TRT-003")]), state_on=NEXT_DAY)
    with pytest.raises(NotFound):
        exported(store, alone)


def test_an_empty_choice_is_no_record_and_not_all(store: Store) -> None:
    searched = everything_in(exported(store, Scope("fr", LATER, only=(Activity,), selected={Activity: frozenset()})))
    assert "Paie" not in searched
    assert "Vivier" not in searched


@pytest.mark.parametrize(
    ("only", "words"), [(LEGAL_BASES, "Finalité de Paie"), (SCREENING, "Paie et congés"), (RETENTION, "Donnée de Paie")]
)
@pytest.mark.parametrize("profile", ["authority", "full"])
def test_chapters_tell_of_what_was_chosen_alone(only: Piece, words: str, profile: Profile, store: Store) -> None:
    chosen = selection_of([called(store, "TRT-001")])
    data = exported(store, Scope("fr", LATER, profile, (only,), selected=chosen))
    assert words in text_of(data)
    assert "Fiches choisies TRT-001" in text_of(data)
    assert "Vivier" not in everything_in(data)
    assert "Nouvelle" not in everything_in(data)


def breaches(store: Store) -> None:
    """A breach of today, and what remains of two others, of which one was taken out nine days later."""
    add(store, record("breach", name="Courriel égaré"))
    gone = (("VIO-2026-007", "Doublon", NOW), ("VIO-2026-008", "Essai", LATER))
    add(
        store,
        *(
            record("removal", name=name, removed_kind="breach", reason=why, removed_at={"at": at.isoformat()})
            for name, why, at in gone
        ),
    )


@pytest.mark.parametrize("only", [(PackPart.BREACHES,), (Breach, Removal), ()])
def test_with_one_breach_nothing_is_told_of_those_that_were_taken_out(
    only: tuple[PackPart | Piece, ...], store: Store
) -> None:
    breaches(store)
    assert "Doublon" in everything_in(exported(store, Scope("fr", LATER, only=only)))
    chosen = selection_of(store.dossier.of(Breach))
    searched = everything_in(exported(store, Scope("fr", LATER, only=only, selected=chosen)))
    assert "Courriel égaré" in searched
    for kept in ("Doublon", "Essai", "VIO-2026-007"):
        assert kept not in searched
    assert "Doublon" in everything_in(
        exported(store, Scope("fr", LATER, selected=selection_of(store.dossier.of(Removal))))
    )


def test_a_period_holds_for_what_was_taken_out_and_for_chapters(store: Store) -> None:
    breaches(store)
    first_days = Period(NOW.date(), NEXT_DAY)
    searched = everything_in(exported(store, Scope("fr", LATER, only=(PackPart.BREACHES,), period=first_days)))
    assert "Doublon" in searched
    assert "Essai" not in searched
    add(store, record("operation", name="Purge ancienne", type="purge", done_on="2020-01-01"))
    told = exported(store, Scope("fr", LATER, only=(RETENTION,), period=first_days))
    assert "Purge ancienne" not in everything_in(told)


def test_closed_actions_are_in_no_plan_nor_in_its_data(store: Store) -> None:
    add(store, record("action", name="À faire encore", state="a_faire"), record("action", name="Close", state="fait"))
    data = exported(store, Scope("fr", LATER, only=(ACTION_PLAN,), ticked=frozenset({"action_plan"})))
    assert "À faire encore" in everything_in(data)
    assert "Close" not in everything_in(data)


def test_days_that_cannot_be_are_refused_in_a_sentence(store: Store) -> None:
    use_language("fr")
    for scope, words in (
        (Scope("fr", LATER, period=Period(date(2026, 6, 30), date(2026, 1, 1))), "commencer"),
        (Scope("fr", NOW, state_on=NEXT_DAY), "à venir"),
    ):
        with pytest.raises(InvalidInput, match=words):
            exported(store, scope)
    assert not list(store.path.parent.glob("*.pdf*"))
    exported(store, Scope("fr", LATER, state_on=LATER.date()))


def test_a_cover_alone_is_not_written(store: Store) -> None:
    with pytest.raises(InvalidInput):
        exported(store, Scope("fr", LATER, "full", (ACTION_PLAN,)))
    assert "Registres sans aucune fiche" in text_of(exported(store, Scope("fr", LATER, only=(Breach,))))


def test_an_internal_record_leaves_alone_in_a_complete_copy(store: Store) -> None:
    (waiver,) = add(store, record("waiver", name="Attendre"))
    target = store.path.with_suffix(".pdf")
    with pytest.raises(InvalidInput, match=waiver.reference):
        export_record(store.dossier, waiver, target, Scope("fr", LATER))
    assert not target.exists()
    export_record(store.dossier, waiver, target, Scope("fr", LATER, "full"))
    assert "Attendre" in text_of(target.read_bytes())


def test_one_record_alone_is_rebuilt_as_it_was_that_day(store: Store) -> None:
    target, scope = store.path.with_suffix(".pdf"), Scope("fr", LATER, state_on=NEXT_DAY)
    export_record(store.dossier, called(store, "TRT-001"), target, scope, file=store.path)
    told = everything_in(target.read_bytes())
    assert "Paie et congés" not in told
    assert "entrée 9" in text_of(target.read_bytes())
    with pytest.raises(NotFound):
        export_record(store.dossier, called(store, "TRT-003"), target, scope, file=store.path)
