"""The chain below a processor (art. 28(2) and (4); EDPB opinion 22/2024): who engages whom, to any depth."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model.processor import SubProcessor


@dataclass(frozen=True, slots=True)
class Link:
    """One sub-processor in the chain; those that the processor itself engages are at level 1.

    `is_circular` marks where a circle was cut: this one is engaged, through others, by itself.
    """

    sub_processor: SubProcessor
    level: int
    is_circular: bool = False


def chain_of(sub_processors: Iterable[SubProcessor]) -> tuple[Link, ...]:
    """The sub-processors of one processor, each once, each after the one that engages it.

    One whose `under` leads to none of them counts as engaged by the processor itself.
    """
    every = {one.id: one for one in sub_processors}
    engaged: dict[str, list[SubProcessor]] = {}
    for one in every.values():
        engaged.setdefault(one.under or "", []).append(one)
    roots = [one for one in every.values() if (one.under or "") not in every]
    links = [link for root in roots for link in _below(root, engaged, set())]
    left = {key: one for key, one in every.items() if key not in {link.sub_processor.id for link in links}}
    while left:
        first = next(one for one in left.values() if circle_of(one, left.get))
        found = list(_below(first, engaged, set(), is_circular=True))
        links += found
        for link in found:
            left.pop(link.sub_processor.id, None)
    return tuple(links)


def circle_of(one: SubProcessor, find: Callable[[str], SubProcessor | None]) -> tuple[SubProcessor, ...]:
    """Those through whom a sub-processor engages itself, from it upwards; none where it does not.

    `find` gives a sub-processor by its identifier.
    """
    seen = {one.id: one}
    above = find(one.under or "")
    while above is not None and above.id not in seen:
        seen[above.id] = above
        above = find(above.under or "")
    return tuple(seen.values()) if above is not None and above.id == one.id else ()


def _below(
    root: SubProcessor, engaged: Mapping[str, list[SubProcessor]], seen: set[str], *, is_circular: bool = False
) -> Iterator[Link]:
    """A sub-processor and all below it; without recursion: a chain may be longer than Python's stack."""
    waiting = [Link(root, 1, is_circular)]
    while waiting:
        link = waiting.pop()
        if link.sub_processor.id in seen:
            continue
        seen.add(link.sub_processor.id)
        yield link
        inner = engaged.get(link.sub_processor.id, [])
        waiting += [Link(one, link.level + 1) for one in reversed(inner)]
