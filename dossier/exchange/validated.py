"""What the JSON of a dossier says, validated: apart, because loading pydantic takes longer than reading most files."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from dossier.errors import InvalidInput
from dossier.exchange.dossier_json import UUID
from dossier.i18n import _
from dossier.model.record import Record


class File(BaseModel):
    """The shape of the file; its records are read by their kinds."""

    format: str
    id: Annotated[str, StringConstraints(pattern=f"^({UUID})?$")] = ""
    content_language: str = "fr"
    created: str = ""
    records: dict[str, list[dict[str, Any]]] = {}
    numbering: dict[str, Annotated[int, Field(ge=0, lt=2**53)]] = {}
    documents: dict[str, str] = {}
    journal: list[dict[str, Annotated[int, Field(ge=0, lt=2**53)] | str]] = []


def shaped(data: Any) -> File:
    """The members of the file; raises InvalidInput naming the place."""
    try:
        return File.model_validate(data)
    except ValidationError as error:
        place = error.errors()[0]
        raise InvalidInput(
            _(
                "“{place}” is not what it should be ({reason}): nothing was written.",
                place=_place(place),
                reason=place["msg"],
            )
        ) from error


def record_of(kind: type[Record], values: Mapping[str, Any]) -> Record:
    """A record of these values; raises InvalidInput naming the record and the field."""
    try:
        return kind.from_json(values)
    except ValidationError as error:
        place = error.errors()[0]
        raise InvalidInput(
            _(
                "{record}, field {field}: this value cannot be stored ({reason}); nothing was written.",
                record=values.get("reference") or values["id"],
                field=_place(place),
                reason=place["msg"],
            )
        ) from error


def _place(error: ErrorDetails) -> str:
    """Where in the file: `records.activity.3`."""
    return ".".join(str(part) for part in error["loc"])
