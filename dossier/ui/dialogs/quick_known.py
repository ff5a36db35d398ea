"""What the quick log learns of a dossier once it is on the screen: choices, the time zone, the deadline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

Choices = tuple[tuple[str, str], ...]
"""Codes or identifiers, each with its words."""


@dataclass(frozen=True)
class Known:
    """`due` is the deadline of an instant of awareness, `words` an instant in full, `count_doubt` what is unclear in a
    number of persons as typed, in a sentence."""

    dossier: str
    zone: str
    data: Choices
    processors: Choices
    activities: Choices
    due: Callable[[datetime], datetime]
    words: Callable[[datetime, str], str]
    count_doubt: Callable[[str], str]
