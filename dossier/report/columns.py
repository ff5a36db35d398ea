"""Which columns a table of records has, and how wide: what no record fills has none, long texts get more room."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from dossier.report.content import Column

LOOKED_AT = 200  # rows whose texts decide on the widths
_LONGEST_WORD, _LEAST, _GROWTH, _MOST = 22, 4.0, 0.75, 600
R = TypeVar("R")


@dataclass(frozen=True)
class TextColumn(Generic[R]):
    """A column to come: its title and the text of a record in it."""

    title: str
    text: Callable[[R], str]


def columns_for(columns: Sequence[TextColumn[R]], records: Iterable[R]) -> list[Column]:
    """The columns with widths that suit the texts of the first records."""
    looked_at = list(islice(records, LOOKED_AT))
    return [Column(each.title, _share([each.text(record) for record in looked_at])) for each in columns]


def _share(texts: Sequence[str]) -> float:
    """A width that grows more slowly than the longest text, and holds a usual word or the longest line."""
    longest = min(max(map(len, texts), default=0), _MOST)
    word = max([len(word) for text in texts for word in text.split()], default=0)
    line = max([len(line) for text in texts for line in text.split("\n")], default=0)
    wanted: float = min(line, _LEAST + longest**_GROWTH)
    return max(min(word, _LONGEST_WORD), wanted, _LEAST)
