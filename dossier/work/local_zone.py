"""The time zone of this computer under the name that a record keeps, without Qt."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ORDINARY = "Europe/Paris"
"""Where most of our users are: what is taken where the system names no zone and the hour agrees."""


def local_zone(now: datetime) -> str:
    """The IANA zone in which this computer shows `now` (which carries the computer's own offset)."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked(), ORDINARY):
        if is_zone(name) and now.astimezone(ZoneInfo(name)).utcoffset() == now.utcoffset():
            return "UTC" if name in ("Etc/UTC", "Etc/UCT", "Zulu") else name
    hours = round((now.utcoffset() or timedelta()) / timedelta(hours=1))
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"  # the sign of these names is the other way round


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _linked() -> str:
    """What /etc/localtime leads to; Windows has no such file."""
    _folder, _zoneinfo, name = str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")
    return name
