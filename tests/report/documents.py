"""One of every kind of document that we write: a new kind is one line in `DOCUMENTS`."""

import io
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from dossier.i18n import Code
from dossier.model.breach import Breach
from dossier.model.evidence import HandOver
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.report.scope import Scope, Sender
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work.breach_papers import export_worksheet
from dossier.work.changes import export_changes
from dossier.work.examples import make_example
from dossier.work.export import export_annual_report, export_incident_sheet, export_pdf, export_record
from dossier.work.hand_over import Recipient, hand_over_edit, handed_over_files
from dossier.work.signing import Signing
from tests.factories import AUTHOR, NOW, add, filled_dossier, make_store, record
from tests.keys import PASSPHRASE, p12

Write = Callable[[Store, Path], object]
"""Writes a document of a dossier to a path."""


def _of(records: Callable[[], list[Record]], write: Write) -> bytes:
    with TemporaryDirectory() as folder, make_store(Path(folder) / "a.dossier", records()) as store:
        return _written(store, Path(folder), write)


def _of_an_example(write: Write) -> bytes:
    with TemporaryDirectory() as folder:
        make_example("soco", Path(folder) / "a.dossier", AUTHOR, NOW)
        with Store.read(Path(folder) / "a.dossier") as store:
            return _written(store, Path(folder), write)


def _written(store: Store, folder: Path, write: Write) -> bytes:
    write(store, folder / "out.pdf")
    return (folder / "out.pdf").read_bytes()


def _pack(scope: Scope) -> Write:
    return lambda store, target: export_pdf(store.dossier, target, scope, file=store.path)


def _record(store: Store, target: Path) -> None:
    export_record(store.dossier, store.dossier.of(Breach)[0], target, Scope("fr", NOW, "full"))


def _worksheet(store: Store, target: Path) -> None:
    export_worksheet(store.dossier, store.dossier.of(Breach)[0], target, "fr", NOW)


def _incident_sheet(code: Code, store: Store, target: Path) -> None:
    export_incident_sheet(target, code, NOW, store.dossier)


def _annual(store: Store, target: Path) -> None:
    export_annual_report(store.dossier, target, NOW.year, Scope("en", NOW, "full"), store.path)


def _changes(store: Store, target: Path) -> None:
    """Of what was all handed over, one thing was changed, one removed, and one is new."""
    (removed,) = add(store, record("measure", name="Coffre-fort"))
    files = handed_over_files(store.path, store.dossier, target, Scope("fr", NOW, "full"))
    noted = hand_over_edit(store.dossier, files, Recipient("CNIL", "Contrôle"), NOW)
    handed = store.apply(noted, AUTHOR, NOW).changes[0].after
    assert isinstance(handed, HandOver)
    breach = store.dossier.of(Breach)[0]
    store.apply(Edit("after", (Change(removed, None), Change(breach, breach.with_(name="")))), AUTHOR, NOW)
    add(store, record("measure", name="Badge"))
    export_changes(store.path, store.dossier, handed, target, NOW)


def _signed(store: Store, target: Path) -> None:
    signing = Signing(p12(target.with_name("key.p12")), PASSPHRASE, visible=True)
    export_pdf(store.dossier, target, Scope("fr", NOW), file=store.path, signing=signing)


def _logo() -> bytes:
    stream = io.BytesIO()
    Image.new("RGBA", (60, 20), "navy").save(stream, "PNG")
    return stream.getvalue()


def filled_with_addresses() -> list[Record]:
    """Everything filled, and each field that may hold an address with one; some run over several lines."""
    return [one.with_(**{field.name: _address(field) for field in addresses_of(one)}) for one in filled_dossier()]


def addresses_of(one: Record) -> list[Field]:
    return [field for field in fields_of(type(one)) if field.show.is_address]


def _address(field: Field) -> str:
    if field.show.personal != "none":
        return f"{field.name}@example.org"
    return f"https://www.example.org/{field.name}/" + "politique-de-confidentialité/" * len(field.name)


def _empty() -> list[Record]:
    return [record("organisation")]


def _many() -> list[Record]:
    """A register of many activities, some with much to say."""
    described = [("Décrit longuement. " * (600 if number % 50 == 0 else 5)) for number in range(150)]
    activities = [record("activity", name=f"Paie {at}", description=text) for at, text in enumerate(described)]
    return [record("organisation", name="Éco"), *activities]


_SENDER = Sender("Cabinet Œuvré & fils", _logo())
FOR_OTHERS = Scope("fr", NOW, "full", is_draft=True, hides_names=True, sender=_SENDER)

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "pack for the authority, French": partial(_of, filled_with_addresses, _pack(Scope("fr", NOW))),
    "pack for the authority, English": partial(_of, filled_with_addresses, _pack(Scope("en", NOW))),
    "full pack, French": partial(_of, filled_with_addresses, _pack(Scope("fr", NOW, "full"))),
    "full pack, English": partial(_of, filled_with_addresses, _pack(Scope("en", NOW, "full"))),
    "pack of an empty dossier": partial(_of, _empty, _pack(Scope("fr", NOW))),
    "full pack of an empty dossier": partial(_of, _empty, _pack(Scope("en", NOW, "full"))),
    "pack of an example": partial(_of_an_example, _pack(Scope("fr", NOW, "full"))),
    "long pack": partial(_of, _many, _pack(Scope("fr", NOW))),
    "draft with a logo and without names": partial(_of, filled_with_addresses, _pack(FOR_OTHERS)),
    "signed pack": partial(_of, filled_with_addresses, _signed),
    "record alone": partial(_of, filled_with_addresses, _record),
    "worksheet of a breach": partial(_of, filled_with_addresses, _worksheet),
    "incident sheet, French": partial(_of, filled_with_addresses, partial(_incident_sheet, "fr")),
    "incident sheet, English": partial(_of, _empty, partial(_incident_sheet, "en")),
    "annual report": partial(_of, filled_with_addresses, _annual),
    "annual report of an empty dossier": partial(_of, _empty, _annual),
    "changes since a hand-over": partial(_of, filled_with_addresses, _changes),
}


@cache
def document(name: str) -> bytes:
    """The bytes of one of `DOCUMENTS`, written once."""
    return DOCUMENTS[name]()
