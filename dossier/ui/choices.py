"""What can be preferred: languages, themes, sizes of text; each with its words."""

from typing import get_args

from dossier.i18n import CODES, _
from dossier.ui import theme
from dossier.ui.languages import NAMES

SCALES = (100, 115, 130, 150)


def languages() -> dict[str, str]:
    """Each in its own words."""
    return {code: NAMES[code] for code in CODES}


def themes() -> dict[str, str]:
    return dict(zip(get_args(theme.Choice), (_("System"), _("Light"), _("Dark")), strict=True))


def scales() -> dict[str, str]:
    return {str(scale): _("{n} %", n=scale) for scale in SCALES}


def theme_named(value: str) -> theme.Choice:
    return next(choice for choice in get_args(theme.Choice) if choice == value)
