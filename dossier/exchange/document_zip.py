"""Documents as one ZIP file: kept as they are, so that the same documents make the same bytes anywhere."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO, cast

Member = tuple[str, Iterable[bytes]]
"""The name of a file, and its content in pieces."""

_UNIX, _READABLE = 3, 0o100644 << 16  # the same on every system


def write_zip(file: BinaryIO, members: Iterable[Member], moment: datetime) -> None:
    """Write files in their order, a piece at a time, each dated `moment` as it stands in its zone (APPNOTE 6.3.10)."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, pieces in members:
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system, info.external_attr = _UNIX, _READABLE
            with archive.open(info, "w") as member:
                for piece in pieces:
                    member.write(piece)


def members_of(file: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    """The name of each file of a ZIP, in their order, and the file to read; raises zipfile.BadZipFile, OSError."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            with archive.open(name) as member:
                yield name, cast("BinaryIO", member)
