"""Every building block in its states, on one window."""

from datetime import timedelta

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from dossier.i18n import _, language
from dossier.law.breach_clock import Clock, Phase
from dossier.ui.tokens import S4, TONES, TYPE, Tokens, ToneName
from dossier.ui.widgets.anchors import Anchors
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button, IconButton
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.chips import Chip, KeyHint
from dossier.ui.widgets.clock import ClockFace
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.gauge import Band, Gauge
from dossier.ui.widgets.labels import Hairline, Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.meter import Meter
from dossier.ui.widgets.page import Ground, PageFrame
from dossier.ui.widgets.painting import words
from dossier.ui.widgets.record_link import RecordLink
from dossier.ui.widgets.rows import PaintedRow
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.search_field import SearchField
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.side_buttons import Count, NavButton, SideAction, Switcher
from dossier.ui.widgets.sidebar import NavGroup, Sidebar
from dossier.ui.widgets.status import StatusStrip
from dossier.ui.widgets.steps import Step, StepBar, StepState
from dossier.ui.widgets.table import CELL, Cell, Table
from dossier.ui.widgets.toggles import Toggles
from tests.factories import NOW


def clause_states() -> tuple[Option, ...]:
    return (
        Option("yes", _("Oui"), "ok", "tick"),
        Option("partly", _("Partiel"), "minor", "minor"),
        Option("no", _("Non"), "blocking", "close"),
        Option("unknown", "?", "none"),
    )


CELLS = (
    (
        Cell("Acronis", "Sauvegarde externalisée · Suisse"),
        Cell("Manquant", tone="blocking", icon="blocking"),
        Cell("–"),
    ),
    (
        Cell("Bitdefender", "Antivirus infogéré · Roumanie"),
        Cell("7 clauses sur 8", tone="minor", icon="minor"),
        Cell("14/03/2027"),
    ),
    (
        Cell("CELESTE", "Centre de données, Albi · France"),
        Cell("Complet", tone="ok", icon="ok"),
        Cell("01/12/2026", "dans 8 j"),
    ),
    (
        Cell("Stripe", "Paiement en ligne · Irlande, États-Unis"),
        Cell("6 clauses sur 8", tone="major", icon="major"),
        Cell("02/02/2027"),
    ),
)


class Rows(QAbstractTableModel):
    """A few lines of a list of processors."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(CELLS)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        cell = CELLS[index.row()][index.column()]
        return cell if role == CELL else cell.words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return ("Sous-traitant", "Contrat art. 28", "Revue")[section] if wanted else None


def types() -> Card:
    lines = (
        row(Label(f"Corps {role}", role), None, Label(f"×{TYPE[role][0]:.3g}", "caption", "text3")) for role in TYPE
    )
    return Card(_("Caractères"), gap=4).add(*lines, None)


def buttons() -> Card:
    off = Button(_("Indisponible"), "export")
    off.setEnabled(False)
    choice = Segmented(
        [Option("a", _("Un choix")), Option("b", "parmi"), Option("c", "quelques-uns")], "a", clearable=True
    )
    toggles = [Option("a", _("Choisi")), Option("b", _("Non choisi")), Option("c", _("Pas encore connu"), "none")]
    return Card(_("Boutons"), IconButton("more", _("Autres actions"))).add(
        flow(Button(_("Action principale"), "plus", "primary"), Button(_("Secondaire"), "export")),
        flow(Button(_("Discrète"), role="quiet"), Button(_("Lien"), role="link"), off),
        row(Button(_("Avec le focus")), KeyHint("Ctrl+K"), KeyHint(_("Échap")), None),
        row(choice, None),
        row(Segmented(clause_states(), "no", compact=True), None),
        Toggles(toggles, ["a"]),
        Toggles(toggles, ["c"]),
        flow(RecordLink(_("ACT-004 Facturation et paiement"), "activities"), RecordLink(_("TRF-001 DPF"), "transfers")),
        None,
    )


def fields() -> Card:
    date, off, combo, hint = QDateEdit(QDate(2023, 2, 2)), QLineEdit(_("Calculé")), QComboBox(), QLineEdit()
    date.setCalendarPopup(True)
    date.setDisplayFormat("dd/MM/yyyy")
    off.setEnabled(False)
    combo.addItems([_("Pas encore connu"), _("Irlande (EEE)")])
    hint.setPlaceholderText(_("Texte d’aide dans le champ vide"))
    tick = QCheckBox(_("Masquer les noms des demandeurs"))
    tick.setChecked(True)
    wrong = Field(_("Fin du contrat"), date)
    wrong.set_error(_("Avant la date de signature"))
    note = QPlainTextEdit(_("Ce qui s’est passé"))
    note.setFixedHeight(64)
    return Card(_("Champs")).add(
        Field(_("Raison sociale"), QLineEdit(_("Stripe Payments Europe, Ltd")), required=True),
        Field(_("Pays"), combo, hint=_("Là où le sous-traitant est établi")),
        wrong,
        Field(_("Score"), off),
        Field(_("Référence"), hint, note=_("art. 28(3)")),
        Field(_("Description"), note),
        Field(_("Effectif"), QSpinBox()),
        tick,
        None,
    )


def states() -> Card:
    severities = zip(
        TONES[:5], (_("Bloquant"), _("Majeur"), _("Mineur"), _("À vérifier"), _("Information")), strict=True
    )
    others = (
        Chip(_("Complet"), "ok", "ok"),
        Chip(_("En cours"), "minor", "clock"),
        Chip(_("Sans objet"), "none", "none"),
        Chip("interne", "major", "lock"),
    )
    return Card(_("Gravités et états")).add(
        flow(*(Chip(said, tone, tone) for tone, said in severities)),
        flow(*others),
        Meter(0.9, "90 %", "ok"),
        Meter(0.5, "50 %", "minor"),
        Meter(0.2, "20 %", "major"),
        Meter(0, "0 %", "blocking"),
        None,
    )


def messages() -> Card:
    return Card(_("Messages en ligne"), note=_("à la place des boîtes")).add(
        Banner("blocking", _("Échéance passée."), _("Dites pourquoi avant de notifier."), Button(_("Dire pourquoi"))),
        Banner("major", _("Transfert sans mécanisme."), _("art. 44 à 46")),
        Banner("check", _("Rôle à qualifier."), _("Sous-traitant ou responsable ?")),
        Banner("info", _("Reste dans le dossier :"), _("notes internes.")),
        Banner("ok", _("Sauvegarde vérifiée."), "1 204 lignes relues."),
        None,
    )


def a_row(text: str) -> PaintedRow:
    def draw(painter: QPainter, rect: QRectF, k: Tokens) -> None:
        words(painter, rect, text, "body", k.text)

    return PaintedRow(36, draw, text)


def record() -> Card:
    parts = [
        Label(f"{name}\n" * 6) for name in (_("Identité"), _("Contrat"), _("Garanties"), _("Liens"), _("Historique"))
    ]
    area = scroll(column(*parts))
    names = (_("Identité"), _("Contrat art. 28"), _("Garanties"), _("Liens"), _("Historique"))
    parts = [Label(f"{name}\n" * 6) for name in names]
    area = scroll(column(*parts))
    tabs = Anchors(area, list(zip(names, parts, strict=True)))
    return Card(_("Fiche")).add(tabs, area, Hairline(), a_row(_("Délai annoncé de 2 mois : la loi donne 1 mois")))


def table() -> Card:
    view = Table(_("Sous-traitants"), tall=True)
    model = Rows(view)
    view.setModel(model)
    view.fit_columns()
    view.selectRow(3)
    return Card(padding=1).add(row(SearchField(_("Filtrer par nom…")), margins=(12, 12, 12, 0)), view)


def empty() -> Card:
    sentences = _("Un sous-traitant traite des données pour votre compte. L’article 28 demande un contrat avec chacun.")
    actions = (Button(_("Ajouter un sous-traitant"), "plus", "primary"), Button(_("Importer une liste…"), "import"))
    return Card().add(EmptyState("processors", _("Aucun sous-traitant"), sentences, *actions, tip=_("Un nom suffit.")))


def breach() -> Card:
    def clock(start: int, phase: Phase = Phase.RUNNING) -> ClockFace:
        made, at = ClockFace(), NOW - timedelta(hours=start)
        made.show_clock(Clock(phase, start=at, due=at + timedelta(hours=72)), NOW, language("fr"))
        return made

    names = (_("Soupçon"), _("Connaissance"), _("Évaluée"), _("Notifiée à la CNIL"), _("Clôturée"))
    states: tuple[StepState, ...] = ("done", "done", "now", "late", "todo")
    steps = StepBar()
    steps.show_steps([Step(name, "22 nov. 15:05", state) for name, state in zip(names, states, strict=True)])
    tones: tuple[ToneName, ...] = ("ok", "minor", "major", "blocking")
    words = (_("Faible"), _("Moyenne"), _("Élevée"), _("Très élevée"))
    gauge = Gauge([Band(*one) for one in zip(words, ("< 2", "2 – 3", "3 – 4", "≥ 4"), tones, strict=True)])
    gauge.show_score(1, 0.25, _("2,25, moyenne"))
    clocks = (clock(17), clock(60), clock(69), clock(100), clock(0, Phase.SUSPICION))
    return Card(_("Violation")).add(*clocks, steps, gauge, None)


def sidebar() -> Sidebar:
    switcher = Switcher(_("SOCIATEX"), _("DPO désignée"), _("Dossier ouvert : SOCIATEX"))
    search = SideAction("search", _("Rechercher"), "Ctrl+K")
    incident = SideAction("breaches", _("Consigner un incident"), "Ctrl+Shift+I", strong=True)
    home = [NavButton("overview", _("Vue d’ensemble"), "overview"), NavButton("findings", _("Constats"), "findings")]
    register = [
        NavButton("activities", _("Activités"), "activities"),
        NavButton("breaches", _("Violations"), "breaches"),
    ]
    below = [NavButton("settings", _("Organisation et réglages"), "settings")]
    made = Sidebar([switcher, search, incident], [NavGroup("", home), NavGroup(_("Registre"), register)], below)
    made.show_count("findings", Count("17"))
    made.show_count("breaches", Count("1 ouverte", "minor"))
    made.choose("activities")
    return made


def strip() -> StatusStrip:
    made = StatusStrip()
    made.show_saved(_("Enregistré à 09:38"))
    made.show_change(_("Stripe, clause (g) : Non"))
    made.show_file(r"C:\Users\dpo\Dossiers RGPD\sociatex.dossier")
    made.show_backup(_("Sauvegarde vérifiée hier à 18:04"))
    return made


def gallery() -> QWidget:
    """The whole window: sidebar, page, status strip."""
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setSpacing(S4)
    cards = (types(), buttons(), fields(), states(), messages(), record(), table(), empty(), breach())
    for i, card in enumerate(cards):
        grid.addWidget(card, i // 3, i % 3)
    for i in range(3):
        grid.setColumnStretch(i, 1)
        grid.setRowStretch(i, 1)
    page = PageFrame(
        _("Composants"), _("De quoi une page est-elle faite ?"), scroll(inner), [Button(_("Exporter…"), "export")]
    )
    window = Ground()
    layout = QGridLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(sidebar(), 0, 0)
    layout.addWidget(page, 0, 1)
    layout.addWidget(strip(), 1, 0, 1, 2)
    window.resize(1640, 1240)
    return window
