"""Phrases of the legal data found in what people write, whatever its case, accents and apostrophes."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.model.text import fold


def longest_in(text: str, phrases: Iterable[str]) -> int:
    """How many letters the longest of the phrases found in `text` has, 0 where none is there.

    A phrase stands for whole words; `*` at the end of a word stands for any ending.
    """
    folded = fold(text)
    return max((len(phrase) for phrase in phrases if _pattern(phrase).search(folded)), default=0)


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(fold(phrase)).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){words}(?!\w)")
