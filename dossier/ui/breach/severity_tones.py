"""The tone of each band of severity, and its words where "severity" is said already."""

from dossier.i18n import N_
from dossier.law.enisa import Band
from dossier.ui.tokens import ToneName

TONES: dict[Band, ToneName] = {
    Band.LOW: "ok",
    Band.MEDIUM: "minor",
    Band.HIGH: "major",
    Band.VERY_HIGH: "blocking",
}
SHORT = {
    Band.LOW: N_("low"),
    Band.MEDIUM: N_("medium"),
    Band.HIGH: N_("high"),
    Band.VERY_HIGH: N_("very high"),
}
