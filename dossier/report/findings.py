"""The findings as a chapter: under their weight, each with its record and its article; what is accepted says so."""

from collections import Counter
from collections.abc import Collection, Iterator

from dossier.i18n import N_
from dossier.report.beside import Finding
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText
from dossier.report.spoken_language import quoting
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
    return Counter({words.say(weight.label): len(found) for weight, found in words.beside.findings().open.items()})


class _Findings:
    def __init__(self, words: Wording) -> None:
        self._words, self._say = words, words.say

    def grids(self) -> Iterator[Grid]:
        """A table for each weight, then one for what is accepted."""
        found, say = self._words.beside.findings(), self._say
        for weight, listed in found.open.items():
            yield self._grid(say(weight.label), listed)
        waivers = {_key(one): words for one, words in found.accepted}
        if waivers:
            accepted = [one for one, _words in found.accepted]
            yield self._grid(say(_ACCEPTED), accepted, TextColumn(say(_ACCEPTED), lambda one: waivers[_key(one)]))

    def _grid(self, label: str, listed: Collection[Finding], *further: TextColumn[Finding]) -> Grid:
        say = self._say
        columns = [
            TextColumn(say(N_("Record")), self._record),
            TextColumn(say(N_("Finding")), self._sentence),
            TextColumn(say(N_("Article")), lambda one: one.article(say)),
            TextColumn(say(N_("Check")), lambda one: one.check.id),
            *further,
        ]
        return grid_of(columns, listed, say(N_("{label} ({n})"), label=label, n=len(listed)))

    def _sentence(self, one: Finding) -> str:
        return quoting(one.sentence(self._say), self._say.code, self._words.dossier.content_language)

    def _record(self, one: Finding) -> str:
        whole = self._words.whole(one.record)
        return LinkedText(one.record.reference, whole.id if whole else one.record.id)


def _key(one: Finding) -> tuple[str, str]:
    return one.check.id, one.record.id
