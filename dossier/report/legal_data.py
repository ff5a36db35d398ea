"""The legal data that a pack relies on as a chapter: each set, its source and the day it was checked."""

from dossier.i18n import N_
from dossier.law.data import LawSource, law_sources, said
from dossier.model.text import date_text
from dossier.report.addresses import addressed
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter
from dossier.report.spoken_language import spoken
from dossier.report.wording import Wording

_INTRODUCTION = N_(
    "The lists, dates and delays that Dossier works with, each with its source and the day on which it was last "
    "checked against it."
)


def legal_data_chapter(words: Wording) -> Chapter:
    """Every set of legal data in use."""
    say = words.say
    columns: list[TextColumn[LawSource]] = [
        TextColumn(say(N_("Legal data")), lambda one: said(one.title, say)),
        TextColumn(say(N_("Checked on")), lambda one: date_text(one.checked, say)),
        TextColumn(say(N_("Source")), lambda one: addressed(spoken(said(one.source, say), say.code), one.url)),
    ]
    return Chapter(
        say(N_("Legal data relied on")), say(_INTRODUCTION), [grid_of(columns, law_sources())], landscape=False
    )
