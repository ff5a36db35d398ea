"""Names hidden: the fields that hold somebody's name or address say a role or initials; where else a name occurs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dossier.i18n import N_, Language
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.organisation import Contact, DpoDesignation, Organisation, RelatedCompany
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.text import fold
from dossier.report.initials import initials, is_address, is_function, separated

HIDDEN = N_("(hidden)")
_PUBLISHED: Mapping[type[Record], tuple[str, ...]] = {
    Organisation: ("phone", "email"),
    DpoDesignation: ("phone", "email"),
}
"""Contacts that the law wants told (art. 30(1)(a)) or published (art. 37(7)): they stay unless they name somebody."""

_LEAST = 3  # letters of a name that is looked for in texts
_WORD = re.compile(r"\w+")
_AFTER_THE_LAST_WORD = re.compile(r"\W+$")


class Naming(NamedTuple):
    """A text that leaves as it was written, and the hidden names that occur in it, each once."""

    record: Record
    field: Field
    names: tuple[str, ...]


class _SameEnd(NamedTuple):
    """What is looked for and ends with the same word: whose name it is, by the text; how long the texts are, the
    longest first."""

    names: dict[str, str]
    lengths: tuple[int, ...]


class Redaction:
    """The names of one dossier, and what stands for each; `authors` are those of its journal, where they are printed
    too."""

    def __init__(self, dossier: Dossier, say: Language, authors: Iterable[str] = ()) -> None:
        self._dossier, self._say, self._authors = dossier, say, authors

    def redacted(self, step: Callable[[], None] = lambda: None) -> Dossier:
        """The snapshot without the names; where nobody is named nothing changes. `step` is called at each record."""
        changes = []
        for before in self._dossier:
            step()
            if (after := self._without_names(before)) != before:
                changes.append((before, after))
        return self._dossier.with_records(changes, self._dossier.sequence, self._dossier.head)

    def words(self, text: str) -> str:
        """What stands for the names that a text holds: of each the role where one is known, or initials.

        A function or an organisation stays only where it is known to be one. What has a figure or an at sign is an
        address or a number, and is hidden whole unless it is published.
        """
        if is_address(text):
            return text if self._is_nobody(text) else self._say(HIDDEN)
        names, asides = separated(text)
        told = [*map(self._told, names), *filter(self._is_nobody, asides)]
        return ", ".join(dict.fromkeys(filter(None, told))) or self._say(HIDDEN)

    def _told(self, name: str) -> str:
        if self._is_nobody(name):
            return name
        return self._roles.get(fold(name)) or initials(name)

    def _is_nobody(self, text: str) -> bool:
        """Whether it is known to be a function or an organisation, or a contact that stays."""
        return fold(text) in self._published or self._is_no_person(text)

    def _is_no_person(self, text: str) -> bool:
        return fold(text) in self._functions or fold(text) in self._organisations or is_function(text)

    def namings(self, step: Callable[[], None] = lambda: None) -> Iterator[Naming]:
        """The texts that are left as they are and in which a name that is hidden occurs. `step` is called at each
        record."""
        for record in self._dossier:
            step()
            for field in fields_of(type(record)):
                if field.type is str and not field.is_reference and not is_hidden(field):
                    value = getattr(record, field.name)
                    if names := tuple(dict.fromkeys(self._in(fold("\n".join(value) if field.many else value)))):
                        yield Naming(record, field, names)

    def _in(self, text: str) -> Iterator[str]:
        """The names that occur in a folded text, where it was gone through once."""
        for word in _WORD.finditer(text) if not self._looked_for.keys().isdisjoint(_WORD.findall(text)) else ():
            if same_end := self._looked_for.get(word[0]):
                begins = (word.end() - length for length in same_end.lengths)
                texts = (text[begin : word.end()] for begin in begins if begin == 0 or not _is_within(text, begin))
                yield from [same_end.names[one] for one in texts if one in same_end.names][:1]

    def _without_names(self, record: Record) -> Record:
        hidden = [field for field in fields_of(type(record)) if is_hidden(field) and getattr(record, field.name)]
        if not hidden:
            return record
        return record.with_(**{field.name: self.words(getattr(record, field.name)) for field in hidden})

    @cached_property
    def _published(self) -> frozenset[str]:
        """The contacts that stay, wherever they stand."""
        told = ((one, name) for kind, names in _PUBLISHED.items() for one in self._dossier.of(kind) for name in names)
        contacts = {fold(getattr(record, name)) for record, name in told}
        return frozenset(one for one in contacts if one and not any(map(one.partition("@")[0].count, self._name_words)))

    @cached_property
    def _name_words(self) -> frozenset[str]:
        names = (name for text in self._hidden_texts() if not is_address(text) for name in separated(text).names)
        words = (word for name in names if not self._is_no_person(name) for word in _WORD.findall(fold(name)))
        return frozenset(word for word in words if len(word) >= _LEAST)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Every name or address that stands where names are hidden, without the functions."""
        held = dict.fromkeys([*self._hidden_texts(), *self._authors])
        parts = [part for text in held for part in ([text] if is_address(text) else separated(text).names)]
        return tuple(dict.fromkeys(part for part in parts if not self._is_nobody(part)))

    def _hidden_texts(self) -> Iterator[str]:
        for kind in CATALOG:
            hidden = [field for field in fields_of(kind) if is_hidden(field)]
            for record in self._dossier.of(kind) if hidden else ():
                yield from (getattr(record, field.name) for field in hidden)

    @cached_property
    def _looked_for(self) -> dict[str, _SameEnd]:
        """By its last word: the whole name, or the last word of a name of several, the surname. An address is looked
        for as a whole."""
        found: dict[str, dict[str, str]] = {}
        for name in self._names:
            for text in (name, name if is_address(name) else name.split()[-1]):
                folded = _AFTER_THE_LAST_WORD.sub("", fold(text))
                if len(folded) >= _LEAST:
                    found.setdefault(_WORD.findall(folded)[-1], {}).setdefault(folded, name)
        return {word: _SameEnd(names, tuple(sorted({*map(len, names)}, reverse=True))) for word, names in found.items()}

    @cached_property
    def _roles(self) -> dict[str, str]:
        """The role of whoever the dossier says has one."""
        roles = {}
        for contact in self._dossier.of(Contact):
            roles[contact.name] = self._function_of(contact)
        for organisation in self._dossier.of(Organisation):
            roles[organisation.representative_name] = organisation.representative_function
        for officer in self._dossier.of(DpoDesignation):
            roles[officer.name] = self._say(N_("Data protection officer"))
        first = {text: separated(text).names[:1] for text in roles}
        return {fold(name): role for text, role in roles.items() for name in first[text] if role}

    @cached_property
    def _functions(self) -> frozenset[str]:
        """Those that the dossier records beside a name."""
        found = [self._function_of(contact) for contact in self._dossier.of(Contact)]
        found += [organisation.representative_function for organisation in self._dossier.of(Organisation)]
        return frozenset(fold(function) for function in found if function)

    @cached_property
    def _organisations(self) -> frozenset[str]:
        """Those that the dossier has a record of."""
        names = [one.title for kind in (Organisation, RelatedCompany, Processor) for one in self._dossier.of(kind)]
        return frozenset(fold(name) for name in names if name)

    def _function_of(self, contact: Contact) -> str:
        return contact.function or (self._say(contact.role.label) if contact.role else "")


def _is_within(text: str, index: int) -> bool:
    """Whether a word goes on across that place, or the place is before the text."""
    return index < 0 or _WORD.fullmatch(text[index - 1 : index + 1]) is not None


def is_hidden(field: Field) -> bool:
    """Whether a field holds the name or the address of somebody."""
    return field.show.personal != "none" and not field.show.prose
