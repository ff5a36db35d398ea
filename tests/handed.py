"""A small dossier to hand over: an activity, a processor with its contract, of which the file is kept, and one lost."""

import io
from pathlib import Path

from dossier.model.record import Record
from dossier.store.store import Store
from tests.factories import add, make_store, record

CONTRACT = b"%PDF-1.4 contract " * 90_000
"""More than one piece of what the dossier keeps."""


def dossier_to_hand_over(path: Path) -> Store:
    """Open to write; DOC-001 is kept, DOC-002 is not, and nothing refers to DOC-003."""
    store = make_store(path, [record("organisation", name="Éco", zone="Europe/Paris")])
    sha256, size = store.add_content(io.BytesIO(CONTRACT))
    kept = record("document", name="Contrat Stripe", file_name="contrat.pdf", sha256=sha256, size=size)
    lost = record("document", name="Audit", file_name="audit.docx", sha256="0" * 64, size=12)
    add(store, kept, lost, record("document", name="Autre", file_name="autre.txt", sha256=sha256, size=size))
    processor = record("processor", name="Stripe", contract_document=kept.id, notes="Cher")
    add(store, processor, record("activity", name="Paie", owner="Anne Duval"), _audit(processor, lost))
    return store


def _audit(processor: Record, proof: Record) -> Record:
    return record("operation", name="Audit de Stripe", about=[processor.id], evidence=[proof.id])
