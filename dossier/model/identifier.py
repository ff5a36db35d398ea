"""The identifiers of records, alone: the quick window makes one before it loads anything else."""

import os
from datetime import UTC, datetime


def new_id(now: datetime) -> str:
    """A UUIDv7 (RFC 9562, 5.7): sorts by the instant it was made, in milliseconds."""
    milliseconds = int(now.astimezone(UTC).timestamp() * 1000)
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def made_at(record_id: str) -> datetime:
    """The instant an identifier was made, in UTC, to the millisecond."""
    return datetime.fromtimestamp(int(record_id.replace("-", "")[:12], 16) / 1000, UTC)
