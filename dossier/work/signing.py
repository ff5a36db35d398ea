"""Who signs a PDF: the certificate of a PKCS#12 file, used on this computer alone, without asking any network."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dossier.errors import InvalidInput, NotFound
from dossier.i18n import N_, _, current_language
from dossier.model.text import date_text
from dossier.report.content import Signature
from dossier.store.disk import reason_of

_LARGEST_FILE = 1024 * 1024  # of those that hold a key, in bytes
_MARGIN = 64  # bytes: a signature on an elliptic curve is not always as long
_DIGEST = "sha256"
_SMALLEST_RSA = 2048  # bits (ANSSI, Guide des mécanismes cryptographiques 2.04; ETSI TS 119 312)
_CURVES = ("secp256r1", "secp384r1", "secp521r1")
_USES = {"digital_signature", "non_repudiation"}


@dataclass(frozen=True)
class Signing:
    """What a person gives to sign: a PKCS#12 file, its passphrase, which is kept nowhere, and whether a box on the
    first page tells who signed."""

    key: Path
    passphrase: str = field(repr=False)
    visible: bool = False


def signature(signing: Signing, now: datetime) -> Signature:
    """A signature of the level B-B of PAdES (ETSI EN 319 142-1), with SHA-256; `now` is the aware time of signing.

    Raises NotFound, and InvalidInput where the file, its passphrase, its certificate or its key is not one to
    sign with.
    """
    import asyncio  # with pyHanko, only who signs waits for it

    signer = _signer(signing)
    certificate = signer.signing_cert
    name = _name(certificate.subject)
    _refuse_out_of_date(certificate, name, now)
    _refuse_unsuited(certificate, name)

    def sign(digest: bytes) -> bytes:
        made: bytes = asyncio.run(signer.async_sign(digest, _DIGEST, use_pades=True)).dump()
        return made

    size = len(sign(bytes(32))) + _MARGIN
    return Signature(name, _issuer(certificate), signing.visible, size, sign)


def signature_like(made: bytes, visible: bool) -> Signature:
    """What draws the field of a signature again, from the signature itself (CMS, padded with zeros); it signs nothing.

    Raises ValueError where it is no signature.
    """
    from asn1crypto.cms import ContentInfo

    try:
        signed = ContentInfo.load(made)["content"]
        signer = signed["signer_infos"][0]["sid"].chosen
        held = [one.chosen for one in signed["certificates"]]
        (named,) = (one for one in held if _is_of(signer, one))
        return Signature(_name(named.subject), _issuer(named), visible, len(made), lambda _digest: made)
    except (TypeError, LookupError, AttributeError) as error:
        raise ValueError("no signature") from error


def _is_of(signer: Any, certificate: Any) -> bool:
    """Whether a signature names this certificate: a serial number is one of its issuer's alone (RFC 5652 10.2.4)."""
    serial = signer["serial_number"].native
    return bool(serial == certificate.serial_number and _is_same(signer["issuer"], certificate.issuer))


def _is_same(name: Any, other: Any) -> bool:
    """As they are encoded: to compare them by their meaning fails on what is newer than Unicode 3.2 (RFC 4518)."""
    return bool(name.dump() == other.dump())


def _issuer(certificate: Any) -> str:
    """Who issued a certificate, "" where it is signed by itself."""
    return "" if _is_same(certificate.issuer, certificate.subject) else _name(certificate.issuer)


def _signer(signing: Signing) -> Any:
    """pyHanko's signer for the key of the file."""
    from pyhanko.sign.signers.pdf_cms import SimpleSigner

    data = _content(signing.key)
    try:
        return SimpleSigner.load_pkcs12_data(data, (), signing.passphrase.encode())
    except ValueError:
        if not _is_pkcs12(data):
            what = N_("{path} is not a PKCS#12 file (.p12, .pfx): nothing was written; choose that of your key.")
        else:
            what = N_("This passphrase does not open {path}: nothing was written; type it again.")
    except AttributeError:  # of None, in place of the key
        what = N_("{path} holds no certificate with its private key: nothing was written; choose another file.")
    raise InvalidInput(_(what, path=signing.key)) from None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)
    except FileNotFoundError:
        raise NotFound(_("There is no file {path}.", path=path)) from None
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read ({reason}).", path=path, reason=reason_of(error))) from error


def _is_pkcs12(data: bytes) -> bool:
    """Whether it is whole and built as RFC 7292 says, whatever its passphrase."""
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(data, strict=True)["version"].native == "v3")
    except ValueError:
        return False


def _name(name: Any) -> str:
    """Whom a distinguished name names: a person or service, else an organisation, else all of it."""
    parts = name.native
    told = parts.get("common_name") or parts.get("organization_name") or name.human_friendly
    return ", ".join(told) if isinstance(told, list) else str(told)


def _refuse_out_of_date(certificate: Any, name: str, now: datetime) -> None:
    begins, ends = (day.astimezone(now.tzinfo) for day in (certificate.not_valid_before, certificate.not_valid_after))
    if now > ends:
        day, what = ends, N_("The certificate of {name} ended on {day}: nothing was written; choose a valid one.")
    elif now < begins:
        day, what = begins, N_("The certificate of {name} only begins on {day}: nothing was written; choose another.")
    else:
        return
    raise InvalidInput(_(what, name=name, day=date_text(day.date(), current_language())))


def _refuse_unsuited(certificate: Any, name: str) -> None:
    """Readers of PDF verify RSA and the NIST curves; a certificate may say that it is for something else."""
    key, uses = certificate.public_key, certificate.key_usage_value
    if uses and not uses.native & _USES:
        what = N_("The certificate of {name} is not made to sign: nothing was written; choose another.")
    elif not _is_strong_enough(key):
        what = N_(
            "The key of {name} is not one that readers of PDF can rely on (RSA of 2,048 bits or more, or P-256, P-384, "
            "P-521): nothing was written; choose another certificate."
        )
    else:
        return
    raise InvalidInput(_(what, name=name))


def _is_strong_enough(key: Any) -> bool:
    if key.algorithm == "rsa":
        return bool(key.bit_size >= _SMALLEST_RSA)
    return key.algorithm == "ec" and key.curve[1] in _CURVES
