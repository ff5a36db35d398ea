"""The steps from an empty file to today's schema; each is frozen once released and never imports the model.

To add a step: write `schema/NNNN.sql` (the schema test prints the statements that a new kind or field needs), add a
function below and to STEPS, and an `upgrade_NNNN(kind, values)` to UPGRADES when old journal payloads must be read
differently.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA = 3
"""What `PRAGMA user_version` says after the last step."""

Upgrade = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
UPGRADES: Mapping[int, Upgrade] = {}
"""By schema version: from the JSON of a record of the version before to that of this version."""


def m0001_first_schema(database: "Database") -> None:
    _run(database, "0001.sql")


def m0002_breach_log(database: "Database") -> None:
    _run(database, "0002.sql")


def m0003_inspection_pack(database: "Database") -> None:
    _run(database, "0003.sql")


STEPS = (m0001_first_schema, m0002_breach_log, m0003_inspection_pack)


def upgrade(kind: str, values: Mapping[str, Any], schema: int) -> Mapping[str, Any]:
    """The JSON of a record written under an older schema, as today's model reads it."""
    for version in range(schema + 1, SCHEMA + 1):
        if version in UPGRADES:
            values = UPGRADES[version](kind, values)
    return values


def migrate(connection: Any) -> None:
    """Bring a file to today's schema; each step is a transaction of its own."""
    from sqlite_utils import Database, Migrations  # slow to import, and only a new or an old file needs it

    migrations = Migrations("dossier")
    for step in STEPS:
        migrations()(step)
    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _run(database: "Database", name: str) -> None:
    script = (Path(__file__).parent / "schema" / name).read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            database.execute(statement)
