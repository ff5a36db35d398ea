"""What a document opens: a whole https address, or that of a mailbox. Whatever else is written opens nothing."""

import re
from urllib.parse import quote

from dossier.report.content import AddressText, QuotedText

MAILBOX = "mailto:"
_LONGEST = 2_000  # characters, each at most twelve once encoded: a PDF/A string has at most 32,767 bytes
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_PAGE = re.compile(rf"https://{_HOST}(?::\d{{1,5}})?(?:[/?#](?:[^%]|%[0-9a-f]{{2}})*)?", re.IGNORECASE | re.ASCII)
_MAILBOX = re.compile(rf"[a-z0-9._+'-]+@{_HOST}", re.IGNORECASE | re.ASCII)
_AS_THEY_ARE = "!#$%&'()*+,/:;=?@"  # besides letters, digits and -._~ (RFC 3986 2.2); others are percent-encoded


def uri_of(text: str) -> str:
    """The address that the whole of `text` is, in ASCII; "" where it is none, or none that may be opened.

    A host is of ASCII letters: one of other letters, or with a name before an @, does not lead where it seems to.
    """
    if len(text) > _LONGEST or not text.isprintable() or " " in text:
        return ""
    if _PAGE.fullmatch(text):
        return quote(text, _AS_THEY_ARE)
    return MAILBOX + text if _MAILBOX.fullmatch(text) else ""


def addressed(text: str, address: str) -> str:
    """A text of a cell, as a link where the address may be opened."""
    uri = uri_of(address)
    language = text.language if isinstance(text, QuotedText) else ""
    return AddressText(text, uri, language) if uri else text
