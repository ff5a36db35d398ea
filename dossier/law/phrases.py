"""Phrases of the legal data found in what people write, whatever its case, accents and apostrophes."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dossier.model.text import fold


def longest_in(text: str, phrases: Iterable[str]) -> str:
    """The longest of the phrases that stand in `text`, "" where none does.

    A phrase stands for whole words; `*` at the end of a word stands for any ending.
    """
    folded, found = fold(text), ""
    patterns = _patterns(tuple(phrases))
    for word in _BEGINNING.finditer(folded):
        for size in _SIZES:
            for pattern, phrase in patterns.get(word[0][:size], ()) if len(word[0]) >= size else ():
                if len(phrase) > len(found) and pattern.match(folded, word.start()):
                    found = phrase
    return found


_SIZES = (4, 3, 2, 1)
_BEGINNING = re.compile(r"(?<!\w)\w{1,4}")


@lru_cache(maxsize=64)
def _patterns(phrases: tuple[str, ...]) -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
    """The phrases by their first four letters, or all of a shorter word: at most words none has to be tried."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for phrase in phrases:
        words, beginning = re.escape(fold(phrase)).replace(r"\*", r"\w*"), _BEGINNING.match(fold(phrase))
        if beginning:
            found.setdefault(beginning[0], []).append((re.compile(rf"{words}(?!\w)"), phrase))
    return found
