"""Cases of the checks that hold one register against another."""

from typing import Any

from dossier.model.record import Duration, Record, Unit
from tests.checks.case import Case, day, one, under


def processor(**values: Any) -> Record:
    return one("processor", **{"role": "sous_traitant", **values})


def transfer(**values: Any) -> Record:
    return one("transfer", **values)


def activity(**values: Any) -> Record:
    return one("activity", **values)


AMERICAN = processor(country="US")
FRENCH = processor(country="FR")
SUB = under(FRENCH, "sub_processor", country="IN")
HOSTED = one("system", country="US", hosted_by=FRENCH.id)
SALES = activity()
RECIPIENT = under(SALES, "recipient", country="US")
JOINT = processor(role="responsable_conjoint")
ENDED = processor(ends_on=day(days=-1))
RUNS_ON = one("system", hosted_by=FRENCH.id)


def relying_on(*processors: Record, **values: Any) -> Record:
    return activity(processors=tuple(one.id for one in processors), **values)


USING, USED_TO = relying_on(ENDED), relying_on(ENDED, ended_on=day(days=-3))
BUYING = relying_on(FRENCH)


def own_value(**values: Any) -> Record:
    """A setting of the rhythm of training."""
    two_years = Duration(count=24, unit=Unit.MONTH)
    return one("legal_setting", **{"key": "reviews.training", "duration": two_years, **values})


CASES = {
    "TRF-14": Case([AMERICAN], [AMERICAN, transfer(importer_record=AMERICAN.id, country="US")], [processor()]),
    "TRF-14, another country": Case(
        [AMERICAN, transfer(importer_record=AMERICAN.id, country="IN")],
        [AMERICAN, transfer(importer_record=AMERICAN.id, country="IN", onward=("US",))],
        [processor(country="FR")],
    ),
    "TRF-14, verified place": Case(
        [FRENCH, under(FRENCH, "location", declared_country="FR", verified_country="US")],
        [FRENCH, under(FRENCH, "location", declared_country="US", verified_country="FR")],
        [FRENCH, under(FRENCH, "location")],
    ),
    "TRF-14, contract ended": Case([AMERICAN], [AMERICAN.with_(ends_on=day(days=-1))], [processor()]),
    "TRF-14, sub-processor": Case(
        [SUB, FRENCH], [SUB.with_(transfer=transfer().id), FRENCH], [SUB.with_(country=None), FRENCH]
    ),
    "TRF-14, system": Case(
        [HOSTED, FRENCH],
        [HOSTED, FRENCH, transfer(importer_record=FRENCH.id, country="US")],
        [HOSTED.with_(country=None), FRENCH],
    ),
    "TRF-14, recipient": Case(
        [RECIPIENT, SALES],
        [RECIPIENT, SALES, transfer(activities=(SALES.id,), country="US")],
        [RECIPIENT.with_(country=None), SALES],
    ),
    "TRF-15": Case(
        [transfer(country="IN", importer_record=AMERICAN.id), AMERICAN],
        [transfer(country="US", importer_record=AMERICAN.id), AMERICAN],
        [transfer(importer_record=AMERICAN.id), AMERICAN],
    ),
    "REC-04": Case(
        [BUYING, FRENCH, under(BUYING, "recipient")],
        [BUYING, FRENCH, under(BUYING, "recipient", processor=FRENCH.id)],
        [BUYING, FRENCH],
    ),
    "REG-15": Case(
        [relying_on(JOINT), JOINT],
        [relying_on(JOINT, joint_arrangements=(one("joint_arrangement").id,)), JOINT],
        [relying_on(FRENCH), FRENCH],
    ),
    "QUA-04": Case(
        [own_value(key="reviews.trainings")], [own_value(reason="Métiers stables")], [one("legal_setting")], speaks=True
    ),
    "QUA-04, no duration": Case(
        [own_value(duration=None, reason="Métiers stables")], [own_value(reason="Métiers stables")], [own_value()], True
    ),
    "PRC-13": Case([ENDED, USING], [ENDED, USED_TO], [FRENCH, BUYING]),
    "PRC-14": Case(
        [activity(systems=(RUNS_ON.id,)), RUNS_ON, FRENCH],
        [relying_on(FRENCH, systems=(RUNS_ON.id,)), RUNS_ON, FRENCH],
        [activity(systems=(RUNS_ON.id,)), RUNS_ON.with_(hosted_by=None), FRENCH],
    ),
}
