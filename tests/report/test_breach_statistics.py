"""The statistics of breaches read back out of the PDF: their values are text, their bars are lengths that agree."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from dossier.i18n import Code
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.model.vocabulary_procedures import BreachCause, BreachOrigin
from dossier.report.content import Bars, Chapter, OwnText, ShareText
from dossier.report.registers import Profile, Scope
from dossier.report.stylesheet import ACCENT, TINT
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record
from tests.law.test_breach_clock import moment

from .packs import EMPTY, HOSTILE, written
from .reading import Tagged, assert_valid, plain, tagged

CHAPTER = "Statistics of breaches"


def log() -> list[Record]:
    origins = [(BreachOrigin.HACKING,), (BreachOrigin.HACKING, BreachOrigin.DEVICE), (BreachOrigin.PAPER,), ()]
    made: list[Record] = []
    for year, origin in zip((2024, 2025, 2025, 2026), origins, strict=True):
        aware = moment(f"{year}-03-10T09:00")
        breach = record("breach", aware_at=aware, origins=origin, causes=(BreachCause.EXTERNAL_MALICIOUS,))
        made.append(breach)
        sent = moment(f"{year}-03-12T09:00")
        made.append(record("breach_notification", breach=breach.id, type="initiale", sent_at=sent))
    return made


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (PackPart.BREACHES,)))
    return (folder / "a.pdf").read_bytes()


def chapter(data: bytes) -> list[Tagged]:
    """What follows the title of the chapter."""
    elements = tagged(data)
    titles = [place for place, each in enumerate(elements) if each.role == "H1" and plain(each.text) == CHAPTER]
    return elements[titles[-1] :] if titles else []


def rows(elements: list[Tagged], title: str, nth: int = 0) -> list[list[str]]:
    """The rows of the nth chart of that title."""
    starts = [place for place, each in enumerate(elements) if each.role == "H3" and plain(each.text) == title]
    found: list[list[str]] = []
    for each in elements[starts[nth] + 1 :]:
        if each.role == "TH":
            found.append([])
        if each.role in ("TH", "TD"):
            found[-1].append(plain(each.text).replace("\u2007", ""))
        elif each.role not in ("Table", "TR"):
            break
    return found


def lengths(data: bytes) -> list[float]:
    """How long the bars of a document are, as parts of their tracks, in reading order."""
    colours = {tuple(map(float, colour.split())): name for colour, name in ((ACCENT, "bar"), (TINT, "track"))}
    found: list[float] = []
    track = 0.0
    for page in pikepdf.open(io.BytesIO(data)).pages:
        name = ""
        for instruction in pikepdf.parse_content_stream(page):
            operands = [float(one) for one in instruction.operands if not isinstance(one, pikepdf.Object)]
            if str(instruction.operator) == "rg":
                name = colours.get(tuple(operands), "")
            elif str(instruction.operator) == "re" and name and abs(operands[3] - 7) < 0.1:
                track, found = (operands[2], [*found, 0.0]) if name == "track" else (track, found)
                found[-1] = operands[2] / track if name == "bar" else found[-1]
    return found


def test_every_year_is_printed_after_the_register_with_its_numbers_as_text(tmp_path: Path) -> None:
    data = printed(tmp_path, *log())
    assert_valid(data)
    elements = chapter(data)
    assert [plain(each.text) for each in elements if each.role == "H2"] == ["All years", "2026", "2025", "2024"]
    assert rows(elements, "Origin of the incident") == [
        ["Hacking, malware (for example ransomware) and/or phishing", "2", "50 %"],
        ["Device lost or stolen", "1", "25 %"],
        ["Paper lost, stolen or left accessible in an unsecured place", "1", "25 %"],
        ["Not filled in", "1", "25 %"],
    ]
    assert rows(elements, "By year") == [["2024", "1", "25 %"], ["2025", "2", "50 %"], ["2026", "1", "25 %"]]
    assert ["Within 48 h", "4", "100 %"] in rows(elements, "Delay of the notification")
    assert rows(elements, "By month", 0)[2] == ["2026-03", "1", "100 %"]


def test_bars_are_as_long_as_the_shares_they_stand_beside(tmp_path: Path) -> None:
    data = printed(tmp_path, *log())
    elements = chapter(data)
    shares = [plain(each.text) for each in elements if each.role == "TD" and plain(each.text).endswith("%")]
    told = [int(share.strip("\u2007 %")) / 100 for share in shares]
    assert lengths(data) == pytest.approx(told, abs=0.01)
    assert len(told) > 20


def test_only_a_complete_copy_with_breaches_has_them(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert chapter(printed(tmp_path, *log(), profile="authority")) == []
    assert chapter(printed(tmp_path / "b", record("activity", name="Paie"))) == []


def test_one_year_is_told_once(tmp_path: Path) -> None:
    data = printed(tmp_path, *log()[:2], lang="fr")
    assert_valid(data)
    assert [plain(each.text) for each in tagged(data) if each.role == "H2"][-1] == "2024"
    assert "Toutes les années" not in [plain(each.text) for each in tagged(data)]


def test_bars_of_any_words_and_shares_are_valid() -> None:
    hostile = [(OwnText(text), "7", ShareText("50 %", share)) for text, share in zip(HOSTILE, (-1, 0, 2), strict=False)]
    parts = [Bars(hostile, OwnText(HOSTILE[0])), Bars([])]
    data = written(replace(EMPTY, chapters=[Chapter("Barres", parts=parts)]))[0]
    assert_valid(data)
    assert max(lengths(data)) <= 1


def test_a_chart_is_not_cut_by_the_end_of_a_page(tmp_path: Path) -> None:
    elements = chapter(printed(tmp_path, *log()))
    tables: list[set[int]] = []
    for each in elements:
        if each.role == "H3":
            tables.append(set())
        if each.role in ("H3", "TH", "TD") and tables:
            tables[-1].update(each.pages)
        if each.role == "H2":
            tables.append(set())
    assert max(map(len, tables)) == 1
