"""Names hidden: the fields that hold somebody's name or address say a role or initials; where else a name occurs."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from dossier.i18n import N_, Language
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.organisation import Contact, DpoDesignation, Organisation
from dossier.model.record import Record
from dossier.model.text import fold

HIDDEN = N_("(hidden)")
_LEAST = 3  # letters of a name that is looked for in texts
_FIGURES = 6  # a telephone number has as many, or more


class Naming(NamedTuple):
    """A text that leaves as it was written, and a hidden name that occurs in it."""

    record: Record
    field: Field
    name: str


class Redaction:
    """The names of one dossier, and what stands for each."""

    def __init__(self, dossier: Dossier, say: Language) -> None:
        self._dossier, self._say = dossier, say

    def redacted(self) -> Dossier:
        """The snapshot without the names; where nobody is named nothing changes."""
        changes = [(before, after) for before in self._dossier if (after := self._without_names(before)) != before]
        return self._dossier.with_records(changes, self._dossier.sequence, self._dossier.head)

    def words(self, text: str) -> str:
        """What stands for the name or the address of somebody: the role where one is known, or initials."""
        name, comma, function = text.partition(",")
        if "@" in name or sum(letter.isdigit() for letter in name) >= _FIGURES:
            return self._say(HIDDEN)
        known = self._roles.get(fold(name).strip())
        return known or f"{_initials(name)}{comma}{function}"

    def namings(self) -> Iterator[Naming]:
        """The texts that are left as they are and in which a name that is hidden occurs, each name once a text."""
        for record in self._dossier:
            for field in fields_of(type(record)):
                if field.type is str and not field.is_reference and not is_hidden(field):
                    yield from self._in(record, field)

    def _in(self, record: Record, field: Field) -> Iterator[Naming]:
        value = getattr(record, field.name)
        folded = fold("\n".join(value) if field.many else value)
        for name, pattern in self._patterns.items() if folded else ():
            if pattern.search(folded):
                yield Naming(record, field, name)

    def _without_names(self, record: Record) -> Record:
        hidden = [field for field in fields_of(type(record)) if is_hidden(field) and getattr(record, field.name)]
        if not hidden:
            return record
        return record.with_(**{field.name: self.words(getattr(record, field.name)) for field in hidden})

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Every name or address that a field holds; what follows a comma is a function."""
        names = dict[str, None]()
        for kind in CATALOG:
            hidden = [field for field in fields_of(kind) if is_hidden(field)]
            for record in self._dossier.of(kind) if hidden else ():
                names.update(dict.fromkeys(getattr(record, field.name).partition(",")[0].strip() for field in hidden))
        return tuple(name for name in names if name)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """The whole name, or the last word of a name of several: the surname."""
        found = {}
        for name in self._names:
            looked_for = {fold(name), fold(name.split()[-1])}
            looked_for = {word for word in looked_for if len(word) >= _LEAST}
            if looked_for:
                found[name] = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(looked_for))) + r")(?!\w)")
        return found

    @cached_property
    def _roles(self) -> dict[str, str]:
        """The role of whoever the dossier says has one."""
        roles = {}
        for contact in self._dossier.of(Contact):
            roles[contact.name] = contact.function or (self._say(contact.role.label) if contact.role else "")
        for organisation in self._dossier.of(Organisation):
            roles[organisation.representative_name] = organisation.representative_function
        for officer in self._dossier.of(DpoDesignation):
            roles[officer.name] = self._say(N_("Data protection officer"))
        return {fold(name).strip(): role for name, role in roles.items() if name and role}


def is_hidden(field: Field) -> bool:
    """Whether a field holds the name or the address of somebody."""
    return field.show.personal != "none" and not field.show.prose


def _initials(name: str) -> str:
    return " ".join(f"{word[0].upper()}." for word in re.split(r"[\s\-]+", name) if word)
