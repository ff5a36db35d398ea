"""The words of a pack explained, as a chapter: the terms of the regulation for whoever does not use them every day."""

from collections.abc import Mapping
from typing import Any

from dossier.i18n import N_
from dossier.law.data import law_data, said
from dossier.model.text import fold
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter
from dossier.report.wording import Wording


def glossary_chapter(words: Wording) -> Chapter:
    """The terms in the order of the alphabet."""
    say = words.say
    terms = sorted(law_data("glossary")["terms"], key=lambda one: fold(said(one["term"], say)))
    columns: list[TextColumn[Mapping[str, Any]]] = [
        TextColumn(say(N_("Term")), lambda one: said(one["term"], say)),
        TextColumn(say(N_("Meaning")), lambda one: said(one["says"], say)),
        TextColumn(say(N_("Article")), lambda one: one["article"]),
    ]
    return Chapter(say(N_("Glossary")), parts=[grid_of(columns, terms)], landscape=False)
