"""A template inserted: a draft in the language of the dossier, what the checks say of it, one undo."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dossier.checks.run import findings
from dossier.i18n import Code, language, use_language
from dossier.law.templates import Template, template_called, templates
from dossier.model.activity import Activity, DataItem, Purpose, Recipient, Retention
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.measure import Measure
from dossier.model.record import Duration, Status, Unit
from dossier.model.vocabulary import MeasureStatus
from dossier.store.edit import Change
from dossier.store.store import Store
from dossier.work.templates import insertion
from tests.factories import AUTHOR, NOW, make_store, record

EVERY = pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
LANGUAGES = pytest.mark.parametrize("code", ["fr", "en"])

TO_DO: dict[str, set[str]] = {
    "payroll": {"REC-02", "RET-07"},
    "personnel": {"REC-02", "RET-07"},
    "recruitment": {"LB-02", "REC-02"},
    "customers": {"LB-02", "REC-02", "RET-07"},
    "prospects": {"LB-02", "LB-04", "LB-05", "REC-02"},
    "website": {"LB-02", "LB-04", "REC-02"},
    "suppliers": {"LB-02", "REC-02", "RET-07"},
    "cctv": {"LB-02", "REC-02", "RET-07"},
    "access_control": {"LB-02", "REC-02"},
    "it_accounts": {"LB-02", "REC-02"},
    "requests": {"RET-07"},
    "alerts": {"DPI-02", "REC-02"},
}
"""What only the organisation can do: balancing tests, proofs of consent, naming processors, archives."""


def inserted(template: Template, code: Code = "fr") -> Dossier:
    before = Dossier("1", code).with_records([(None, record("organisation", name="Éco"))], 1, "")
    return before.with_records(insertion(before, template, NOW).changes, 2, "")


def ours(dossier: Dossier) -> dict[str, set[str]]:
    """The checks that fire on what was inserted, by their severity."""
    found: dict[str, set[str]] = {}
    for one in findings(dossier, NOW):
        if one.record.kind.name != "organisation":
            found.setdefault(one.severity.value, set()).add(one.check.id)
    return found


@EVERY
@LANGUAGES
def test_the_checks_find_only_what_the_organisation_itself_must_do(template: Template, code: Code) -> None:
    found = ours(inserted(template, code))
    assert set().union(*found.values()) == TO_DO[template.code]
    assert found.get("blocking", set()) == TO_DO[template.code] & {"DPI-02"}


@EVERY
@LANGUAGES
def test_no_text_has_the_apostrophe_of_a_typewriter(template: Template, code: Code) -> None:
    made = inserted(template, code)
    texts = [getattr(one, field.name) for one in made for field in fields_of(type(one)) if field.type is str]
    told = [text for text in texts if isinstance(text, str)]
    assert told
    assert [text for text in told if "'" in text] == []


@EVERY
@LANGUAGES
def test_the_texts_are_in_the_language_of_the_dossier_whatever_that_of_the_window(
    template: Template, code: Code
) -> None:
    use_language("en" if code == "fr" else "fr")
    activity = inserted(template, code).of(Activity)[0]
    words = {"fr": "valeurs contrôlées le 22/11/2026", "en": "values checked on 2026-11-22"}
    assert words[code] in activity.notes
    assert activity.name == template.values(template.activity, language(code))["name"]


@EVERY
def test_it_is_a_draft_with_a_note_and_its_measures_are_only_planned(template: Template) -> None:
    dossier = inserted(template)
    activity = dossier.of(Activity)[0]
    assert (activity.status, activity.validated_at) == (Status.DRAFT, None)
    assert "modèle" in activity.notes
    assert {one.state for one in dossier.of(Measure)} == {MeasureStatus.PLANNED}
    assert set(activity.measures) == {one.id for one in dossier.of(Measure)}
    assert not any(one.processor for one in dossier.of(Recipient))


def test_each_retention_is_linked_to_its_data() -> None:
    dossier = inserted(template_called("payroll"))
    (banks,) = [one for one in dossier.of(Retention) if one.name == "Coordonnées bancaires"]
    (item,) = [dossier.get(one, DataItem) for one in banks.data_items]
    assert item
    assert item.title == "Coordonnées bancaires (IBAN)"


def test_one_undo_takes_everything_away(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier") as store:
        before = counts(store)
        written = store.apply(insertion(store.dossier, template_called("customers"), NOW), AUTHOR, NOW)
        assert counts(store) != before
        store.apply(written.inverse("undo"), AUTHOR, NOW)
        assert counts(store) == before


def counts(store: Store) -> Counter[str]:
    return Counter(one.kind.name for one in store.dossier)


def test_inserted_again_the_activity_gets_a_number_and_the_measures_are_those_of_the_first_time() -> None:
    template = template_called("cctv")
    once = inserted(template)
    twice = once.with_records(insertion(once, template, NOW).changes, 3, "")
    thrice = twice.with_records(insertion(twice, template, NOW).changes, 4, "")
    names = sorted(one.name for one in thrice.of(Activity))
    assert names == ["Vidéosurveillance", "Vidéosurveillance (2)", "Vidéosurveillance (3)"]
    assert thrice.count(Measure) == once.count(Measure)


def test_the_measures_of_a_sheet_are_linked_and_what_does_not_apply_is_left() -> None:
    known = record("measure", name="Habilitations", sheet=5, state="en_place")
    elsewhere = record("measure", name="Traces", sheet_items=["F16.1"], state="absente")
    excluded = record("measure", name="Locaux", sheet=12, state="non_applicable", not_applicable_reason="Aucun local")
    before = Dossier("1").with_records([(None, one) for one in (known, elsewhere, excluded)], 1, "")
    edit = insertion(before, template_called("cctv"), NOW)
    activity = edit.changes[0].record
    assert isinstance(activity, Activity)
    assert activity.measures == (known.id, elsewhere.id)
    assert not [change for change in edit.changes if isinstance(change.record, Measure)]


def test_only_the_parts_that_are_wanted_are_made() -> None:
    edit = insertion(Dossier("1"), template_called("payroll"), NOW, {Purpose, Retention})
    assert {type(change.record) for change in edit.changes} == {Activity, Purpose, Retention}
    assert not any(change.record.data_items for change in edit.changes if isinstance(change.record, Retention))


def test_a_period_that_the_dossier_sets_for_itself_is_proposed() -> None:
    shorter = record(
        "legal_setting",
        name="Candidats",
        key="retention.R-CAN.base_active",
        duration=Duration(count=1, unit=Unit.YEAR),
        since=date(2026, 1, 1),
    )
    before = Dossier("1").with_records([Change(None, shorter)], 1, "")
    after = before.with_records(insertion(before, template_called("recruitment"), NOW).changes, 2, "")
    (kept,) = [one for one in after.of(Retention) if one.duration]
    assert kept.duration == Duration(count=1, unit=Unit.YEAR)
