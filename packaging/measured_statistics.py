"""What the statistics of breaches are measured against: one plain pass that reads the same fields."""

import time
from collections import defaultdict
from functools import partial

from dossier.law.breach_statistics import statistics
from dossier.model.breach import Breach, BreachNotification
from dossier.model.dossier import Dossier, Shelf
from dossier.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data


class Passes:
    """Both passes over so many breaches, in memory as an open dossier has them."""

    def __init__(self, count: int) -> None:
        kinds = defaultdict[type[Record], dict[str, Record]](dict)
        for record in bench_data.breaches(count):
            kinds[type(record)][record.id] = record
        shelves = {kind.kind.name: Shelf(kind, partial(dict, made), len(made)) for kind, made in kinds.items()}
        self._dossier = Dossier("measure", shelves=shelves)

    def count(self) -> float:
        began = time.perf_counter()
        statistics(self._dossier, bench_data.NOW)
        return time.perf_counter() - began

    def read(self) -> float:
        """Reads every field that is counted, and does nothing with it; without a function of our own between."""
        began = time.perf_counter()
        for breach in self._dossier.of(Breach):
            _ = breach.origins, breach.causes, breach.nature, breach.data, breach.sensitive, breach.persons
            _ = breach.role, breach.state, breach.inform, breach.notify, breach.notify_reasons
            _ = breach.suspected_at, breach.detected_at, breach.logged_at
            if aware := breach.aware_at:
                _ = aware.at, aware.zone, aware.precision
            if told := breach.processor_alerted_at:
                _ = told.at, told.zone, told.precision
            if number := breach.persons_number:
                _ = number.value, number.to, number.state
            if (started := breach.started_at) and started.value:
                _ = started.state, started.value.at, started.value.zone, started.value.precision
            for notification in self._dossier.children(BreachNotification, breach.id):
                _ = notification.type
                if sent := notification.sent_at:
                    _ = sent.at, sent.zone, sent.precision
        return time.perf_counter() - began
