"""Phrases of the legal data found in what people write, whatever its case, accents and apostrophes."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.model.text import fold


def longest_in(text: str, phrases: Iterable[str]) -> str:
    """The longest of the phrases that stand in `text`, "" where none does.

    A phrase stands for whole words; `*` at the end of a word stands for any ending.
    """
    by_length = tuple(sorted(phrases, key=len, reverse=True))
    found = [match.lastindex for match in _pattern(by_length).finditer(fold(text)) if match.lastindex]
    return by_length[min(found) - 1] if found else ""


@lru_cache(maxsize=64)
def _pattern(by_length: tuple[str, ...]) -> re.Pattern[str]:
    """A group for each phrase, looked for at the beginning of every word."""
    words = (re.escape(fold(phrase)).replace(r"\*", r"\w*") for phrase in by_length)
    return re.compile(rf"(?<!\w)(?=(?:{'|'.join(f'({one})' for one in words)})(?!\w))")
