"""The logo on the cover: an image made plain, so that any reader shows it and the file stays archival."""

import io
import zlib

from PIL import Image

from dossier.errors import InvalidInput
from dossier.i18n import _
from dossier.report.archive import Archive

LOGO = b"Logo"
"""The name of the image among the resources."""

_FORMATS = ("PNG", "JPEG")
_MOST = (1_200, 600)  # pixels
_BOX = (170.0, 54.0)  # points


def write_logo(archive: Archive, image: bytes) -> tuple[int, float, float]:
    """Write a PNG or JPEG as an image XObject (ISO 32000-1 8.9.5) in sRGB, on white; returns its number, and its width
    and height in points. Raises InvalidInput where it is no such image.
    """
    try:
        with Image.open(io.BytesIO(image), formats=_FORMATS) as opened:
            opened.thumbnail(_MOST)
            seen = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidInput(
            _("The logo cannot be read as a PNG or JPEG image: nothing was written; choose another image.")
        ) from error
    plain = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
    number, data = archive.allocate(), zlib.compress(plain.tobytes())
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
    archive.write_stream(number, entries % plain.size + b"/Filter/FlateDecode", data, compress=False)
    scale = min(_BOX[0] / plain.width, _BOX[1] / plain.height)
    return number, plain.width * scale, plain.height * scale
