"""Where resources, settings, examples, the spool and caches are, from a checkout, a wheel or a bundle."""

from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def user_documents() -> Path:
    """The folder where the user expects documents to be kept."""
    return Path(platformdirs.user_documents_path())


def user_settings() -> Path:
    """The preferences of this computer and of this user."""
    return Path(platformdirs.user_config_path("dossier", appauthor=False)) / "preferences.json"


def user_spool() -> Path:
    """Incidents that are being typed, or that no dossier could take yet: in the data of this user, never a cache."""
    return Path(platformdirs.user_data_path("dossier", appauthor=False)) / "incidents"


def user_yardstick() -> Path:
    """The CNIL's published notifications, counted: beside every dossier, and in none."""
    return Path(platformdirs.user_data_path("dossier", appauthor=False)) / "yardstick.json"


def user_law() -> Path:
    """Legal data newer than those that came with Dossier: files that the user put there."""
    return Path(platformdirs.user_data_path("dossier", appauthor=False)) / "law"


def user_cache() -> Path:
    """What can be made again at any time."""
    return Path(platformdirs.user_cache_path("dossier", appauthor=False))
