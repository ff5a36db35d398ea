"""Dated legal data: the files of `resources/law/`, each with its source and the day it was checked."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.paths import RESOURCES

FOLDER = RESOURCES / "law"


@cache
def law_data(name: str) -> Mapping[str, Any]:
    """The values of `resources/law/NAME.json`, read once and not to be changed; raises InvalidInput.

    Such a file is an object in UTF-8 with a `title`, a `source` (an object: its `name`, and where it has one a `url`
    or a `reference`), the day it was last `checked` against that source (YYYY-MM-DD), and entries of its own under
    any other key. An entry that is an object may state its own `source` (an object, or a key of the file's `sources`)
    and `checked`, and `verified`: false where the wording or the value was not seen in the source itself. A duration
    is a number with its unit in the name of its key (`hours`, `days`).
    """
    try:
        values: Mapping[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        date.fromisoformat(values["checked"])
        if not (isinstance(values["title"], str) and values["source"]["name"]):
            raise ValueError(name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            _(
                "The legal data “{name}” that comes with Dossier is missing or damaged: no dossier was changed; "
                "install Dossier again.",
                name=name,
            )
        ) from error
    return values
