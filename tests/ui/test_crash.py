"""When the program fails: a report without personal data, and what was typed is kept."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dossier import __version__
from dossier.errors import FileRefused
from dossier.ui.crash import CrashWatch, report_of
from dossier.ui.dialogs.text import TextDialog

SECRET = "Madame Dupont, numéro de sécurité sociale"


def fail(value: str) -> None:
    nothing: dict[str, str] = {}
    try:
        nothing[value]
    except KeyError as error:
        raise ValueError(f"cannot store {value}") from error


def failure() -> ValueError:
    with pytest.raises(ValueError, match="cannot store") as caught:
        fail(SECRET)
    return caught.value


def test_the_report_names_places_and_no_values(app: QApplication) -> None:
    report = report_of(failure())
    assert "Dupont" not in report
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "tests/ui/test_crash.py" in report
    assert __version__ in report
    assert str(Path.home()) not in report
    assert sys.prefix not in report


def test_what_was_typed_is_kept_and_one_dialog_is_enough(
    app: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window = QWidget()
    typed = QLineEdit(window)
    kept: list[str] = []
    typed.editingFinished.connect(lambda: kept.append(typed.text()))
    qtbot.addWidget(window)
    window.show()
    typed.setFocus()
    typed.setText("half a sentence")
    watch, error = CrashWatch(lambda _sentence: False), failure()
    watch(ValueError, error, None)
    assert kept[0] == "half a sentence"
    first = watch.dialog
    assert isinstance(first, TextDialog)
    qtbot.addWidget(first)
    watch(ValueError, error, None)
    assert watch.dialog is first
    assert first.text.toPlainText().count("builtins.ValueError") == 2
    assert "Dupont" not in capsys.readouterr().err
    first.close()


def test_what_a_user_can_act_on_is_said_and_no_crash(app: QApplication) -> None:
    said: list[str] = []

    def tell(sentence: str) -> bool:
        said.append(sentence)
        return True

    watch = CrashWatch(tell)
    watch(FileRefused, FileRefused("The record TRT-003 cannot be read."), None)
    assert said == ["The record TRT-003 cannot be read."]
    assert watch.dialog is None
