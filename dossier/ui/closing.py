"""What a window says when it is closed while something that was typed cannot be written."""

from dossier.i18n import _
from dossier.model.dossier import Dossier
from dossier.ui.desk import Unwritten
from dossier.work.edits import name_of


def sentence_of(unwritten: Unwritten, dossier: Dossier) -> str:
    """Which field it is, and what becomes of it."""
    if unwritten.why:
        return unwritten.why
    record = dossier.get(unwritten.record_id)
    return _(
        "What was typed in “{field}” of {record} cannot be read. "
        "Correct it, or close again: then it is left as it was.",
        field=unwritten.field,
        record=name_of(record) if record else "",
    )
