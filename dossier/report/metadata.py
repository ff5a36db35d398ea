"""What the file says about itself: document information, XMP, colour space, and the data it carries."""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PIL import ImageCms

from dossier.report.archive import Archive, text_string

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_INTENT = (
    b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
    b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]"
)


@dataclass(frozen=True)
class Metadata:
    """The document information, clean and on one line each, for it is written twice with equal values."""

    title: str
    author: str
    subject: str
    keywords: str
    producer: str
    language: str
    created: datetime

    def write(self, archive: Archive) -> tuple[int, bytes]:
        """Write information, XMP (PDF/A-3 6.6.2, PDF/UA-1 5) and output intent; returns the number of the
        information dictionary, and catalog entries."""
        info, xmp, profile = archive.allocate(), archive.allocate(), archive.allocate()
        entries = [b"/%b%b" % (key.encode(), text_string(value)) for key, value in self._information().items()]
        archive.pool(info, b"<<%b>>" % b"".join(entries))
        archive.write_stream(xmp, b"/Type/Metadata/Subtype/XML", self._xmp(), compress=False)
        archive.write_stream(profile, b"/N 3/Alternate/DeviceRGB", _srgb_profile())
        language = text_string(self.language)
        return info, b"/Lang%b/Metadata %d 0 R%b" % (language, xmp, _INTENT % profile)

    def _information(self) -> dict[str, str]:
        date = pdf_date(self.created)
        return {
            "Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords,
            "Creator": self.producer, "Producer": self.producer, "CreationDate": date, "ModDate": date,
        }  # fmt: skip

    def _xmp(self) -> bytes:
        # This stream must not be compressed (PDF/A-3 6.6.2.1): a title must not look like its end.
        escaped = {name: str(value).translate(_ENTITIES) for name, value in vars(self).items()}
        values = {name: value.replace("endstream", "&#101;ndstream") for name, value in escaped.items()}
        return _XMP.format(date=self.created.isoformat(timespec="seconds"), **values).encode("utf-8")


@dataclass(frozen=True)
class Embedded:
    """A file embedded in the PDF: its catalog entries, and the SHA-256 of its bytes in hexadecimal."""

    catalog: bytes
    sha256: str


def embed(archive: Archive, name: str, description: str, chunks: Iterable[bytes], modified: datetime) -> Embedded:
    """Embed JSON data that come piece by piece, as the data behind the document (PDF/A-3 6.8, ISO 32000-1 7.11.4)."""
    spec, stream, params = archive.allocate(), archive.allocate(), archive.allocate()
    passed = _Passed(chunks)
    archive.write_chunks(stream, b"/Type/EmbeddedFile/Subtype/application#2Fjson/Params %d 0 R" % params, passed)
    date, check = text_string(pdf_date(modified)), passed.md5.hexdigest().encode()
    archive.pool(params, b"<</Size %d/ModDate%b/CheckSum<%b>>>" % (passed.size, date, check))
    named, said = text_string(name), text_string(description)
    archive.pool(
        spec,
        b"<</Type/Filespec/F%b/UF%b/Desc%b/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (named, named, said, stream, stream),
    )
    catalog = b"/Names<</EmbeddedFiles<</Names[%b %d 0 R]>>>>/AF[%d 0 R]" % (named, spec, spec)
    return Embedded(catalog, passed.sha256.hexdigest())


class _Passed:
    """Chunks, with the size and the digests of what has passed."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.chunks, self.size = chunks, 0
        self.sha256, self.md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.size += len(chunk)
            self.sha256.update(chunk)
            self.md5.update(chunk)
            yield chunk


def pdf_date(moment: datetime) -> str:
    """An aware time as a PDF date (ISO 32000-1 7.9.4)."""
    offset = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{offset[:3]}'{offset[3:5]}'"


def _srgb_profile() -> bytes:
    """Pillow's sRGB profile with its creation date (bytes 24 to 35) fixed, for reproducible files."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return bytes(profile)
