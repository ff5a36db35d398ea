"""Keys to sign with, made for the tests: a certificate that signs itself, in a PKCS#12 file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "épée, œuvre"
SIGNER = "Camille Dupont-Lefèvre"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
_KINDS: dict[str, Callable[[], Key]] = {
    "rsa": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "short rsa": lambda: rsa.generate_private_key(public_exponent=65537, key_size=1024),
    "p256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "brainpool": lambda: ec.generate_private_key(ec.BrainpoolP256R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
}
_USES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


@cache
def key(kind: str) -> Key:
    return _KINDS[kind]()


def certificate(
    kind: str = "rsa",
    name: str = SIGNER,
    valid: tuple[int, int] = (2025, 2035),
    issuer: str = "",
    uses: Sequence[str] = (),
) -> x509.Certificate:
    """Valid from the beginning of a year to that of another; the issuer is the signer unless named; any use."""
    builder = x509.CertificateBuilder(_named(issuer or name), _named(name), key(kind).public_key(), 7)
    builder = builder.not_valid_before(datetime(valid[0], 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(valid[1], 1, 1, tzinfo=UTC))
    if uses:
        builder = builder.add_extension(x509.KeyUsage(*[use in uses for use in _USES]), critical=True)
    return builder.sign(key(kind), None if kind == "ed25519" else hashes.SHA256())


def p12(
    path: Path,
    of: x509.Certificate | None = None,
    kind: str | None = "rsa",
    passphrase: str = PASSPHRASE,
    chain: Sequence[x509.Certificate] = (),
) -> Path:
    """The file of a certificate and its key; without a kind, the certificate alone; encrypted unless no passphrase."""
    encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        encryption = serialization.BestAvailableEncryption(passphrase.encode())
    made = of or certificate()
    private = key(kind) if kind else None
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"key", private, made, chain or None, encryption))
    return path


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
