"""The legal bases as a chapter: every purpose with its basis (art. 6), the balancing test or the proof of consent."""

from collections.abc import Iterator, Sequence

from dossier.i18n import N_
from dossier.law.breach_figures import shares_text
from dossier.model.activity import Activity, Purpose
from dossier.model.fields import field_of
from dossier.model.text import number_text
from dossier.model.vocabulary import LegalBasis
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Bars, Chapter, LinkedText, OwnText, Part, ShareText
from dossier.report.parts import BASES
from dossier.report.wording import Wording

_BASIS, _SUPPORT = BASES[:3], BASES[3:]
_INTRODUCTION = N_("Any processing must have one of the six legal bases of art. 6(1).")


def legal_bases_chapter(words: Wording) -> Chapter | None:
    """None where no activity has a purpose, or nothing of its bases is to be told."""
    bases = _Bases(words)
    return Chapter(words.say(N_("Legal bases")), words.say(_INTRODUCTION), list(bases.parts())) if bases.tell else None


class _Bases:
    def __init__(self, words: Wording) -> None:
        self._words, self._say, dossier = words, words.say, words.dossier
        self.rows = [(one, purpose) for one in dossier.of(Activity) for purpose in dossier.children(Purpose, one.id)]

    @property
    def tell(self) -> bool:
        """Whether they say anything; to internal readers also what is missing."""
        return any(self._told(BASES, purpose) for _activity, purpose in self.rows)

    def parts(self) -> Iterator[Part]:
        say = self._say
        if self._words.marks_gaps or all(purpose.basis for _activity, purpose in self.rows):
            yield Bars(list(self._counts()), say(N_("Purposes by legal basis")))
        columns: list[TextColumn[tuple[Activity, Purpose]]] = [
            TextColumn(say(Activity.kind.label), lambda row: self._activity(row[0])),
            TextColumn(say(Purpose.kind.label), lambda row: OwnText(row[1].name)),
            TextColumn(say(N_("Legal basis")), lambda row: self._told(_BASIS, row[1])),
            TextColumn(say(N_("What supports it")), lambda row: self._told(_SUPPORT, row[1])),
        ]
        yield grid_of(columns, self.rows, say(N_("Purposes and their bases")))

    def _activity(self, activity: Activity) -> str:
        """By its reference alone where its sheet is in the same document."""
        is_printed = Activity in self._words.printed
        return LinkedText(activity.reference if is_printed else self._words.name(activity), activity.id)

    def _counts(self) -> Iterator[tuple[str, str, ShareText]]:
        """The share of each among all purposes: what a few of them have says nothing of the others."""
        chosen = [purpose.basis for _activity, purpose in self.rows]
        counts = [(basis, chosen.count(basis)) for basis in (*LegalBasis, None) if basis or None in chosen]
        shares = shares_text([n for _basis, n in counts], self._say)
        for (basis, n), share in zip(counts, shares, strict=True):
            label = self._say(basis.label) if basis else self._words.missing()
            yield label, number_text(n, self._say), ShareText(share, n / len(chosen))

    def _told(self, names: Sequence[str], purpose: Purpose) -> str:
        fields = [field_of(Purpose, name) for name in names]
        shown = [field for field in fields if self._words.scope.shows(Purpose, field)]
        return self._words.details(purpose, shown) or self._words.missing()
