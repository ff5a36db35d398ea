"""Whether one JSON value has the shape of others: what replaces a file must be readable by the code that reads it."""

from collections.abc import Sequence
from datetime import date
from typing import Any


def misfit(value: Any, examples: Sequence[Any], place: str = "") -> str | None:
    """Where `value` first differs in shape from all `examples`, as keys joined by a slash; None where it fits.

    A shape is the kind of a value (object, list, date, text, number, yes or no, nothing). An object has at least the
    keys that its examples share; the entries of a list look like the entries of theirs; other keys are free.
    """
    if _kind(value) not in {_kind(example) for example in examples}:
        return place or "/"
    alike = [example for example in examples if type(example) is type(value)]
    if isinstance(value, dict):
        return _object_misfit(value, alike, place)
    entries = [entry for example in alike for entry in example] if isinstance(value, list) else []
    places = (misfit(entry, entries, f"{place}/{row}") for row, entry in enumerate(value)) if entries else ()
    return next((found for found in places if found), None)


def _object_misfit(value: dict[str, Any], examples: list[dict[str, Any]], place: str) -> str | None:
    shared = set(examples[0]).intersection(*examples)
    missing = sorted(shared.difference(value))
    if missing:
        return f"{place}/{missing[0]}"
    for key, inner in value.items():
        known = [example[key] for example in examples if key in example]
        found = misfit(inner, known, f"{place}/{key}") if known else None
        if found:
            return found
    return None


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return "date" if _is_date(value) else "text"
    return "number" if type(value) in (int, float) else type(value).__name__


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
