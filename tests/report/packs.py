"""Documents to test with: small ones in both languages, long ones and hostile ones."""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache

from dossier.report.content import (
    Attachment,
    Chapter,
    Column,
    Grid,
    LinkedText,
    OwnText,
    Pack,
    Pairs,
    Paragraph,
    Part,
    Sheet,
)
from dossier.report.pack import write_pack

DATA = json.dumps({"activities": [{"name": "Gestion de la paie", "note": "été \U0001f469"}]}, ensure_ascii=False)
CREATED = datetime(2026, 11, 22, 11, 0, tzinfo=timezone(timedelta(hours=1)))
EMPTY = Pack(
    title="Dossier de contrôle",
    subject="Registres tenus au titre du RGPD.",
    organisation="Société Exemple SAS",
    author="Cabinet DPO Exemple",
    keywords="RGPD, registre",
    producer="Dossier",
    language="fr",
    content_language="fr",
    created=CREATED,
    facts=[("Responsable du traitement", "Société Exemple SAS, 30000 Nîmes")],
    notices=[],
    confidentiality="Confidentiel",
    chapters=[],
    attachment=None,
)
NAMES = ("Gestion de la paie", "Recrutement", "Vidéosurveillance de l’entrepôt", "Prospection", "Œuvres sociales")
WIDE = ", en plusieurs lignes, qui ne se lisent bien que sur la largeur d’une page couchée " * 3
HOSTILE = (
    "<b>gras</b> &amp; <img src='/etc/passwd'>",
    ") Tj /F9 99 Tf (parenthèse \\ non fermée (((",
    "BT ET EMC endstream endobj",
    "famille \U0001f469\u200d\U0001f469\u200d\U0001f467 drapeau \U0001f1eb\U0001f1f7",
    "漢字 かな 한글 עברית العربية \u202egauche\u202c",
    "".join(map(chr, range(32))) + "\x7f\x85\x9f",
    "seul \ud800 \udfff non-caractère \ufdd0 \uffff \U0010ffff",
    "e\u0301 Z\u0351\u036b\u0343 \u00ad\u200b\ufeff\u2028\u2029",
    " ",
    "\n\n",
    "« ; » : ! ?",
    "Ελληνικά Кириллица Tiếng Việt ÀÉÎÕÜàéîõüŒœŸÿ€ŁłŠšŽžĐđĦħĪīŊŋŌōŪūŮůŰűŴŵŶŷ",
)


def hostile_texts() -> Iterator[str]:
    yield from map(OwnText, HOSTILE)


def sheet(name: str, number: int, *parts: Part) -> Sheet:
    pairs = Pairs([("Finalités", OwnText(f"Finalité de {name}")), ("Base juridique", "Contrat"), ("Vide", "")])
    return Sheet(f"TRT-{number:03d} – {name}", [pairs, *parts], key=f"record-{number}")


def register(names: Sequence[str]) -> Chapter:
    """A register with a summary whose rows lead to the sheets, and a sheet for each name."""

    def rows() -> Iterator[Sequence[str]]:
        for number, name in enumerate(names):
            yield LinkedText(f"TRT-{number:03d}", f"record-{number}"), OwnText(name), f"Synthèse {number}{WIDE}"

    def sheets() -> Iterable[Sheet]:
        retention = Grid(
            [Column("Catégorie", 1), Column("Durée", 2)], lambda: [("Bulletins", OwnText("5 ans"))], "Durées"
        )
        return (
            sheet(name, number, Pairs([("Mesure", "Chiffrement")], "Sécurité"), retention, Paragraph("Relu en 2026."))
            for number, name in enumerate(names)
        )

    columns = [Column("Référence", 1), Column("Traitement", 3), Column("Synthèse", 2)]
    keys = [f"record-{number}" for number in range(len(names))]
    return Chapter("Registre", "Article 30.", [Grid(columns, rows)], sheets, "Registre : fiches", keys=keys)


def small() -> Pack:
    chapter = Chapter("Organisme", "", [Pairs([("Forme", "SAS")], "Identité"), Paragraph("Un texte.")], landscape=False)
    notices = ["Établi d’après une politique publiée ; rien n’a été vérifié.", "Version de travail."]
    attachment = Attachment(
        "dossier.json", "Données du dossier", lambda: [part.encode() for part in (DATA[:9], DATA[9:])]
    )
    return replace(EMPTY, chapters=[chapter, register(NAMES)], notices=notices, attachment=attachment)


def english() -> Pack:
    return replace(small(), language="en", title="Inspection pack", organisation=OwnText("Société Exemple SAS"))


def hostile() -> Pack:
    text = OwnText("\n".join(HOSTILE))
    pairs = Pairs([*zip(hostile_texts(), hostile_texts(), strict=True), (text, text)], text)
    grid = Grid(
        [Column(text, 1), Column(text, 0.001)], lambda: zip(hostile_texts(), hostile_texts(), strict=True), text
    )
    parts: list[Part] = [pairs, grid, Paragraph(text)]
    chapters = [
        Chapter(text, text, parts, lambda: [Sheet(text, parts, text), *(Sheet(each, []) for each in HOSTILE)], text)
    ]
    attachment = Attachment(HOSTILE[3], HOSTILE[4], list)
    pack = replace(EMPTY, title=text, subject=text, author=text, keywords=text, producer=text, organisation=text)
    facts = [(text, text)]
    return replace(pack, chapters=chapters, attachment=attachment, notices=[text], confidentiality=text, facts=facts)


def long_table(rows: int = 1_100) -> Pack:
    columns = [Column("Référence", 1), Column("Libellé", 4)]
    grid = Grid(columns, lambda: ((f"REF-{i:04d}", f"Libellé {i}") for i in range(rows)))
    return replace(EMPTY, chapters=[Chapter("Table", parts=[grid])])


def with_cell(text: str) -> Pack:
    """One long text, in a table row."""
    grid = Grid([Column("Référence", 1), Column("Texte", 3)], lambda: [("A", OwnText(text)), ("B", "suite")])
    return replace(EMPTY, chapters=[Chapter("Cellule", parts=[grid])])


#: More letters than one font of the file holds.
LETTERS = "".join(
    [c for c in map(chr, [*range(0xC0, 0x17F), *range(0x391, 0x3A2), *range(0x410, 0x450)]) if c.isalpha()]
)

PACKS: dict[str, Callable[[], Pack]] = {
    "empty": lambda: EMPTY,
    "small": small,
    "english": english,
    "hostile": hostile,
    "long table": long_table,
    "long cell": lambda: with_cell("mot " * 25_000),
    "many letters": lambda: with_cell(f"{LETTERS} avant Ж après"),
    "no strings": lambda: replace(
        EMPTY, title="", subject="", organisation="", author="", keywords="", facts=[], confidentiality=""
    ),
}


def written(pack: Pack) -> tuple[bytes, frozenset[str]]:
    stream = io.BytesIO()
    missing = write_pack(pack, stream)
    return stream.getvalue(), missing


@cache
def pdf(name: str) -> bytes:
    """The bytes of one of `PACKS`, written once."""
    return written(PACKS[name]())[0]
