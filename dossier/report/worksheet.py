"""The worksheet for the CNIL's online form on paper: its questions in their order, the answers and how each stands."""

from collections.abc import Iterator
from datetime import datetime

from dossier.i18n import N_, Code, Language, language
from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_form import Question, Section, Worksheet, caution
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.text import date_text, offset_text
from dossier.report.content import Chapter, Column, Grid, Note, OwnText, Pack, Part
from dossier.report.days import month_in_words
from dossier.report.facts import journal_head
from dossier.report.wording import UNTITLED

UNVERIFIED = "*"
_SHARES = (0.3, 0.52, 0.18)
_TITLES = (N_("Question"), N_("Answer"), N_("State"))
_OUTSIDE: Code = "fr"
"""The form, its labels and its answers are in French, whatever the language of the document."""


def worksheet_pack(
    dossier: Dossier, breach: Breach, sheet: Worksheet, language_: Code, now: datetime, producer: str
) -> Pack:
    """The worksheet as a document; `now` is aware and the date that is printed."""
    say = language(language_)
    organisation = dossier.organisation
    name = OwnText((organisation and organisation.title) or say(UNTITLED))
    title = say(N_("Worksheet for the CNIL’s online form: {reference}"), reference=breach.reference)
    return Pack(
        title=title,
        subject=say(N_("Notification of a personal data breach, art. 33 GDPR")),
        organisation=name,
        author=name,
        keywords=say(N_("GDPR, personal data breach, notification, CNIL")),
        producer=producer,
        language=language_,
        content_language=_OUTSIDE,
        created=now,
        facts=[*_facts(breach, sheet, say), *_when(dossier, now, say)],
        notices=[_caution(sheet, say)],
        confidentiality=say(N_("Confidential")),
        chapters=[_chapter(sheet, say)],
        attachment=None,
        has_contents=False,
    )


def _caution(sheet: Worksheet, say: Language) -> str:
    return caution(sheet, month_in_words(sheet.outline, say), say)


def _facts(breach: Breach, sheet: Worksheet, say: Language) -> Iterator[tuple[str, str]]:
    yield say(N_("Breach")), OwnText(" – ".join(filter(None, (breach.reference, breach.name))))
    for state in AnswerState:
        yield say(state.label), str(sheet.count(state))
    yield say(N_("Source of the outline")), OwnText(sheet.source)


def _when(dossier: Dossier, now: datetime, say: Language) -> Iterator[tuple[str, str]]:
    yield say(N_("Date")), f"{date_text(now.date(), say)} {now:%H:%M} (UTC{offset_text(now)})"
    yield say(N_("Head of the journal")), journal_head(dossier, say)


def _chapter(sheet: Worksheet, say: Language) -> Chapter:
    unverified = N_("{mark} marks a label that was not seen in a source of the CNIL’s.")
    parts: list[Part] = [_grid(section, say) for section in sheet.sections]
    parts.append(Note(say(unverified, mark=UNVERIFIED)))
    return Chapter(say(N_("Answers for the form")), _caution(sheet, say), parts, landscape=False)


def _grid(section: Section, say: Language) -> Grid:
    columns = [Column(say(title), share) for title, share in zip(_TITLES, _SHARES, strict=True)]
    return Grid(columns, lambda: (_row(question, say) for question in section.questions), OwnText(section.title))


def _row(question: Question, say: Language) -> tuple[str, str, str]:
    label = question.label if question.verified else f"{question.label} {UNVERIFIED}"
    return OwnText(label), OwnText(question.text), say(question.state.label)
