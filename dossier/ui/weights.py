"""The tone of each severity, which is also the name of its icon, and what a severity means in a few words."""

from dossier.checks.finding import Severity
from dossier.i18n import N_, Language
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.severity_bar import Part
from dossier.work.findings import Findings

TONES: dict[Severity, ToneName] = {
    Severity.BLOCKING: "blocking",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.TO_CHECK: "check",
    Severity.INFO: "info",
}
PLURALS: dict[Severity, str] = {
    Severity.BLOCKING: N_("Blocking findings"),
    Severity.MAJOR: N_("Major findings"),
    Severity.MINOR: N_("Minor findings"),
    Severity.TO_CHECK: N_("Findings to check"),
    Severity.INFO: N_("For information"),
}
PARTS: dict[Severity, str] = {
    Severity.BLOCKING: N_("blocking"),
    Severity.MAJOR: N_("major"),
    Severity.MINOR: N_("minor"),
    Severity.TO_CHECK: N_("to check"),
    Severity.INFO: N_("information"),
}
MEANINGS: dict[Severity, str] = {
    Severity.BLOCKING: N_("the dossier does not show what the law requires"),
    Severity.MAJOR: N_("an inspection would probably ask about it"),
    Severity.MINOR: N_("to be mended without urgency"),
    Severity.TO_CHECK: N_("a question, not an assertion"),
    Severity.INFO: N_("good to know"),
}


def parts_of(findings: Findings, say: Language) -> list[Part]:
    """The severity bar of what stands open."""
    counts = findings.counts()
    return [Part(TONES[severity], counts[severity], say(PARTS[severity])) for severity in Severity]
