"""The screening of every activity as a chapter: criteria, type on the CNIL's list, what covers it, why none is made."""

from functools import partial

from dossier.i18n import N_
from dossier.law.data import law_data, said
from dossier.law.dpia import Conclusion, Screening, screenings, source_of
from dossier.law.dpia_words import count_of
from dossier.model.activity import Activity
from dossier.model.dpia import Dpia
from dossier.model.fields import field_of
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, LinkedText, Note, OwnText
from dossier.report.wording import Wording

_RULE = N_(
    "{n} of the nine criteria (WP248) mean an impact assessment in principle; a type on the CNIL's list always does "
    "(art. 35(4))."
)


def screening_chapter(words: Wording) -> Chapter | None:
    """The screening of the dossier of `words`; None where nothing is to be told of any activity.

    What a screening comes to, and that there was none, is our judgement: only a complete copy has it.
    """
    told, is_internal, say = _Cells(words), words.scope.profile == "full", words.say
    rows = [row for row in screenings(words.dossier) if is_internal or told.says(row)]
    if not rows:
        return None
    columns = [
        TextColumn(say(field_of(Activity, "reference").show.label), told.reference),
        TextColumn(say(Activity.kind.label), lambda row: OwnText(row.activity.name)),
        TextColumn(say(N_("Criteria met")), told.criteria),
        TextColumn(say(N_("CNIL's list")), partial(told.value, "dpia_list")),
        TextColumn(say(field_of(Activity, "dpia_screened_on").show.label), partial(told.value, "dpia_screened_on")),
    ]
    if is_internal:
        columns.append(TextColumn(say(N_("Conclusion")), lambda row: say(row.conclusion.label)))
    columns.append(TextColumn(say(Dpia.kind.label), told.dpias))
    columns.append(TextColumn(say(N_("Why none is made")), told.waiver))
    introduction = say(_RULE, n=law_data("dpia")["criteria_needed"])
    sources = [source_of(one) for one in (Conclusion.PROBABLE, Conclusion.REQUIRED)]
    notes = [Note(say(N_("Source: {source}"), source=said(one.source, say))) for one in sources]
    title = say(N_("Screening of the activities (art. 35)"))
    return Chapter(title, introduction, [grid_of(columns, rows, say(Activity.kind.plural)), *notes])


class _Cells:
    """What the cells of a row say."""

    def __init__(self, words: Wording) -> None:
        self._words, self._say = words, words.say

    def reference(self, row: Screening) -> str:
        return LinkedText(row.activity.reference, row.activity.id)

    def criteria(self, row: Screening) -> str:
        """How many of nine, and which; nothing where nobody looked."""
        if not row.met and not row.activity.dpia_screened_on:
            return self._words.missing()
        count = count_of(row.met, self._say)
        return "\n".join((count, *(self._say(one.label) for one in row.met)))

    def says(self, row: Screening) -> bool:
        """Whether anything is recorded of it."""
        return bool(row.met or row.listed or row.dpias or row.activity.dpia_screened_on or row.activity.dpia_waiver)

    def value(self, name: str, row: Screening) -> str:
        return self._words.cell(row.activity, field_of(Activity, name)) or self._words.missing()

    def waiver(self, row: Screening) -> str:
        return "" if row.dpias else self.value("dpia_waiver", row)

    def dpias(self, row: Screening) -> str:
        if len(row.dpias) == 1:
            return LinkedText(row.dpias[0].reference, row.dpias[0].id)
        return OwnText(", ".join(one.reference for one in row.dpias)) or self._words.missing()
