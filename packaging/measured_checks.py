"""What the checks are measured against: one plain pass that reads every field of every record once."""

import time

from dossier.checks.run import findings
from dossier.model.dossier import Dossier
from dossier.model.fields import fields_of
from dossier.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data


class Checked:
    """Both passes over the same records, in memory as an open dossier has them."""

    def __init__(self, records: list[Record]) -> None:
        self._dossier = Dossier("measure").with_records([(None, one) for one in records], 0, "")

    def check(self) -> float:
        began = time.perf_counter()
        findings(self._dossier, bench_data.NOW)
        return time.perf_counter() - began

    def read(self) -> float:
        """Reads, and does nothing with it; a value of several parts is read as one."""
        began = time.perf_counter()
        for record in self._dossier:
            for field in fields_of(type(record)):
                getattr(record, field.name)
        return time.perf_counter() - began
