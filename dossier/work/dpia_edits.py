"""What people do with impact assessments, as edits: create one from a screening, note that a screening was made."""

from datetime import date, datetime

from dossier.i18n import _
from dossier.model.activity import Activity
from dossier.model.dpia import Dpia
from dossier.model.vocabulary import Answer
from dossier.store.edit import Author, Change, Edit
from dossier.work.edits import change_of_field, name_of, new_record


def assessment_of(activity: Activity, author: Author, now: datetime) -> Edit:
    """A new assessment of an activity, with its criteria and its types; a type on the CNIL's list asks for it."""
    made = new_record(Dpia, now).with_(
        name=activity.name,
        activities=(activity.id,),
        criteria=activity.dpia_criteria,
        cnil_list=activity.dpia_list,
        required=Answer.YES if activity.dpia_list else None,
        author=author.words,
    )
    return Edit(_("New DPIA: {name}", name=name_of(activity)), (Change(None, made),))


def screened(activity: Activity, today: date) -> Edit | None:
    """Criteria and list were gone through today; None where that is written already."""
    return change_of_field([activity], "dpia_screened_on", today)
