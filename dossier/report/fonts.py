"""The fonts of the file: reportlab makes the subsets, their Unicode maps are made here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import font_source_sans_pro
from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfbase.pdfdoc import format as format_object

from dossier.report.archive import Archive
from dossier.report.typeface import Typeface

_FILES = Path(font_source_sans_pro.__file__).parent / "files"
MAP_BLOCK = 100  # entries of one block of a CMap, at most (Adobe technical note 5411)
_MAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName/Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
"""
_MAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"


def regular(archive: Archive) -> Typeface:
    return Typeface("Regular", _FILES / "SourceSansPro-Regular.ttf", archive.registry)


def semibold(archive: Archive) -> Typeface:
    return Typeface("Semibold", _FILES / "SourceSansPro-Semibold.ttf", archive.registry)


def font_resources(archive: Archive) -> bytes:
    """Reference to the Font resources, which reportlab fills as it embeds the fonts."""
    number, _ = archive.registry.idToObjectNumberAndVersion["BasicFonts"]
    return b"%d 0 R" % number


def embed_fonts(archive: Archive) -> None:
    """Write the subsets of all characters that were drawn: to be called once, after the last page."""
    registry = archive.registry
    for font in registry.delayedFonts:
        subsets = list(_subsets(font, registry))
        font.addObjects(registry)  # forgets the subsets
        for resource, subset in subsets:
            base = registry.idToObject[resource].BaseFont
            registry.idToObject[f"toUnicodeCMap:{base}"].content = to_unicode(subset)
    for number, name in list(registry.numberToId.items()):
        _write(archive, number, registry.idToObject[name])


def to_unicode(subset: list[int]) -> bytes:
    """ToUnicode CMap of a subset (PDF/A-3 6.2.11.7, PDF/UA-1 7.21.7).

    reportlab's own maps code 0 to U+0000, breaks above U+FFFF and writes blocks of more than 100 entries.
    """
    pairs = [f"<{code:02X}> <{chr(c).encode('utf-16-be').hex()}>" for code, c in enumerate(subset) if c and c != 0x7F]
    blocks = [pairs[i : i + MAP_BLOCK] for i in range(0, len(pairs), MAP_BLOCK)]
    body = "".join([f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks])
    return f"{_MAP_HEAD}{body}{_MAP_TAIL}".encode()


def _subsets(font: Any, registry: Any) -> Iterator[tuple[str, list[int]]]:
    for number, subset in enumerate(font.state[registry].subsets):
        yield font.getSubsetInternalName(number, registry)[1:], subset


def _write(archive: Archive, number: int, registered: Any) -> None:
    if isinstance(registered, PDFStream):
        lengths = b"".join([b"/%b %d" % (key.encode(), value) for key, value in registered.dictionary.dict.items()])
        archive.write_stream(number, lengths, registered.content)
    else:
        archive.pool(number, format_object(registered, archive.registry, toplevel=1))
