"""The findings as a chapter: under their weight, each with its record and its article; what is accepted says so."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from dossier.i18n import N_
from dossier.report.beside import ToldFinding
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText
from dossier.report.wording import Wording

_INTRODUCTION = N_("What the dossier does not show on the date of this document; none of it is a judgement.")
_ACCEPTED = N_("Accepted for a time")


def findings_chapter(words: Wording) -> Chapter | None:
    """The findings of the records of this pack, the heaviest first; None where there is none."""
    found = list(findings_of(words))
    grids = list(_Findings(words).grids(found))
    title, told = words.say(N_("Findings")), words.say(_INTRODUCTION)
    return Chapter(title, told, grids, landscape=False) if grids else None


def findings_of(words: Wording) -> Iterator[ToldFinding]:
    """Those that concern a record which this pack holds."""
    return (one for one in words.beside.findings() if words.dossier.get(one.record.id))


def counts_of(words: Wording) -> Counter[str]:
    """How many stand open, by the label of their weight, the heaviest first; none for who may not see them."""
    if words.scope.profile != "full":
        return Counter()
    return Counter(one.weight for one in findings_of(words) if not one.accepted)


class _Findings:
    def __init__(self, words: Wording) -> None:
        self._words, self._say = words, words.say

    def grids(self, found: Iterable[ToldFinding]) -> Iterator[Grid]:
        """A table for each weight, then one for what is accepted."""
        say = self._say
        for title, group in groupby(found, lambda one: say(_ACCEPTED) if one.accepted else one.weight):
            listed = list(group)
            counted = say(N_("{label} ({n})"), label=title, n=len(listed))
            yield grid_of(self._columns(any(one.accepted for one in listed)), listed, counted)

    def _columns(self, accepted: bool) -> list[TextColumn[ToldFinding]]:
        say = self._say
        columns = [
            TextColumn(say(N_("Record")), self._record),
            TextColumn(say(N_("Finding")), lambda one: one.sentence),
            TextColumn(say(N_("Article")), lambda one: one.article),
            TextColumn(say(N_("Check")), lambda one: one.check),
        ]
        return [*columns, *([TextColumn(say(_ACCEPTED), lambda one: one.accepted)] if accepted else [])]

    def _record(self, one: ToldFinding) -> str:
        whole = self._words.whole(one.record)
        return LinkedText(one.record.reference, whole.id if whole else one.record.id)
