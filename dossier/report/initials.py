"""What a text that holds names is made of: names, functions and addresses; and the initials of a name."""

import re
from typing import NamedTuple

from dossier.model.text import fold

_ASIDE = re.compile(r"\(([^()]*)\)?")
_BETWEEN = re.compile(r"[,;/&+|\n]|\s(?:et|and|ou|or)\s", re.IGNORECASE)
_PARTICLES = frozenset(
    ("de", "du", "des", "la", "le", "les", "von", "van", "der", "den", "di", "da", "del", "dos", "el")
)
_ELIDED = re.compile(r"(?:d|l)['’](?=\w)", re.IGNORECASE)
_HYPHENS = re.compile("[-\u2010\u2011\u2012\u2013\u2014]")
_WORDS = (
    "a l d de du des la le les et au aux the of for and adjoint adjointe administratif administrative administration "
    "anssi assistant assistante avocat avocate cabinet ceo cfo chef cheffe chief ciso cnil commercial commerciale "
    "commissaire communication comptabilite comptable compte comptes conformite conseil controle controller cto daf "
    "data delegue deleguee department departement dg dgccrf digital dirigeant dirigeante direction directeur director "
    "directrice donnees dossier dpd dpo drh dsi edpb equipe example executive exemple expert finance finances "
    "financier financiere formation general generale gerance gerant gerante gestion head hr human humaines "
    "informatique it juridique juriste legal libertes logistique maintenance manager marketing metier numerique "
    "office officer paie pdg personnel personnelles president presidente prestataire production protection qualite "
    "referent referente relation relations representant representante resources responsable ressources rh rssi "
    "secretaire secretariat securite security service services social sociale support systeme systemes team technique "
    "vente ventes"
)
_FUNCTION_WORDS = frozenset(_WORDS.split())
"""Words of functions, departments and authorities, folded, and those that sign the examples: a text made of them names
nobody."""


class Separated(NamedTuple):
    """The names of a text one by one, and what stands between parentheses."""

    names: tuple[str, ...]
    asides: tuple[str, ...]


def is_address(text: str) -> bool:
    """Whether it is an address or a number: a name has neither a figure nor an at sign."""
    return "@" in text or any(letter.isnumeric() for letter in text)


def separated(text: str) -> Separated:
    """Somebody's name and function, or several of them, however they are separated."""
    names = map(str.strip, _BETWEEN.split(_ASIDE.sub(",", text)))
    asides = map(str.strip, _ASIDE.findall(text))
    return Separated(tuple(filter(None, names)), tuple(filter(None, asides)))


def is_function(text: str) -> bool:
    """Whether it is a function, a department or an authority for sure: each of its words is known to be of one."""
    words = re.findall(r"\w+", fold(text))
    return bool(words) and all(word in _FUNCTION_WORDS for word in words)


def initials(name: str) -> str:
    """J.-P. F. for Jean-Pierre de la Fontaine: one letter a word, none of a particle; "" where there is no letter."""
    words = name.split()
    kept = [word for word in words if word not in _PARTICLES] or words
    return " ".join(filter(None, map(_initial, kept)))


def _initial(word: str) -> str:
    parts = _HYPHENS.split(_ELIDED.sub("", word))
    letters = [next((letter for letter in part if letter.isalpha()), "") for part in parts]
    return "-".join(f"{letter.upper()[0]}." for letter in letters if letter)
