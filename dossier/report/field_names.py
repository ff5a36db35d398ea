"""Fields that a record names, by the labels that people know them by."""

from collections.abc import Iterable, Iterator

from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.record import Record


def labels_of_named(dossier: Dossier, record: Record, field: Field) -> tuple[str, ...]:
    """The labels, as msgids, of the fields that `field` names: those of the records concerned, else of their parts; a
    name that none of them has stands as it is."""
    about = field_of(type(record), field.show.names_fields_of)
    concerned = [dossier.target(about, one) for one in getattr(record, about.name)]
    kinds = dict.fromkeys(type(one) for one in concerned if one)
    parts = [part for kind in kinds for part in children_of(kind)]
    named = [(name, [*_labels(name, kinds)] or [*_labels(name, parts)]) for name in getattr(record, field.name)]
    return tuple(dict.fromkeys(label for name, labels in named for label in labels or [name]))


def _labels(name: str, kinds: Iterable[type[Record]]) -> Iterator[str]:
    return (field.show.label for kind in kinds for field in fields_of(kind) if field.name == name)
