"""What is said once an incident is logged, in the window and in the terminal: where it is, and what runs from when."""

from pathlib import Path

from dossier.i18n import _, current_language
from dossier.law.breach_clock import Phase, clock_of
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Moment
from dossier.model.text import moment_text
from dossier.work.incident_entry import breach_of
from dossier.work.incidents import Logged


def words_of(logged: Logged) -> tuple[str, ...]:
    """Sentences, the most important one first."""
    breach = logged.breach or breach_of(logged.note, Dossier(""))
    waited = (words_of_waiting(other) for other in logged.others if other.breach)
    return tuple(words for words in (_place(logged), _moment(breach), what_is_due(breach), *waited) if words)


def words_of_waiting(logged: Logged) -> str:
    """One sentence about a note that had waited: where it is now, and what is due."""
    breach = logged.breach
    if breach is None or breach.logged_at is None:
        return " ".join(words_of(logged))
    typed = moment_text(breach.logged_at, current_language())
    said = _(
        "What was typed {moment} and waited is in the register: {reference}.", moment=typed, reference=breach.reference
    )
    return f"{said} {what_is_due(breach)}".strip()


def _place(logged: Logged) -> str:
    """The reference it was given, or why it waits and what becomes of it."""
    if logged.breach is not None:
        return _("{reference} is in the register.", reference=logged.breach.reference)
    return _(
        "The incident is kept on this computer, not in {name} yet. {why} It enters by itself when that can be written.",
        name=Path(logged.note.path).name,
        why=logged.why,
    )


def _moment(breach: Breach) -> str:
    """From when one was aware, or suspects, as it was understood."""
    say = current_language()
    if breach.suspected_at:
        return _("Suspected: {moment}.", moment=moment_text(breach.suspected_at, say))
    return _("Aware: {moment}.", moment=moment_text(breach.aware_at, say)) if breach.aware_at else ""


def what_is_due(breach: Breach) -> str:
    """The deadline that runs, or that none does."""
    clock = clock_of(breach)
    if clock.phase is Phase.SUSPICION:
        return _("A suspicion: no clock runs.")
    if clock.due is None:
        return _("No clock runs before the record says when one became aware.")
    due = moment_text(Moment(at=clock.due, zone=clock.zone), current_language())
    return _("Notify by {moment} if there is a risk, art. 33(1).", moment=due)
