"""One page to print and fill by hand, at night and without the application: what happened, and whom to tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from dossier.i18n import N_, Code, language
from dossier.law.data import law_data
from dossier.law.officer import officers_on
from dossier.model.dossier import Dossier
from dossier.model.organisation import Contact, ContactRole
from dossier.report.archive import Archive
from dossier.report.blocks import NoticeBlock
from dossier.report.content import OwnText
from dossier.report.finish import finish
from dossier.report.layout import LOCALES, Composer, Room
from dossier.report.metadata import Metadata
from dossier.report.page import MARGIN, PORTRAIT
from dossier.report.running import Running
from dossier.report.stylesheet import LEADER, MUTED
from dossier.report.typeface import Style

TITLE = N_("Incident sheet")
INTRODUCTION = N_(
    "Write what you know, in your own words, and leave the rest empty. A doubt is enough, and nothing is too small."
)
NOTICE = N_(
    "Then hand this sheet over at once, at night and on a weekend too. If there is a risk for the persons, the "
    "organisation has {hours} hours to notify the CNIL from the moment it is aware of it (art. 33 GDPR): this is why "
    "dates and hours matter. Keep what shows what happened (messages, screens, devices), and erase nothing."
)
_TOP, _PAD, _GAP, _EDGE = 40.0, 5.0, 8.0, 0.7  # points
_LINE, _ALONE = 19.0, 40.0  # from one line to write on to the next; a box by itself
_APART = "     "  # between two boxes to tick
_MOST = 3  # of those who receive it


@dataclass(frozen=True)
class Box:
    """A box to write in: what is asked, how in a few more words, what can be ticked, and its share of the width."""

    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    share: float = 1.0


_YES_NO = N_("Yes"), N_("No"), N_("Not known")
_HOUR = N_("Date and hour")
_ROWS: tuple[tuple[float, tuple[Box, ...]], ...] = (
    (4.5, (Box(N_("What happened?"), N_("What was seen, lost, sent, copied or stopped, and where")),)),
    (1.7, (Box(N_("When did it begin?"), _HOUR), Box(N_("Is it still going on?"), choices=_YES_NO))),
    (1.7, (Box(N_("When was it noticed?"), _HOUR), Box(N_("Who noticed it, and how?")))),
    (2.4, (Box(N_("What data?"), N_("Names, addresses, passwords, bank details, health, copies of documents…")),)),
    (1.7, (Box(N_("Whose data?"), N_("Customers, employees…"), share=1.4), Box(N_("How many persons?"), N_("About")))),
    (1.7, (Box(N_("Which system, device, place or service provider?")),)),
    (2.4, (Box(N_("What was done at once?"), N_("By whom, at what hour")),)),
    (1.7, (Box(N_("Who was told, and when?")),)),
    (1.7, (Box(N_("Your name and function"), share=1.6), Box(N_("Telephone")), Box(_HOUR), Box(N_("Signature")))),
    (1.5, (Box(N_("Received by"), share=1.6), Box(_HOUR), Box(N_("Reference in the register"), share=2.0))),
)
"""The boxes from top to bottom, each row with its share of the height."""


def write_incident_sheet(
    stream: BinaryIO, code: Code, now: datetime, producer: str, dossier: Dossier | None = None
) -> frozenset[str]:
    """Write the sheet to a binary stream, as PDF/A-3a and PDF/UA-1; returns the characters that could not be shown.

    It names who receives it where the dossier does. `now` is aware.
    """
    say = language(code)
    composer = Composer(Archive(stream), say, dossier.content_language if dossier else code, None)
    _Sheet(composer, dossier, now.date()).draw()
    clean, organisation = composer.clean.line, dossier.organisation if dossier else None
    metadata = Metadata(
        title=clean(say(TITLE)),
        author=clean(organisation.name if organisation else ""),
        subject=clean(say(N_("A personal data breach, reported by hand"))),
        keywords=clean(say(N_("GDPR, breach, art. 33"))),
        producer=clean(producer),
        language=LOCALES[code],
        created=now,
    )
    composer.end_page()
    finish(composer, Running(""), metadata)
    return frozenset(composer.clean.missing)


def receivers(dossier: Dossier, day: date) -> list[str]:
    """Whom to give the sheet to: the contact for breaches, and the officer on that day, as the dossier names them."""
    contacts = [one for one in dossier.of(Contact) if one.role is ContactRole.BREACHES]
    told = [(one.name, one.function, one.phone, one.email) for one in contacts]
    told += [(one.name or one.company, "", one.phone, one.email) for one in officers_on(dossier, day)]
    return [", ".join(filter(None, values)) for values in told if any(values)]


class _Sheet:
    """The page being drawn; the boxes share what its words leave, so that it is always one."""

    def __init__(self, composer: Composer, dossier: Dossier | None, day: date) -> None:
        composer.new_page(PORTRAIT)
        composer.y = PORTRAIT[1] - _TOP
        self.composer, self.say, self.styles = composer, composer.say, composer.styles
        self.named = receivers(dossier, day) if dossier else []
        self.organisation = dossier.organisation.name if dossier and dossier.organisation else ""
        self.section = composer.tree.open(b"Sect")

    def draw(self) -> None:
        composer, styles, say = self.composer, self.styles, self.say
        self._one_line(self.organisation, styles.note)
        composer.heading(1, say(TITLE), styles.chapter, self.section, Room(_PAD))
        composer.paragraph(b"P", say(INTRODUCTION), styles.body, self.section, after=_GAP)
        hours = law_data("breach_delays")["notification"]["hours"]
        NoticeBlock(composer, [say(NOTICE, hours=hours)]).draw(self.section)
        composer.y -= _GAP
        self._receivers()
        unit = composer.room / sum(height for height, _boxes in _ROWS)
        for height, boxes in _ROWS:
            self._row(boxes, height * unit)
        composer.tree.close(self.section)

    def _receivers(self) -> None:
        """Whom to give it to: by name, or a box for it."""
        composer, label = self.composer, N_("Hand it to")
        if self.named:
            composer.paragraph(b"P", self.say(label), self.styles.section, self.section)
            for name in self.named[:_MOST]:
                self._one_line(name, self.styles.body)
        else:
            self._row((Box(label, N_("Data protection officer or person in charge, telephone")),), _ALONE)
        composer.y -= _GAP

    def _one_line(self, text: str, style: Style) -> None:
        """The user's words, cut where they would take the room of the boxes."""
        line = style.clip(self.composer.clean.line(text), self.composer.text_measure)
        self.composer.paragraph(b"P", OwnText(line), style, self.section)

    def _row(self, boxes: Sequence[Box], height: float) -> None:
        composer, left = self.composer, MARGIN
        whole = composer.measure / sum(box.share for box in boxes)
        for box in boxes:
            self._box(box, left, box.share * whole, height)
            left += box.share * whole
        composer.y -= height

    def _box(self, box: Box, left: float, width: float, height: float) -> None:
        """The edges, the words in the upper corner, and lines to write on below them."""
        page, top, bottom = self.composer.page, self.composer.y, self.composer.y - height
        for y in (top, bottom):
            page.fill(left, y, width + _EDGE, _EDGE, MUTED)
        for x in (left, left + width):
            page.fill(x, bottom, _EDGE, height, MUTED)
        y = self._words(box, left + _PAD, top - _LINE / 2 - _PAD / 2, width - 2 * _PAD) - _LINE
        while y > bottom + _PAD:
            page.dots(left + _PAD, left + width - _PAD, y, LEADER)
            y -= _LINE

    def _words(self, box: Box, left: float, y: float, width: float) -> float:
        """What is asked, each part beside the one before where it fits, else below; returns the last baseline."""
        composer, styles, x = self.composer, self.styles, left
        strong = styles.inner.header or styles.section
        choices = _APART.join(f"☐ {self.say(choice)}" for choice in box.choices)
        for style, text in ((strong, self.say(box.label)), (styles.small, self.say(box.hint)), (styles.body, choices)):
            words = composer.clean(text)
            if words and x > left and x + style.width(words) > left + width:
                x, y = left, y - style.leading
            if words:
                lines = style.wrap(words, width)
                composer.page.show(style, x, y, lines, composer.tree.leaf(b"P", self.section, composer.page))
                x, y = x + style.width(words) + _GAP, y - (len(lines) - 1) * style.leading
        return y
