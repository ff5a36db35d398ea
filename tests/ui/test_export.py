"""The export window writes: in the background, stopped, refused, noted as a hand-over that can be undone."""

import hashlib
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dossier.errors import CannotWrite, FileLocked
from dossier.i18n import _
from dossier.model.evidence import HandOver
from dossier.model.vocabulary_pack import PackPart
from dossier.ui.background import Progress, Task
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import ask_where
from dossier.ui.export import choice
from dossier.ui.export.window import ExportWindow
from dossier.ui.widgets.buttons import Button
from dossier.work.exported_told import WORKING_COPY, refuse_unrecorded
from dossier.work.hand_over import handed_over_files
from tests.factories import NOW, record
from tests.keys import PASSPHRASE, SIGNER, certificate, p12

from .desks import desk_with, reading_desk, settle, shown
from .exports import SOON, export_window, laid_out, page_pdf, page_text, read_in, text_of, written
from .opening import said
from .window_check import problems


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, record("organisation", name="Éco 𐍈"), record("processor", name="Stripe", notes="Secret"))


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportWindow]:
    made = export_window(qtbot, desk, tmp_path)
    yield made
    if isValid(made):
        made.close()


def endless(*_arguments: object) -> None:
    """Goes on until its progress raises."""
    progress = _arguments[5]
    assert callable(progress)
    for page in range(10**9):
        progress(page)


def test_a_pdf_in_the_language_asked(window: ExportWindow, qtbot: QtBot) -> None:
    window.options.language.parts[1].click()
    text = text_of(written(qtbot, window))
    assert "Processors" in text
    assert "Secret" not in text
    assert any("essai.pdf" in words for words in said(window))
    assert any("U+10348" in words for words in said(window))


def test_an_export_is_stopped(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "essai.pdf").write_bytes(b"what was there")
    monkeypatch.setattr(choice, "handed_over_files", endless)
    window.place.begin.click()
    qtbot.waitUntil(lambda: bool(window.place.pages.text()), timeout=SOON)
    window.place.stop.click()
    qtbot.waitUntil(lambda: window.place.begin.isVisible(), timeout=SOON)
    assert f"{_('Stopped.')} {_('Nothing was written.')}" in said(window)
    assert window.place.begin.isEnabled()
    assert (tmp_path / "essai.pdf").read_bytes() == b"what was there"


def test_who_stops_does_not_wait_for_the_next_page(
    window: ExportWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, ended = Event(), list[bool]()

    def says_nothing_for_long(*arguments: object) -> None:
        going.wait(SOON)
        try:
            endless(*arguments)
        finally:
            ended.append(True)

    monkeypatch.setattr(choice, "handed_over_files", says_nothing_for_long)
    window.place.begin.click()
    window.place.stop.click()
    assert window.place.begin.isVisible()
    assert f"{_('Stopped.')} {_('Nothing was written.')}" in said(window)
    going.set()
    qtbot.waitUntil(lambda: bool(ended), timeout=SOON)


def test_what_was_written_before_it_could_be_stopped_is_said(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past its last word the work goes on: what is there is told, and never the contrary."""
    going = Event()

    def written_all_the_same(*arguments: Any) -> object:
        handed = handed_over_files(*arguments[:5])
        going.wait(SOON)
        return handed

    monkeypatch.setattr(choice, "handed_over_files", written_all_the_same)
    window.place.begin.click()
    window.place.stop.click()
    going.set()
    qtbot.waitUntil(lambda: any("essai.pdf" in words for words in said(window)), timeout=SOON)
    assert not any(_("Nothing was written.") in words for words in said(window))
    assert (tmp_path / "essai.pdf").exists()


def test_the_bar_tells_how_far_it_is_of_the_pages_that_were_laid_out(
    window: ExportWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "handed_over_files", endless)
    assert window.preview.preview is not None
    window.place.begin.click()
    assert window.place.progress.maximum() == len(window.preview.preview.pages) > 0
    window.place.stop.click()
    window.preview.show_nothing("")
    window.place.begin.click()
    assert window.place.progress.maximum() == 0  # nobody knows
    window.place.stop.click()


def test_an_error_that_nobody_foresaw_ends_with_a_sentence_and_a_report(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("unassigned code points")

    monkeypatch.setattr(choice, "handed_over_files", fail)
    window.recipient.name.setText("CNIL")
    with qtbot.captureExceptions() as caught:
        window.place.begin.click()
        qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
        settle()
    assert caught[0][0] is ValueError  # for the report
    assert any(_("The program met an unforeseen error") in words for words in said(window))
    assert window.place.begin.isVisible()
    assert window.recipient.name.text() == "CNIL"
    assert not (tmp_path / "essai.pdf").exists()


def test_what_was_handed_over_is_never_replaced_by_the_next(
    window: ExportWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window.recipient.name.setText("CNIL")
    first = written(qtbot, window)
    window.sections.rows[PackPart.SUMMARY].box.click()
    assert written(qtbot, window) != first
    assert [one.file_name for one in desk.dossier.of(HandOver)] == ["essai.pdf", "essai (2).pdf"]
    assert (tmp_path / "essai.pdf").read_bytes() == first


def test_another_window_proposes_another_name(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    desk = desk_with(tmp_path, record("organisation", name="Éco" + "o" * 300))
    parent, names = QWidget(), list[Path]()
    shown(qtbot, parent)
    for ending in (".pdf", ".zip", ".pdf"):
        made = ExportWindow(parent, desk)
        made.show()
        names.append(made.place.target)
        made.place.target.with_suffix(ending).touch()
        made.close()
    assert [one.stem[-4:] for one in names] == [names[0].stem[-4:], " (2)", " (3)"]
    assert len(names[0].name) < 120


def test_a_typed_name_is_that_of_a_pdf_beside_the_dossier_and_says_what_it_replaces(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "registre v1.2.pdf").touch()
    window.place.path.setFocus()
    window.place.path.selectAll()
    QTest.keyClicks(window.place.path, " registre v1.2")
    assert window.place.target == tmp_path / "registre v1.2.pdf"
    assert window.place.replaces.isVisible()
    assert written(qtbot, window).startswith(b"%PDF")
    assert window.place.path.text() == str(tmp_path / "registre v1.2.pdf")


@pytest.mark.parametrize("typed", ["", " ", "~nobody", "~nobody/x", "dossiers/", "x" * 300])
def test_whatever_is_typed_as_a_name_ends_in_words(typed: str, window: ExportWindow, qtbot: QtBot) -> None:
    window.place.path.setText(typed)
    window.place.path.textEdited.emit("")
    window.place.begin.click()
    qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
    assert said(window)


def test_the_ending_is_added_to_a_name_that_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system asked whether “registre” may be replaced, and not “registre.pdf”."""
    (tmp_path / "registre.pdf").touch()
    chosen = str(tmp_path / "registre")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (chosen, ""))
    assert ask_where(QWidget(), "", tmp_path / "x.pdf") == tmp_path / "registre (2).pdf"
    chosen += ".PDF"
    assert ask_where(QWidget(), "", tmp_path / "x.pdf") == Path(chosen)


def test_escape_stops_what_nobody_waits_for(
    window: ExportWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def until_nobody_waits(*arguments: object) -> None:
        try:
            endless(*arguments)
        finally:
            ended.append(True)

    monkeypatch.setattr(choice, "handed_over_files", until_nobody_waits)
    window.place.begin.click()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(ended), timeout=SOON)


def test_a_place_that_cannot_be_written_says_why_and_offers_another(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.place.path.setText(str(tmp_path / "absent" / "essai.pdf"))
    window.place.begin.click()
    qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
    assert any("essai.pdf" in words for words in said(window))
    monkeypatch.setattr("dossier.ui.export.place.ask_where", lambda *_arguments: tmp_path / "ailleurs.pdf")
    press(window, _("Choose another place…"))
    assert written(qtbot, window).startswith(b"%PDF")
    assert (tmp_path / "ailleurs.pdf").exists()


def test_a_key_that_does_not_open_is_told_before_anything_is_written(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.options.key.setText(str(tmp_path / "absente.p12"))
    window.place.begin.click()
    qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
    assert any("absente.p12" in words for words in said(window))
    assert not (tmp_path / "essai.pdf").exists()


@pytest.mark.parametrize("visible", [True, False])
def test_a_pdf_that_is_signed_in_the_window_is_valid_and_noted_as_it_is(
    visible: bool, window: ExportWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window.recipient.name.setText("CNIL")
    window.options.key.setText(str(p12(tmp_path / "key.p12")))
    window.options.passphrase.setText(PASSPHRASE)
    if visible:
        window.options.visible.box.click()
    data = written(qtbot, window)
    (found,) = PdfFileReader(io.BytesIO(data)).embedded_signatures
    root = translate_pyca_cryptography_cert_to_asn1(certificate())
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[root], allow_fetching=False, moment=NOW))
    assert (status.intact, status.valid, status.coverage) == (True, True, SignatureCoverageLevel.ENTIRE_FILE)
    (noted,) = desk.dossier.of(HandOver)
    assert (noted.sha256, noted.signed_by) == (hashlib.sha256(data).hexdigest(), SIGNER)
    assert PASSPHRASE.encode() not in desk.history.store.path.read_bytes()
    left, bottom, right, top = signature_box(data)
    assert ((right - left) * (top - bottom) > 0) == visible
    if shutil.which("pdfsig"):
        told = subprocess.run(["pdfsig", window.place.target], capture_output=True, text=True, check=False).stdout
        assert "Signature is Valid" in told


def test_the_place_of_a_signature_is_seen_before_anything_is_signed(
    window: ExportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.sections.rows[PackPart.PROCESSORS].button.click()
    window.options.visible.box.click()
    assert not window.looking.is_busy  # without a key nothing is signed
    window.options.key.setText(str(p12(tmp_path / "key.p12")))
    window.options.passphrase.setText(PASSPHRASE)
    laid_out(qtbot, window)
    assert window.preview.page == 0
    assert SIGNER not in page_text(window)
    place = height_of(page_pdf(window), _("Place of the signature"))
    data = written(qtbot, window)
    assert _("Place of the signature") not in text_of(data)
    _left, bottom, _right, top = signature_box(data)
    assert bottom < place < top
    window.options.visible.box.click()
    laid_out(qtbot, window)
    assert _("Place of the signature") not in page_text(window)


def signature_box(pdf: bytes) -> list[float]:
    """Where the signature stands on the first page; a box of no size where it is not seen."""
    annotations = PdfReader(io.BytesIO(pdf)).pages[0].annotations
    assert annotations
    return [float(side) for side in annotations[0].get_object()["/Rect"]]


def height_of(pdf: bytes, words: str) -> float:
    """How high above the foot of its first page some words stand."""
    found: list[float] = []

    def look(text: str, _cm: list[float], place: list[float], *_font: object) -> None:
        if words in text.replace("\xa0", " "):
            found.append(place[5])

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=look)
    (height,) = found
    return height


def test_with_a_recipient_the_hand_over_is_noted_and_can_be_undone(
    window: ExportWindow, desk: Desk, qtbot: QtBot
) -> None:
    gone_to: list[object] = []
    desk.asked_for.connect(gone_to.append)
    window.recipient.name.setText("CNIL, service des contrôles")
    window.recipient.purpose.setText("Courrier du 18 novembre")
    written(qtbot, window)
    (noted,) = desk.dossier.of(HandOver)
    assert (noted.recipient, noted.purpose, noted.file_name) == (
        "CNIL, service des contrôles",
        "Courrier du 18 novembre",
        "essai.pdf",
    )
    assert any(noted.reference in words for words in said(window))
    assert window.place.begin.isEnabled()
    press(window, _("Show it"))
    assert gone_to == [noted]
    desk.history.undo()
    assert not desk.dossier.of(HandOver)


def test_without_a_recipient_it_is_a_working_copy_as_is_said_before_and_after(
    window: ExportWindow, desk: Desk, qtbot: QtBot
) -> None:
    before = _("Without a name it is a working copy: nothing is noted in the dossier.")
    assert before in read_in(window)
    QTest.keyClicks(window.recipient.name, "CNIL")
    assert before not in read_in(window)
    window.recipient.name.clear()
    written(qtbot, window)
    assert any(_(WORKING_COPY) in words for words in said(window))
    assert not desk.dossier.of(HandOver)


def test_what_could_not_be_noted_is_refused_before_anything_is_written(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, reading_desk(tmp_path), tmp_path)
    QTest.keyClicks(window.recipient.name, "CNIL")
    assert not window.place.begin.isEnabled()
    with pytest.raises(FileLocked) as refused:
        refuse_unrecorded(window._desk.history.store)
    assert str(refused.value) in read_in(window)
    window.recipient.name.clear()
    assert written(qtbot, window).startswith(b"%PDF")
    assert any(_(WORKING_COPY) in words for words in said(window))
    window.close()


def test_characters_that_nobody_sees_are_listed_by_their_code_points(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk_with(tmp_path, record("processor", name="Paie 👩\u200d💻")), tmp_path)
    written(qtbot, window)
    assert any("U+1F469" in words and "U+200D" in words for words in said(window))
    window.close()


def test_enter_in_a_line_creates_nothing(window: ExportWindow, tmp_path: Path) -> None:
    window.recipient.name.setFocus()
    QTest.keyClicks(window.recipient.name, "CNIL")
    QTest.keyClick(window.recipient.name, Qt.Key.Key_Return)
    assert window.place.task is None
    assert window.isVisible()


def test_by_the_keyboard_alone(window: ExportWindow, qtbot: QtBot) -> None:
    """From the audience to the file: Tab, arrows, Space and Enter."""
    window.activateWindow()
    window.recipient.take_focus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert window.scope.profile == "full"
    for _step in range(100):
        if focused() is window.place.begin:
            break
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place.task is None, timeout=SOON)
    assert "Secret" in text_of(window.place.target.read_bytes())


def test_the_sections_are_one_stop_of_the_keyboard_whose_arrows_go_through_them(window: ExportWindow) -> None:
    window.activateWindow()
    window.recipient.take_focus()
    tabs = 0
    while focused() is not window.place.begin:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        tabs += 1
    assert tabs < 20
    rows = list(window.sections.rows.values())
    rows[0].button.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is rows[1].box
    was_ticked = rows[1].box.isChecked()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert rows[1].box.isChecked() is not was_ticked
    for _step in rows:
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() in (rows[-1].box, rows[-1].button)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is window.sections.everything


def test_the_pdf_is_created_by_its_keys_from_anywhere_and_only_where_it_can_be(
    window: ExportWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.recipient.take_focus()
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) in window.place.begin.toolTip()
    window.sections.nothing.click()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.place.task is None
    window.sections.everything.click()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.place.wrote), timeout=SOON)
    assert window.place.target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", [(1180, 740), (1060, 660), (0, 0)])
def test_the_window_has_no_problem(window: ExportWindow, size: tuple[int, int]) -> None:
    window.options.open(True)
    for row in window.sections.rows.values():
        row.open(row.has_anything)
    window.resize(*size) if any(size) else window.resize(window.minimumSize())
    settle()
    assert problems(window) == []


def test_the_window_has_no_problem_with_longer_words(
    stretched: None, app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk_with(tmp_path, record("processor", name="Stripe")), tmp_path)
    settle()
    assert problems(window) == []
    window.close()


def test_a_task_gives_back_a_value_or_a_sentence(app: QApplication, qtbot: QtBot) -> None:
    task = Task(lambda _progress: ("a", "value"))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert done.args == [("a", "value")]

    def refuse(_progress: Progress) -> None:
        raise CannotWrite("full")

    refused = Task(refuse)
    with qtbot.waitSignal(refused.failed) as failed:
        refused.start()
    assert failed.args == ["full"]


def test_a_task_that_crashes_is_seen(app: QApplication, qtbot: QtBot) -> None:
    def crash(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        Task(crash).start()
        qtbot.waitUntil(lambda: bool(caught), timeout=5000)
    assert caught[0][0] is ZeroDivisionError


def press(window: ExportWindow, words: str) -> None:
    next(one for one in window.findChildren(Button) if one.text() == words and one.isVisible()).click()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
