"""The frozen steps make the schema that the declaration expects."""

import re
from pathlib import Path

from dossier.model.catalog import CATALOG
from dossier.store.tables import statements_for, table_of
from tests.factories import make_store


def normal(statement: str) -> list[str]:
    """What a statement declares, in any order: a column that a later step added stands last in the file."""
    head, _bracket, body = re.sub(r"\s+", " ", statement).strip().partition("(")
    columns, _bracket, options = body.rpartition(")")
    return [head.strip(), options.strip(), *sorted(column.strip() for column in columns.split(", "))]


def test_the_migrations_make_every_table_that_the_kinds_need(tmp_path: Path) -> None:
    """What fails here prints the statements to put into the next step of `store/schema`."""
    store = make_store(tmp_path / "a.dossier")
    rows = store.connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    found = {name: normal(sql) for name, sql in rows}
    store.close()
    missing = []
    for kind in CATALOG:
        for statement in statements_for(kind):
            name = statement.split()[2]
            if found.get(name) != normal(statement):
                missing.append(f"{statement};\n-- today: {found.get(name)}")
    assert not missing, "\n\n".join(missing)


def test_every_table_is_strict_and_typed(tmp_path: Path) -> None:
    store = make_store(tmp_path / "a.dossier")
    strict = dict(
        store.connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    )
    store.close()
    for kind in CATALOG:
        table = table_of(kind)
        for name in (table.name, *(table.link_table(field) for field in table.links)):
            assert strict[name] == 1, name
