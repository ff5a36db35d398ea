"""Keeps the French catalogue in step with the code: `python packaging/translations.py`, or `--check` to only look."""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCES = CHECKOUT / "dossier"
FRENCH = CHECKOUT / "resources" / "translations" / "fr" / "LC_MESSAGES" / "dossier.po"

#: What marks a text, and at how many of its arguments. Methods count too: `say.plural("{n} file", "{n} files", n)`.
KEYWORDS = {"_": 1, "N_": 1, "_n": 2, "plural": 2}

#: Written by hand, without the dates and versions that Babel would change at every run.
HEADER = """\
# The French of Dossier. Straight apostrophes and plain spaces do: the program sets the typography when it loads them.
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def main(arguments: Sequence[str]) -> int:
    code, french = texts_of_the_code(), read(FRENCH)
    if "--check" not in arguments:
        french = updated(french, code)
        write(french, FRENCH)
    problems = [*problems_between(french, code)]
    print("\n".join([*problems, f"{FRENCH.relative_to(CHECKOUT)}: {len(code)} texts, {len(problems)} problems"]))
    return 1 if problems else 0


def texts_of_the_code(sources: Path = SOURCES) -> Catalog:
    """The texts marked in these files, each with the files where it stands."""
    catalog = Catalog(locale="fr")
    for path in sorted(sources.rglob("*.py")):
        for text in marked_texts(path.read_bytes()):
            catalog.add(text, locations=[(path.relative_to(sources.parent).as_posix(), 0)])
    return catalog


def marked_texts(source: bytes) -> Iterator[str | tuple[str, ...]]:
    """Read from the syntax tree, because Babel's own extractor misses the calls inside f-strings before Python 3.12."""
    plural: set[ast.AST] = set()
    for node in ast.walk(ast.parse(source)):  # a tuple comes before what it contains
        if isinstance(node, ast.Tuple) and (pair := counting_pair(node)):
            plural.update(node.elts)
            yield pair
        elif isinstance(node, ast.Call) and node not in plural and (texts := marked_by(node)):
            yield texts if len(texts) > 1 else texts[0]


def counting_pair(pair: ast.Tuple) -> tuple[str, ...] | None:
    """`N_("{n} hour"), N_("{n} hours")`: two marked texts that both count are said as a plural later."""
    texts = [text for call in pair.elts if isinstance(call, ast.Call) for text in marked_by(call) if "{n}" in text]
    return tuple(texts) if len(texts) == len(pair.elts) == 2 else None


def marked_by(call: ast.Call) -> tuple[str, ...]:
    count = KEYWORDS.get(called(call), 0)
    texts = tuple(text for text in map(literal, call.args[:count]) if text)
    return texts if len(texts) == count else ()


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def literal(argument: ast.expr) -> str | None:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None


def read(path: Path) -> Catalog:
    """The catalogue of this file; an empty one if there is no such file."""
    return read_po(io.BytesIO(path.read_bytes() if path.exists() else b""), locale="fr")


def updated(french: Catalog, code: Catalog) -> Catalog:
    """The texts of the code with the French they have: nothing is guessed, nothing is kept that no code says."""
    catalog = Catalog(locale="fr")
    for message in texts_in(code):
        known = french.get(message.id)
        said = known if known and is_plural(known) == is_plural(message) else None
        catalog.add(
            message.id,
            said.string if said else None,
            locations=message.locations,
            user_comments=said.user_comments if said else (),
        )
    return catalog


def write(catalog: Catalog, path: Path) -> None:
    body = io.BytesIO()
    write_po(body, catalog, width=0, omit_header=True, sort_output=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + body.getvalue().decode().rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def problems_between(french: Catalog, code: Catalog) -> Iterator[str]:
    """What is missing in the French, what it has too much, and what would fail when it is said."""
    for message in texts_in(code):
        known = french.get(message.id)
        if known is None or is_plural(known) != is_plural(message) or not any(forms(known)):
            yield f"no French for {quoted(message)}"
        else:
            yield from faults_of(known, french.num_plurals)
    obsolete = [message for message in texts_in(french) if code.get(message.id) is None]
    yield from (f"no code says {quoted(message)}" for message in [*obsolete, *french.obsolete.values()])


def faults_of(message: Message, plurals: int) -> Iterator[str]:
    """A French singular says 0 too, so it names the number where the English plural does."""
    said = forms(message)
    if message.fuzzy:
        yield f"fuzzy, so it is not used: {quoted(message)}"
    if len(said) != (plurals if is_plural(message) else 1) or not all(said):
        yield f"a plural form is missing for {quoted(message)}"
    expected = placeholders(english(message)[-1])
    for text in said:
        if text and placeholders(text) != expected:
            yield f"other placeholders than {sorted(expected)} in the French of {quoted(message)}: {text!r}"


def placeholders(text: str) -> set[str]:
    """The names in braces, with how they are formatted; a text with broken braces has none that fits."""
    try:
        return {f"{name}:{style}" if style else name for _, name, style, _ in Formatter().parse(text) if name}
    except ValueError as error:
        return {f"{error}: {text}"}


def texts_in(catalog: Catalog) -> list[Message]:
    """Without the header, which is the text of no name."""
    return [message for message in catalog if message.id]


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def is_plural(message: Message) -> bool:
    return len(english(message)) > 1


def quoted(message: Message) -> str:
    where = ", ".join(sorted({name for name, _line in message.locations}))
    return f"{english(message)[0]!r} ({where})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
