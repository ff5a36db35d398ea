"""A field: its label above, its input, then its help or, in the same place, what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.tokens import S1, ToneName
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.inputs import fit_into_form
from dossier.ui.widgets.labels import IconLabel, Label
from dossier.ui.widgets.layouts import row

_ICON = 15  # beside an error


class Field(QWidget):
    """`name` may mark a mnemonic with `&`; `reserve` keeps a line for errors where there is no help."""

    def __init__(
        self,
        name: str,
        editor: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        note: str = "",
        reserve: bool = False,
    ) -> None:
        super().__init__()
        self.editor = editor
        self._hint, self._reserve = hint, reserve
        self.label = Label(name, "caption_strong", "text2", wrap=True)
        self.label.setBuddy(editor)
        notes = [_("required")] * required + [note] * bool(note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1)
        layout.addWidget(flow(self.label, *(Label(text, "caption", "text3", wrap=True) for text in notes)))
        layout.addWidget(editor)
        layout.addWidget(self._message_place())
        layout.addStretch(1)
        self._prepare_editor(plain(name))
        self.set_error("")

    def _message_place(self) -> QWidget:
        """Help and error share one place that is as high as the higher of them: nothing below moves."""
        self._error: Label | None = None
        self._messages = QWidget()
        self._messages.setMinimumHeight(max(_ICON, theme.metrics("caption").height()))
        self._pages = QStackedLayout(self._messages)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._help = Label(self._hint, "caption", "text3", wrap=True)
        self._pages.addWidget(self._help)
        if self._reserve:
            self._error_label()
        return self._messages

    def _error_label(self) -> Label:
        """Made for the first error: most fields never have one."""
        if self._error is None:
            self._error = Label("", "caption", "blocking", wrap=True)
            self._error_icon = icon = IconLabel("blocking", "blocking", _ICON)
            error = row(icon, (self._error, 1), gap=S1 + 2)
            layout_of_error = error.layout()
            if layout_of_error is not None:
                layout_of_error.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
            self._pages.addWidget(error)
        return self._error

    def _prepare_editor(self, name: str) -> None:
        editor = self.editor
        if not editor.accessibleName():
            editor.setAccessibleName(name)
        fit_into_form(editor)

    @property
    def error(self) -> str:
        return self._error.text() if self._error else ""

    def hide_label(self) -> None:
        """A title above says it already; the input keeps its name for screen readers."""
        if holder := self.label.parentWidget():
            holder.hide()

    def set_hint(self, hint: str) -> None:
        """Another help, which stands where the error would."""
        self._hint = hint
        self._help.setText(hint)
        if not self.error:
            self.set_error("")

    def set_error(self, error: str) -> None:
        """Say what is wrong and where, or nothing; the words are also read out with the input."""
        self._say(error, "blocking")

    def set_doubt(self, doubt: str) -> None:
        """The same, calmer, for what is kept as it is."""
        self._say(doubt, "minor")

    def _say(self, error: str, tone: ToneName) -> None:
        if error:
            label = self._error_label()
            label.setText(error)
            label.set_ink(tone)
            self._error_icon.show_icon(tone, tone)
        elif self._error:
            self._error.setText("")
        self._pages.setCurrentIndex(1 if error else 0)
        self._messages.setVisible(bool(error or self._hint or self._reserve))
        self.editor.setAccessibleDescription(error or self._hint)
        invalid = bool(error) and tone == "blocking"
        if bool(self.editor.property("invalid")) != invalid:
            theme.restyle(self.editor, invalid=invalid)
