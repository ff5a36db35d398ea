"""Languages that records name by a code (BCP 47), in words."""

from dossier.i18n import N_, Language
from dossier.report.content import OwnText

_NAMES = {
    "fr": N_("French"),
    "en": N_("English"),
    "de": N_("German"),
    "es": N_("Spanish"),
    "it": N_("Italian"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
}


def language_words(code: str, say: Language) -> str:
    """The name of a language; a code that is not listed, or words, as they stand."""
    name = _NAMES.get(code.strip().partition("-")[0].lower())
    return say(name) if name else OwnText(code)
