"""Which language the words of a source are in, French or English, by the words that hold sentences together."""

import re
from functools import lru_cache

from dossier.i18n import Code
from dossier.report.content import QuotedText, QuotingText

_ENGLISH = (
    "the of and to in is are was be been by for with from at that this these it its we you your our us they their not "
    "no if when which who will may can must shall should would any all has have into until within unless after before "
    "period month months year years day days data personal privacy policy agreement rights access"
)
_FRENCH = (
    "le la les l d de du des et est sont sera un une dans pour par sur avec sans que qu qui ne n pas nous vous votre "
    "vos notre nos leur leurs au aux à ce cette ces il elle ils elles être ont a ou où si lorsque jusqu depuis après "
    "avant durée mois an ans jour jours données personnelles politique charte contrat droits accès"
)
_KNOWN: tuple[tuple[Code, frozenset[str]], ...] = (
    ("en", frozenset(_ENGLISH.split())),
    ("fr", frozenset(_FRENCH.split())),
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile("(?<=[“«])([^“”«»]+)(?=[”»])")
_LOOKED_AT = 600  # characters: enough to tell


@lru_cache(maxsize=1024)
def language_of(text: str) -> Code | None:
    """None where it is neither, or not plain: fewer than three of its known words to one of the other language."""
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    counts = [(sum(word in known for word in words), code) for code, known in _KNOWN]
    (others, _other), (most, code) = sorted(counts)
    return code if most > 2 * others else None


def spoken(text: str, usual: Code) -> str:
    """The same text, which tells its language where that is plain and not the `usual` one."""
    found = language_of(text)
    return QuotedText(text, found) if found and found != usual else text


def quoting(sentence: str, own: Code, usual: Code) -> str:
    """A sentence in our `own` language, whose quotes are in the `usual` one of the dossier unless they plainly are in
    another; the same text where all are in ours."""
    pieces = _QUOTED.split(sentence)
    for place in range(1, len(pieces), 2):
        found = language_of(pieces[place]) or usual
        pieces[place] = QuotedText(pieces[place], found) if found != own else pieces[place]
    return QuotingText(pieces) if any(isinstance(piece, QuotedText) for piece in pieces) else sentence
