"""Dossiers of any size for the measures: the same ones on every machine."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from dossier.model.activity import Activity, DataItem, PersonGroup, Purpose, Recipient, Retention
from dossier.model.breach import Breach, BreachNotification
from dossier.model.identifier import new_id
from dossier.model.measure import Measure
from dossier.model.organisation import Organisation
from dossier.model.processor import Processor
from dossier.model.record import Duration, Knowledge, KnownNumber, Moment, Record, Unit
from dossier.model.request import Request
from dossier.model.vocabulary import (
    DataCategory,
    LegalBasis,
    MeasureStatus,
    PartyRole,
    PersonCategory,
    RetentionTrigger,
    SensitiveCategory,
)
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachData,
    BreachNature,
    BreachOrigin,
    BreachPersons,
    BreachRole,
    BreachState,
    Channel,
    InformPersons,
    NotificationType,
    RequestState,
    Right,
)
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


def activities(count: int, processors_count: int = 10) -> list[Record]:
    """That many activities, each with a purpose, persons, data, a retention and a recipient, and what they refer to."""
    chance = random.Random(count)
    measures: list[Record] = [_measure(chance) for _ in range(20)]
    processors: list[Record] = [_processor(chance) for _ in range(processors_count)]
    made: list[Record] = [Organisation(id=new_id(NOW), name="Société de mesure SAS", siren="552100554")]
    made += measures + processors
    for _ in range(count):
        made += _activity(chance, measures, processors)
    return made


def pack(count: int) -> list[Record]:
    """That many activities with what a dossier of that size holds besides: for each hundred of them ten processors,
    ten breaches with their notifications and ten requests."""
    chance, tenth = random.Random(count), count // 10
    return [*activities(count, tenth), *breaches(tenth), *(_request(chance) for _ in range(tenth))]


def mixed(count: int) -> list[Record]:
    """About that many records of several kinds, a third of them activities' own parts."""
    chance = random.Random(count)
    made = activities(count // 12)
    while len(made) < count:
        made.append(chance.choice((_measure, _processor, _breach))(chance))
    return made


def breaches(count: int, seed: int = 1) -> list[Record]:
    """That many breaches of six years, more of them in the last ones, and the notifications of most: on time or late.

    How often each label stands is near to what the CNIL's open data show.
    """
    chance, made = random.Random(seed), list[Record]()
    texts = [_words(chance, length) for length in (6, 12, 25, 40, 80) * 100]
    six_years, numbers = timedelta(days=6 * 365), Counter[int]()
    for ago in sorted((six_years * (1 - chance.random() ** 0.7) for _ in range(count)), reverse=True):
        aware = (NOW - ago).replace(second=0, microsecond=0)
        numbers[aware.year] += 1
        breach = _logged(chance, texts, f"VIO-{aware.year}-{numbers[aware.year]:03}", aware)
        made += [breach, *_notified(chance, breach, aware)]
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


def _request(chance: random.Random) -> Request:
    received = NOW.date() - timedelta(days=chance.randint(1, 2000))
    answered = chance.random() < 0.8
    return Request(
        id=new_id(NOW),
        name=_words(chance, 5),
        rights=(chance.choice(list(Right)),),
        received_on=received,
        channel=chance.choice(list(Channel)),
        requester=_words(chance, 2),
        content=_words(chance, 30),
        state=RequestState.CLOSED if answered else chance.choice(list(RequestState)),
        answered_on=received + timedelta(days=chance.randint(1, 45)) if answered else None,
        answer=_words(chance, 20) if answered else "",
    )


_T = TypeVar("_T")


def _pool(weights: Mapping[_T, float]) -> tuple[_T, ...]:
    """Each as often as its weight says, ten times: to draw one of them is then one call."""
    return tuple(one for one, weight in weights.items() for _ in range(round(10 * weight)))


_ORIGINS = _pool({
    BreachOrigin.HACKING: 55, BreachOrigin.WRONG_RECIPIENT: 17, BreachOrigin.OTHER: 9, BreachOrigin.PUBLICATION: 7,
    BreachOrigin.DEVICE: 5, BreachOrigin.PORTAL: 4, BreachOrigin.PAPER: 3, BreachOrigin.MAIL: 2, BreachOrigin.ORAL: 1,
    BreachOrigin.PAPER_DISPOSAL: 0.3, BreachOrigin.DEVICE_DISPOSAL: 0.2, BreachOrigin.UNKNOWN: 1,
})  # fmt: skip
_CAUSES = _pool({
    BreachCause.EXTERNAL_MALICIOUS: 58, BreachCause.INTERNAL_ACCIDENTAL: 24, BreachCause.EXTERNAL_ACCIDENTAL: 8,
    BreachCause.INTERNAL_MALICIOUS: 4, BreachCause.UNKNOWN: 4, BreachCause.OTHER: 2,
})  # fmt: skip
_DATA = {
    BreachData.CIVIL_STATUS: 85, BreachData.CONTACT: 70, BreachData.ACCESS: 35, BreachData.FINANCIAL: 22,
    BreachData.NIR: 15, BreachData.OFFICIAL: 15, BreachData.OTHER: 15, BreachData.UNKNOWN: 5, BreachData.LOCATION: 4,
    BreachData.OFFENCES: 1,
}  # fmt: skip
_NATURES = {BreachNature.CONFIDENTIALITY: 95, BreachNature.AVAILABILITY: 20, BreachNature.INTEGRITY: 15}
_SENSITIVE = {SensitiveCategory.HEALTH: 10, SensitiveCategory.UNION: 2, SensitiveCategory.BIOMETRIC: 1}
_PERSONS = {
    BreachPersons.CUSTOMERS: 45, BreachPersons.EMPLOYEES: 30, BreachPersons.USERS: 20, BreachPersons.MEMBERS: 10,
    BreachPersons.PATIENTS: 8, BreachPersons.MINORS: 6, BreachPersons.VULNERABLE: 3,
}  # fmt: skip
_ROLES = _pool({BreachRole.CONTROLLER: 92, BreachRole.PROCESSOR: 5, BreachRole.JOINT: 3})
_INFORMED = _pool({InformPersons.YES: 40, InformPersons.PLANNED: 22, InformPersons.UNKNOWN: 20, InformPersons.NO: 18})
_KNOWLEDGE = _pool({Knowledge.EXACT: 55, Knowledge.ABOUT: 30, Knowledge.RANGE: 7, Knowledge.UNKNOWN: 8})
_NOTIFY = _pool({True: 78, False: 17, None: 5})
_STATES = {True: BreachState.CLOSED, False: BreachState.NOT_NOTIFIED, None: BreachState.AWARE}
_FIRST = _pool({NotificationType.INITIAL: 6, NotificationType.COMPLETE: 4})


def _some(chance: random.Random, percents: Mapping[_T, float]) -> tuple[_T, ...]:
    """Each by itself as often as its percent says; perhaps none."""
    return tuple(one for one, percent in percents.items() if 100 * chance.random() < percent)


def _logged(chance: random.Random, texts: Sequence[str], reference: str, aware: datetime) -> Breach:
    notify, suspected = chance.choice(_NOTIFY), chance.random() < 0.1
    return Breach(
        id=new_id(aware),
        reference=reference,
        name=_words(chance, 8),
        state=_STATES[notify],
        role=chance.choice(_ROLES),
        facts=chance.choice(texts),
        logged_at=Moment(at=aware + timedelta(minutes=chance.randint(1, 90))),
        suspected_at=Moment(at=aware - timedelta(hours=chance.randint(1, 48))) if suspected else None,
        aware_at=Moment(at=aware),
        processor_alerted_at=Moment(at=aware) if chance.random() < 0.1 else None,
        nature=_some(chance, _NATURES),
        origins=tuple(dict.fromkeys(chance.choice(_ORIGINS) for _ in range(1 + (chance.random() < 0.1)))),
        causes=(chance.choice(_CAUSES),),
        data=_some(chance, _DATA),
        sensitive=_some(chance, _SENSITIVE),
        persons=_some(chance, _PERSONS),
        persons_number=_people(chance),
        effects=chance.choice(texts),
        remedies=chance.choice(texts),
        notify=notify,
        notify_reasons="" if notify else chance.choice(texts),
        inform=chance.choice(_INFORMED),
        closed_on=(aware + timedelta(days=chance.randint(5, 90))).date() if notify is not None else None,
    )


def _people(chance: random.Random) -> KnownNumber:
    """From one person to some millions, few of them many."""
    state, value = chance.choice(_KNOWLEDGE), int(10 ** (chance.random() ** 2 * 6.5))
    if state is Knowledge.UNKNOWN:
        return KnownNumber(state=state)
    return KnownNumber(value=value, to=2 * value if state is Knowledge.RANGE else None, state=state)


def _notified(chance: random.Random, breach: Breach, aware: datetime) -> Iterator[BreachNotification]:
    """To the CNIL: a fifth of them late; a first notification is most often completed some days later."""
    if breach.notify:
        hours = chance.uniform(73, 1000) if chance.random() < 0.2 else chance.uniform(2, 71)
        sent, first = aware + timedelta(hours=hours), chance.choice(_FIRST)
        yield _sent(breach, first, sent)
        if first is NotificationType.INITIAL and chance.random() < 0.7:
            yield _sent(breach, NotificationType.SUPPLEMENTARY, sent + timedelta(days=chance.randint(1, 20)))


def _sent(breach: Breach, type_: NotificationType, at: datetime) -> BreachNotification:
    return BreachNotification(id=new_id(at), breach=breach.id, name="CNIL", type=type_, sent_at=Moment(at=at))
