"""Canonical JSON (RFC 8785) and the digests made of it.

Records hold texts, whole numbers, booleans and lists of them: for these, sorted keys, no spaces and Python's own
escapes are the canonical form. Keys are ASCII, so code points sort as UTF-16 does.
"""

import json
from typing import Any

from dossier.model.record import Record


def canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(text: str | bytes) -> str:
    import hashlib  # loads a library of its own, and only what is written needs it

    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def record_digest(record: Record) -> str:
    """SHA-256 of a record's canonical JSON."""
    return sha256(canonical(record.as_json()))
