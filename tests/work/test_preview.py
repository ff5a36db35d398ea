"""Pages to look at before anything leaves: each alone, the first at once, and where each part begins."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from dossier.i18n import language
from dossier.model.dossier import Dossier
from dossier.model.processor import Processor
from dossier.model.vocabulary_pack import PackPart
from dossier.report.page_alone import Pages
from dossier.report.scope import Scope, selection_of
from dossier.report.staying import staying
from dossier.work.export import export_pdf
from dossier.work.preview import Preview, all_pages, first_pages, namings, pages_alone
from tests.factories import NOW, make_store, record

SCOPE = Scope("en", NOW)
LATIN, OTHER = "Hébergement", "Зеркало"
RECORDS = (
    record("organisation", name="Éco"),
    *(record("processor", name=f"{LATIN} {n} {OTHER}", notes="Secret") for n in range(120)),
    record("tracker", name="Mesure"),
    record("contact", name="Jeanne Petit", function="Juriste"),
    record("measure", name="Chiffrement, dit Jeanne Petit", budget="12 000 euros"),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Path]:
    path = tmp_path_factory.mktemp("preview") / "essai.dossier"
    with make_store(path, list(RECORDS)) as store:
        return store.dossier, path


def test_every_page_alone_says_what_it_says_in_the_whole(kept: tuple[Dossier, Path], tmp_path: Path) -> None:
    dossier, file = kept
    export_pdf(dossier, tmp_path / "a.pdf", SCOPE, file=file)
    data = (tmp_path / "a.pdf").read_bytes()
    pages, whole = Pages(io.BytesIO(data)), PdfReader(io.BytesIO(data)).pages
    assert len(pages) == len(whole)
    for index, page in enumerate(whole):
        (alone,) = PdfReader(io.BytesIO(pages.alone(index))).pages
        assert alone.extract_text() == page.extract_text()
        assert alone.mediabox == page.mediabox
        assert len(pages.alone(index)) < len(data)


def test_a_page_alone_holds_nothing_of_the_others(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    preview = all_pages(dossier, replace(SCOPE, profile="full"), PackPart.TRACKERS, file, silent)
    reader = PdfReader(io.BytesIO(preview.pages.alone(preview.shown)))
    assert not reader.attachments
    assert set(reader.root_object) == {"/Type", "/Pages"}


def test_where_each_part_begins(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    preview = all_pages(dossier, SCOPE, PackPart.PROCESSORS, file, silent)
    say = language("en")
    for part, index in preview.parts.items():
        assert say(part.label) in text(preview, index)
    assert preview.shown == preview.parts[PackPart.PROCESSORS]
    assert list(preview.parts.values()) == sorted(preview.parts.values())


@pytest.mark.parametrize("part", PackPart)
def test_the_first_page_of_a_part_is_that_of_the_whole_but_for_its_number(
    kept: tuple[Dossier, Path], part: PackPart
) -> None:
    dossier, file = kept
    first = first_pages(dossier, SCOPE, part, file, silent)
    whole = all_pages(dossier, SCOPE, part, file, silent)
    if part not in whole.parts:
        return
    assert first.parts == {}
    assert without_number(text(first, first.shown)) == without_number(text(whole, whole.shown))
    assert len(first.pages) < 10


def test_a_part_alone_begins_after_its_cover(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    scope = replace(SCOPE, only=(PackPart.TRACKERS,))
    preview = all_pages(dossier, scope, PackPart.TRACKERS, file, silent)
    assert "Mesure" in text(preview, preview.parts[PackPart.TRACKERS])


def test_one_record_is_seen_as_its_sheet(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    processor = dossier.of(Processor)[7]
    preview = pages_alone(dossier, processor, SCOPE, PackPart.PROCESSORS, file, silent)
    said = " ".join(text(preview, page) for page in range(len(preview.pages)))
    assert f"{LATIN} 7" in said
    assert f"{LATIN} 8" not in said


def test_whoever_stops_waits_neither_for_the_data_nor_for_the_pages(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    told: list[int] = []

    def stop(pages: int) -> None:
        told.append(pages)
        raise StopAsyncIteration

    with pytest.raises(StopAsyncIteration):
        all_pages(dossier, SCOPE, PackPart.PROCESSORS, file, stop)
    assert told == [0]
    target = file.with_name("arrêté.pdf")
    with pytest.raises(StopAsyncIteration):
        export_pdf(dossier, target, SCOPE, stop, file)
    assert told == [0, 0]
    assert not target.exists()


def test_names_are_looked_for_only_in_what_leaves(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    hiding = replace(SCOPE, hides_names=True)
    assert [one.names for one in namings(dossier, hiding, file)] == [("Jeanne Petit",)]
    assert namings(dossier, SCOPE, file) == ()
    assert namings(dossier, replace(hiding, only=(PackPart.TRACKERS,)), file) == ()


def test_whoever_stops_waits_for_no_more_than_the_texts_of_one_record(kept: tuple[Dossier, Path]) -> None:
    dossier, file = kept
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == 5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        namings(dossier, replace(SCOPE, hides_names=True), file, step)
    steps = 5
    namings(dossier, replace(SCOPE, hides_names=True), file, step)
    assert steps > len(list(dossier))


def test_what_stays_is_what_no_page_tells(kept: tuple[Dossier, Path]) -> None:
    dossier, _file = kept
    authority = staying(dossier, SCOPE)
    assert {one.name for one in authority.fields} >= {"measure.budget"}
    assert "findings" in {getattr(piece, "name", "") for piece in authority.pieces}
    ticked = staying(dossier, replace(SCOPE, ticked=frozenset({"measure.budget", "findings"})))
    assert "measure.budget" not in {one.name for one in ticked.fields}
    assert "findings" not in {getattr(piece, "name", "") for piece in ticked.pieces}
    assert "statistics" not in {getattr(piece, "name", "") for piece in authority.pieces}  # there is no breach
    one = dossier.of(Processor)[0]
    chosen = staying(dossier, replace(SCOPE, selected=selection_of([one])))
    assert chosen.records == ((Processor, 119),)
    full = staying(dossier, replace(SCOPE, profile="full"))
    assert (full.pieces, full.fields, full.records) == ((), (), ())


def silent(_pages: int) -> None:
    return None


def text(preview: Preview, index: int) -> str:
    (page,) = PdfReader(io.BytesIO(preview.pages.alone(index))).pages
    return page.extract_text()


def without_number(words: str) -> list[str]:
    return [line for line in words.splitlines() if "Page " not in line]
