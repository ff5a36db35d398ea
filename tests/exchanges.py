"""An inspection on documents with its questions, its documents and a hand-over, for whoever tests any of it."""

from typing import Any

from dossier.model.record import Moment, Record
from tests.factories import NOW, record

SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
FILE_SHA = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"


def exchange(**values: Any) -> Record:
    """An inspection on documents, received a fortnight ago, due in eight days."""
    stated = {
        "name": "Contrôle sur pièces, recrutement",
        "type": "sur_pieces",
        "case_reference": "CTL-2026-118",
        "received_on": "2026-11-09",
        "due_on": "2026-11-30",
    }
    return record("authority_exchange", **{**stated, **values})


def question(of: Record, name: str, **values: Any) -> Record:
    return record("authority_question", exchange=of.id, name=name, **values)


def document(**values: Any) -> Record:
    stated = {"name": "Registre extrait", "file_name": "registre.pdf", "sha256": SHA, "size": 18_422}
    return record("document", **{**stated, **values})


def hand_over(of: Record, **values: Any) -> Record:
    stated = {
        "name": "Réponse au questionnaire",
        "recipient": "CNIL",
        "handed_at": Moment(at=NOW),
        "file_name": "reponse.pdf",
        "pages": 41,
        "sha256": FILE_SHA,
    }
    return record("hand_over", exchange=of.id, **{**stated, **values})


def questionnaire() -> list[Record]:
    """Six questions, four of them answered, with what answers them."""
    inspected, extract, charter = exchange(), document(), document(name="Charte informatique", file_name="charte.pdf")
    asked = [
        question(
            inspected,
            "Transmettez le registre des activités de traitement",
            answer="Le registre est joint, activités de recrutement d’abord.",
            answered_on="2026-11-16",
            parts=["registre"],
            documents=[extract.id],
        ),
        question(inspected, "Désignation du délégué", answered_on="2026-11-16", parts=["gouvernance"]),
        question(inspected, "Durées de conservation des candidatures et preuve des purges", parts=["conservation"]),
        question(inspected, "Information des candidats", answered_on="2026-11-18", parts=["mentions", "bases_legales"]),
        question(inspected, "Sous-traitants de recrutement et leurs contrats", due_on="2026-11-20"),
        question(inspected, "Sécurité", answered_on="2026-11-19", parts=["securite"], documents=[charter.id]),
    ]
    numbered = [one.with_(reference=f"QST-{n:03d}") for n, one in enumerate(asked, 1)]
    return [inspected, extract, charter, *numbered, hand_over(inspected)]
