"""The French catalogue says all that the code says, with the words of the law and the spaces of a French page."""

import importlib
import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.messages.catalog import Message

import dossier.model
from dossier.i18n import CODES, catalog_path, french_typography, language
from dossier.model.catalog import CATALOG, GROUPS
from dossier.model.countries import Country
from dossier.model.fields import fields_of
from dossier.model.record import Term

if TYPE_CHECKING:
    from packaging import translations
else:  # by its path: `packaging` is also the name of a library
    script = Path(__file__).parent.parent / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", script)
    translations = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(translations)

FRENCH = language("fr")

#: Not countries of the Unicode CLDR.
DESTINATIONS = {Country.EU, Country.EPO, Country.WORLD}

#: Names, standards and acronyms that no language translates.
NAMES = {"ISO 27001", "ISO 27701", "PCI DSS", "SHA-256", "SIREN", "SOC 2", "SecNumCloud", "NIS2, ANSSI, DORA, HDS..."}

#: Words that French and English share.
SHARED_WORDS = """
&Dossier | &Nature | > actions | Action | Actions | Anonymisation | Article | Budget | CNIL | CNIL {share} | Cause
Certification (art. 46(2)(f)) | Conclusion | Construction | Contact | Contacts | Date | Dates | Description
DPC {context} × EI {identification} + CB {circumstances} | Discrimination | Dossier
Dossiers | Excessive | Incident | Incidents | Information | Information (art. 13-14) | Journal | Message | Messages…
Mission | N | Nature | Notification | Notifications
Oral | P | PDF… | Page {number} / {total} | Patients | Phase | Prospects | Publication | Purge | Question
Questionnaire | Questions | Rectification (art. 16) | Sanction | Score | Signature
Site | Sites | Source | Suspension | Type
Validation | Version | hh:mm | information | {doubt} (+{n}) | {kind}, {field} | {label} ({n}) | {n} %
{n}. {part} | {n} page
Code | Images | Purges | Sections | action | {n} p. | {n} question | {page} / {total} | {said}, section {section}
{text}. | {title}, page {number} | {value} ({made_from})
Page {n} | Page {n} ({section}) | {n} {month}
"""

#: Copied from the open data of the notifications and from the register template, both seen on 2026-11-22.
CNIL_WORDS = """
Mail lost or opened before being returned to the sender: Courrier perdu ou ouvert avant d’être retourné à l’envoyeur
Personal data sent to a wrong recipient: Données personnelles envoyées à un mauvais destinataire
Unintended publication of information: Publication non volontaire d’informations
Information disclosed orally: Informations personnelles divulguées de façon verbale
External malicious act: Acte externe malveillant
NIR (social security number): NIR (Numéro d’Inscription au Répertoire)
Data not known for the moment: Les données concernées ne sont pas connues pour le moment
Yes, the persons have been informed: Oui, les personnes ont été informées
Civil status, identity, identification data, images: État civil, identité, données d’identification, images
Data on sex life or sexual orientation: Données concernant la vie sexuelle ou l’orientation sexuelle
User access control: Contrôle d’accès des utilisateurs
"""

#: A help that only cites an article: « Art. 12(6). »
CITATION = re.compile(r"Art\. [\d()a-z, -]+\.|Art\. L34-5 CPCE\.")

FAULTS = {
    "straight apostrophe": r"'",
    "straight or English quotation marks": r'"|“|”',
    "breakable space before a high sign": r" [:;!?»%]",
    "no space before a high sign": r"[^\s][;!?»]",
    "breakable space after an opening quotation mark": r"« ",
    "two spaces": r"  ",
    "exclamation mark": r"!",
    "familiar form of address": r"(?i)\b(tu|ton|tes|ta)\b",
}

SHARED = {word for line in SHARED_WORDS.strip().splitlines() for word in line.split(" | ")}


def all_terms() -> list[type[Term]]:
    for module in pkgutil.iter_modules(dossier.model.__path__):
        importlib.import_module(f"dossier.model.{module.name}")
    return Term.__subclasses__()


def words_of_the_model() -> Iterator[str]:
    yield from (group.label for group in GROUPS)
    for kind in CATALOG:
        yield from (kind.kind.label, kind.kind.plural, kind.kind.question, kind.kind.why)
        for field in fields_of(kind):
            yield from (field.show.label, field.show.help, field.show.section)
    for terms in all_terms():
        yield from (term.label for term in terms)


def in_french() -> list[tuple[str, str]]:
    """Every English text of the code, and every form of its French as it is said."""
    catalog = translations.read(translations.FRENCH)
    messages = [message for message in translations.texts_in(catalog) if any(translations.forms(message))]
    return [(translations.english(message)[0], form) for message in messages for form in said(message)]


def said(message: Message) -> list[str]:
    one, *many = translations.english(message)
    return [french_typography(form) for form in translations.forms(message)] if many else [FRENCH(one)]


def test_the_french_is_complete_and_has_nothing_too_much() -> None:
    code = translations.texts_of_the_code()
    problems = [*translations.problems_between(translations.read(translations.FRENCH), code)]
    assert not problems, "\n".join(problems)


def test_the_catalogue_is_as_the_script_writes_it(tmp_path: Path) -> None:
    french = translations.read(translations.FRENCH)
    translations.write(translations.updated(french, french), tmp_path / "dossier.po")
    assert (tmp_path / "dossier.po").read_bytes() == translations.FRENCH.read_bytes()


def test_the_catalogue_is_where_the_program_looks_for_it() -> None:
    assert catalog_path("fr") == translations.FRENCH


def test_every_word_of_the_model_is_marked_and_said_in_french() -> None:
    known = {text for text, _french in in_french()}
    assert sorted({text for text in words_of_the_model() if text and text not in known}) == []


def test_no_english_is_left() -> None:
    countries = {str(country.label) for country in Country}
    same = {english for english, french in in_french() if english == french} - countries
    assert sorted(text for text in same - NAMES - SHARED if not CITATION.fullmatch(text)) == []


def test_what_may_stay_english_is_still_said() -> None:
    assert sorted((NAMES | SHARED) - {english for english, _french in in_french()}) == []


def test_countries_have_the_names_of_the_unicode_cldr() -> None:
    names = {code: name.replace("'", "’") for code, name in Locale("fr").territories.items()}
    countries = set(Country) - DESTINATIONS
    assert {country: FRENCH(country.label) for country in countries} == {c: names[c.value] for c in countries}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_french_is_typeset_and_polite(fault: str) -> None:
    assert [french for _english, french in in_french() if re.search(fault, french)] == []


def test_a_key_for_a_word_stays_a_key_for_a_word() -> None:
    mnemonic = re.compile(r"&\w")
    pairs = {english: len(mnemonic.findall(french)) for english, french in in_french()}
    assert {english: keys for english, keys in pairs.items() if keys != len(mnemonic.findall(english))} == {}


def test_labels_of_one_list_differ() -> None:
    for code in CODES:
        for terms in all_terms():
            labels = [language(code)(term.label) for term in terms]
            assert len(set(labels)) == len(labels), terms


def test_labels_of_one_kind_differ() -> None:
    for code in CODES:
        for kind in CATALOG:
            labels = [language(code)(field.show.label) for field in fields_of(kind)]
            assert len(set(labels)) == len(labels), kind


def test_the_words_of_the_cnil() -> None:
    official = dict(line.split(": ", 1) for line in CNIL_WORDS.strip().splitlines())
    assert {english: FRENCH(english) for english in official} == official


def test_texts_are_found_wherever_they_are_marked() -> None:
    source = b"""
A = N_("one"), N_("{n} two")
B = (N_("{n} file"), N_("{n} files"))
def f(say):
    return f"{_('in braces')} {say.plural('{n} a', '{n} b', 2)}" + say(N_("split "
        "in two")) + _(unknown) + _n("{n} c", n) + other("not marked")
"""
    assert set(translations.marked_texts(source)) == {
        "one",
        "{n} two",
        ("{n} file", "{n} files"),
        "in braces",
        ("{n} a", "{n} b"),
        "split in two",
    }


WRONG = r"""
msgid "Hello {name}"
msgstr "Bonjour {nom}"

msgid "old"
msgstr "vieux"

msgid "fine"
msgstr "bon"

msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "{n} fichier"
msgstr[1] ""
"""


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text('_("Hello {name}") + _("new") + _n("{n} file", "{n} files", 2) + _("fine")')
    (tmp_path / "dossier.po").write_text(translations.HEADER + WRONG)
    french, code = translations.read(tmp_path / "dossier.po"), translations.texts_of_the_code(tmp_path)
    problems = "\n".join(translations.problems_between(french, code))
    assert "other placeholders than ['name']" in problems
    assert "no French for 'new'" in problems
    assert "no code says 'old'" in problems
    assert "a plural form is missing for '{n} file'" in problems
    assert "fine" not in problems


def test_an_update_keeps_the_french_of_what_the_code_still_says(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text('_("new") + _("fine")')
    (tmp_path / "dossier.po").write_text(translations.HEADER + WRONG)
    code = translations.texts_of_the_code(tmp_path)
    french = translations.updated(translations.read(tmp_path / "dossier.po"), code)
    assert {message.id: message.string for message in translations.texts_in(french)} == {"fine": "bon", "new": None}
