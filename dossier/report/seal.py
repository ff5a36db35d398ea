"""The signature of a file that is written as a stream: it comes last, when all that it signs is known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.report.content import Signature

if TYPE_CHECKING:
    from hashlib import _Hash

_HEAD = (
    b"%d 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(%b)"
    b"/ByteRange[0 %10d %10d %10d]/Contents"
)
_TAIL = b">>\nendobj\n"


@dataclass(frozen=True)
class Seal:
    """A signature dictionary (ISO 32000-1 12.8.1) as the object `number`; `date` is the PDF date of signing, which
    stands here and not in the signature itself (ETSI EN 319 142-1 6.3)."""

    number: int
    signature: Signature
    date: bytes

    @property
    def length(self) -> int:
        """Bytes of the object, which is as long with any signature."""
        return len(self._head(0, 0, 0)) + self._gap + len(_TAIL)

    def written(self, start: int, before: "_Hash", after: bytes) -> bytes:
        """The object at the offset `start`: it signs all the file, what is in `before` and what comes `after` it,
        but its own gap (PDF/A-3 6.4.3)."""
        gap = start + self.length - self._gap - len(_TAIL)
        head = self._head(gap, gap + self._gap, len(_TAIL) + len(after))
        signed = before.copy()
        signed.update(head + _TAIL + after)
        made = self.signature.sign(signed.digest())
        if len(made) > self.signature.size:
            raise ValueError(f"a signature of {len(made)} bytes has no room in {self.signature.size}")
        return head + b"<%b>" % made.hex().encode().ljust(self._gap - 2, b"0") + _TAIL

    @property
    def _gap(self) -> int:
        """Bytes that the signature takes, with its two brackets."""
        return 2 * self.signature.size + 2

    def _head(self, gap: int, after: int, length: int) -> bytes:
        return _HEAD % (self.number, self.date, gap, after, length)
