"""Dossiers of any size for the measures: the same ones on every machine."""

import random
from datetime import UTC, date, datetime
from pathlib import Path

from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose, Recipient, Retention
from dossier.model.breach import Breach
from dossier.model.identifier import new_id
from dossier.model.measure import Measure
from dossier.model.organisation import Organisation
from dossier.model.processor import Processor
from dossier.model.record import Duration, KnownNumber, Moment, Record, Unit
from dossier.model.vocabulary import (
    DataCategory,
    LegalBasis,
    MeasureStatus,
    PartyRole,
    PersonCategory,
    RetentionTrigger,
)
from dossier.model.vocabulary_procedures import BreachNature
from dossier.store.edit import Author
from dossier.store.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AUTHOR = Author("Banc d’essai", "mesure", "banc")
_WORDS = (
    "gestion",
    "paie",
    "clients",
    "contrat",
    "fournisseur",
    "dossier",
    "suivi",
    "sécurité",
    "accès",
    "formation",
    "relation",
    "commande",
    "livraison",
    "facturation",
    "prospection",
    "recrutement",
    "candidature",
    "évaluation",
    "sauvegarde",
    "hébergement",
    "messagerie",
    "annuaire",
    "archives",
)


def activities(count: int) -> list[Record]:
    """That many activities, each with a purpose, persons, data, a retention and a recipient, and what they refer to."""
    chance = random.Random(count)
    measures: list[Record] = [_measure(chance) for _ in range(20)]
    processors: list[Record] = [_processor(chance) for _ in range(10)]
    made: list[Record] = [Organisation(id=new_id(NOW), name="Société de mesure SAS", siren="552100554")]
    made += measures + processors
    for _ in range(count):
        made += _activity(chance, measures, processors)
    return made


def mixed(count: int) -> list[Record]:
    """About that many records of several kinds, a third of them activities' own parts."""
    chance = random.Random(count)
    made = activities(count // 12)
    while len(made) < count:
        made.append(chance.choice((_measure, _processor, _breach))(chance))
    return made


def write(path: Path, records: list[Record]) -> Path:
    """A dossier file with those records."""
    Store.create(path, records, "fr", AUTHOR, NOW).close()
    return path


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()


def _activity(chance: random.Random, measures: list[Record], processors: list[Record]) -> list[Record]:
    activity = Activity(
        id=new_id(NOW),
        name=_words(chance, 4),
        description=_words(chance, 30),
        measures=tuple(one.id for one in chance.sample(measures, 3)),
        processors=(chance.choice(processors).id,),
        started_on=date(2020, chance.randint(1, 12), 1),
        direct_collection=True,
        security_text=_words(chance, 15),
    )
    item = DataItem(
        id=new_id(NOW), activity=activity.id, name=_words(chance, 3), category=chance.choice(list(DataCategory))
    )
    return [
        activity,
        Purpose(id=new_id(NOW), activity=activity.id, name=_words(chance, 6), basis=chance.choice(list(LegalBasis))),
        PersonGroup(
            id=new_id(NOW), activity=activity.id, name=_words(chance, 2), category=chance.choice(list(PersonCategory))
        ),
        item,
        Retention(
            id=new_id(NOW),
            activity=activity.id,
            name=_words(chance, 2),
            data_items=(item.id,),
            duration=Duration(count=chance.randint(1, 10), unit=Unit.YEAR),
            trigger=chance.choice(list(RetentionTrigger)),
        ),
        Recipient(id=new_id(NOW), activity=activity.id, name=_words(chance, 2), purpose=_words(chance, 5)),
    ]


def _measure(chance: random.Random) -> Measure:
    return Measure(
        id=new_id(NOW),
        name=_words(chance, 4),
        sheet=chance.randint(1, 25),
        state=chance.choice(list(MeasureStatus)),
        description=_words(chance, 20),
    )


def _processor(chance: random.Random) -> Processor:
    return Processor(
        id=new_id(NOW), name=_words(chance, 2), service=_words(chance, 3), role=chance.choice(list(PartyRole))
    )


def _breach(chance: random.Random) -> Breach:
    return Breach(
        id=new_id(NOW),
        name=_words(chance, 8),
        aware_at=Moment(at=NOW),
        nature=(chance.choice(list(BreachNature)),),
        persons_number=KnownNumber(value=chance.randint(1, 5000)),
        facts=_words(chance, 40),
    )
