"""The findings as a chapter: under their weight, each with its record and its article; what is accepted says so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.i18n import N_
from dossier.report.beside import Finding
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText
from dossier.report.wording import Wording

_INTRODUCTION = N_("What the dossier does not show on the date of this document; none of it is a judgement.")
_ACCEPTED = N_("Accepted for a time")


def findings_chapter(words: Wording) -> Chapter | None:
    """The findings of the records of this pack, the heaviest first; None where there is none."""
    grids = list(_Findings(words).grids())
    title, told = words.say(N_("Findings")), words.say(_INTRODUCTION)
    return Chapter(title, told, grids, landscape=False) if grids else None


def counts_of(words: Wording) -> Counter[str]:
    """How many stand open, by the label of their weight, the heaviest first; none for who may not see them."""
    if words.scope.profile != "full":
        return Counter()
    return Counter(words.say(one.severity.label) for one in words.beside.findings().open if _is_told(one, words))


def _is_told(one: Finding, words: Wording) -> bool:
    """Whether it concerns a record which this pack holds."""
    return words.dossier.get(one.record.id, type(one.record)) is not None


class _Findings:
    def __init__(self, words: Wording) -> None:
        self._words, self._say = words, words.say

    def grids(self) -> Iterator[Grid]:
        """A table for each weight, then one for what is accepted."""
        found, say = self._words.beside.findings(), self._say
        told = (one for one in found.open if _is_told(one, self._words))
        for severity, group in groupby(told, lambda one: one.severity):
            yield self._grid(say(severity.label), list(group))
        waivers = {_key(one): words for one, words in found.accepted if _is_told(one, self._words)}
        if waivers:
            accepted = [one for one, _words in found.accepted if _key(one) in waivers]
            yield self._grid(say(_ACCEPTED), accepted, TextColumn(say(_ACCEPTED), lambda one: waivers[_key(one)]))

    def _grid(self, label: str, listed: Sequence[Finding], *further: TextColumn[Finding]) -> Grid:
        say = self._say
        columns = [
            TextColumn(say(N_("Record")), self._record),
            TextColumn(say(N_("Finding")), lambda one: one.sentence(say)),
            TextColumn(say(N_("Article")), lambda one: one.article(say)),
            TextColumn(say(N_("Check")), lambda one: one.check.id),
            *further,
        ]
        return grid_of(columns, listed, say(N_("{label} ({n})"), label=label, n=len(listed)))

    def _record(self, one: Finding) -> str:
        whole = self._words.whole(one.record)
        return LinkedText(one.record.reference, whole.id if whole else one.record.id)


def _key(one: Finding) -> tuple[str, str]:
    return one.check.id, one.record.id
