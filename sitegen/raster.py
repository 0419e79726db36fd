"""Opens a picture without harm: which kinds, how large, whether the file is whole. Pillow is loaded only when asked for.

Everything here looks at the head of the file; pixels are decoded by `decode` alone, after all checks.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

# 48 megapixels is the largest a telephone makes; what is larger is a bomb or a scan of a poster.
MAX_PIXELS = 50_000_000
MAX_BYTES = 60_000_000
# A logo with shaded edges has a few hundred colours at 160 pixels, a photograph thousands.
_LOGO = 1500
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_SIDEWAYS = (5, 6, 7, 8)
_ORIENTATION = 0x0112
# Where a camera's own tags are, the comment of whoever looked at the photo among them.
_EXIF_BLOCK = 0x8769
# A marker inside a JPEG's scan: a stuffed zero, filling and restarts are none.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_RESAVE = "Open het in een fotoprogramma en bewaar het als JPEG."
_DAMAGED = f"dit plaatje is beschadigd en kan niet getoond worden. {_RESAVE}"


class UnreadableError(Exception):
    """This file can't be shown as a picture. The message is the Dutch reason, with the remedy."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a picture tells: its kind (Pillow's name), size in pixels once upright, and its raw metadata.

    xmp: the packets as bytes. exif: tag → value of the tags that hold words. iptc: the words of IPTC keywords and caption.
    """

    kind: str
    size: tuple[int, int]
    xmp: tuple[bytes, ...] = ()
    exif: tuple[tuple[int, object], ...] = ()
    iptc: tuple[bytes, ...] = ()


def head(data: bytes) -> Head:
    """The head of the picture in `data`. Raises UnreadableError: unknown kind, cut off, too large, moving."""
    with _opened(data) as image:
        try:
            return _head(data, image)
        except UnreadableError:
            raise
        except Exception as error:  # Pillow raises many kinds; each means that the file isn't what it should be
            raise UnreadableError(_DAMAGED) from error


def _head(data: bytes, image: Image) -> Head:
    width, height = image.size
    if getattr(image, "n_frames", 1) > 1 and image.format not in {"MPO", "JPEG"}:
        raise UnreadableError("dit is een bewegend plaatje, en een foto op de website staat stil. Bewaar één beeld ervan als JPEG of PNG.")
    _whole(data, str(image.format))
    if image.format not in {"MPO", "JPEG"}:
        image.load()  # a damaged one fails here, and not when the page that shows it is made; a JPEG shows what it has
    exif = image.getexif()
    if exif.get(_ORIENTATION) in _SIDEWAYS:
        width, height = height, width
    words = tuple((tag, value) for tag, value in (*exif.items(), *exif.get_ifd(_EXIF_BLOCK).items()) if isinstance(value, str | bytes))
    return Head(str(image.format), (width, height), _xmp(image), words, _iptc(image))


def decode(data: bytes, box: tuple[int, int]) -> Image:
    """The pixels, upright, in sRGB (RGB or RGBA), scaled down to fit in `box` where they are larger. Raises UnreadableError."""
    from PIL import Image, ImageOps

    with _opened(data) as image:
        try:
            wanted = box[::-1] if image.getexif().get(_ORIENTATION) in _SIDEWAYS else box
            scale = min(1.0, wanted[0] / image.width, wanted[1] / image.height)
            size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
            # A JPEG is decoded at the nearest eighth above the wanted size: a third of the time of all its pixels.
            image.draft("RGB", size)
            small = _colours(image)
            if small.size != size:
                small = small.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            upright = ImageOps.exif_transpose(_srgb(small, image.info.get("icc_profile")))
        except Exception as error:
            raise UnreadableError(_DAMAGED) from error
    # What hung on the file stays behind: Pillow writes a JPEG's comment into whatever is saved next.
    upright.info = {}
    return upright


def many_colours(data: bytes) -> bool:
    """Whether a picture has as many colours as photographs have and logos have not; True too when it can't be decoded."""
    try:
        small = decode(data, (160, 160)).convert("RGB")
    except UnreadableError:
        return True
    return small.getcolors(_LOGO) is None


def _opened(data: bytes) -> Image:
    if not data:
        raise UnreadableError("dit bestand is leeg. Zet het plaatje er opnieuw neer.")
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB. Bewaar de foto kleiner.")
    heic = data[4:8] == b"ftyp" and data[8:12] in _HEIC
    if heic and not _with_heic():
        raise UnreadableError('dit is een HEIC-foto van een iPhone, en die toont een browser niet. Bewaar de foto als JPEG (iPhone: Instellingen › Camera › Structuren › Meest compatibel), of laat sitegen dat doen: pip install "sitegen[heic]".')
    from PIL import Image, UnidentifiedImageError

    # Of the formats asked for, Pillow knows only those whose reader was imported; by itself it imports the common five.
    for reader in ("WebP", "Avif"):
        import_module(f"PIL.{reader}ImagePlugin")
    # Pillow warns of a large picture before it fails on a very large one; our own limit is lower than both.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=("HEIF",) if heic else _FORMATS)
        except Image.DecompressionBombError:
            raise UnreadableError(_too_large()) from None
        except UnidentifiedImageError:
            raise UnreadableError(f"dit is geen plaatje dat een browser toont (JPEG, PNG, WebP, AVIF, GIF of SVG). {_RESAVE}") from None
        except Exception as error:
            raise UnreadableError(_DAMAGED) from error
    if image.width * image.height > MAX_PIXELS:
        image.close()
        raise UnreadableError(_too_large())
    return image


def _too_large() -> str:
    return f"deze foto heeft meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten. Bewaar de foto kleiner."


def _with_heic() -> bool:
    try:
        import pillow_heif
    except ImportError:
        return False
    pillow_heif.register_heif_opener()
    return True


def _colours(image: Image) -> Image:
    # Palettes and grey with a transparent colour become RGBA; 16-bit grey is brought down to 8 before it clips to white.
    if image.mode in {"RGB", "RGBA"} and "transparency" not in image.info:
        image.load()
        return image
    if image.mode in {"I;16", "I;16B", "I"}:
        return image.point(lambda level: level / 256, "L").convert("RGB")
    if image.mode in {"P", "PA", "LA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode != "CMYK" else image


def _srgb(image: Image, profile: object) -> Image:
    """`image` in sRGB by its own colour profile, which is then no longer needed: an iPhone's Display P3 keeps its colours."""
    from PIL import ImageCms

    if isinstance(profile, bytes) and profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "srgb" not in ImageCms.getProfileDescription(own).lower():
                mode = "RGBA" if image.mode == "RGBA" else "RGB"
                converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
                image = converted or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the pixels as they are
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


def _xmp(image: Image) -> tuple[bytes, ...]:
    found = [image.info.get("xmp"), image.info.get("XML:com.adobe.xmp"), image.info.get("Raw profile type xmp")]
    return tuple(value if isinstance(value, bytes) else str(value).encode() for value in found if value)


def _iptc(image: Image) -> tuple[bytes, ...]:
    # Keywords 2:25, title 2:05, headline 2:105, caption 2:120.
    from PIL import IptcImagePlugin

    try:
        records = IptcImagePlugin.getiptcinfo(cast("ImageFile", image)) or {}
    except Exception:  # noqa: BLE001  words in a broken record are dropped with the record
        return ()
    words: list[bytes] = []
    for tag in ((2, 5), (2, 25), (2, 105), (2, 120)):
        value = records.get(tag, ())
        words += value if isinstance(value, list) else [value] if value else []
    return tuple(words)


def _whole(data: bytes, kind: str) -> None:
    """Raise UnreadableError when the file was cut off: a half photo would otherwise be published half grey."""
    if not {"JPEG": _jpeg, "MPO": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}.get(kind, _boxes)(data):
        raise UnreadableError("dit bestand is niet compleet (afgebroken bij het kopiëren?). Zet de foto er opnieuw neer.")


def _jpeg(data: bytes) -> bool:
    # The end mark must come after the beginning of the picture itself: a thumbnail in the head has an end mark too.
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xDA:
            return data.rfind(b"\xff\xd9") > at
        at += 1 if mark == 0xFF else 2 if mark == 0x01 or 0xD0 <= mark <= 0xD8 else 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return False


def _png(data: bytes) -> bool:
    return data.rfind(b"IEND") > 0 and data.find(b"IDAT") > 0


def _webp(data: bytes) -> bool:
    return len(data) >= 12 and struct.unpack_from("<I", data, 4)[0] + 8 <= len(data) + 1


def _gif(data: bytes) -> bool:
    return data.rstrip(b"\0")[-1:] == b";"


def _boxes(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        size = int(struct.unpack_from(">I", data, at)[0])
        if size == 1 and at + 16 <= len(data):
            size = int(struct.unpack_from(">Q", data, at + 8)[0])
        if size == 0:
            return True
        if size < 8 or at + size > len(data):
            return False
        at += size
    return at == len(data)


def bare(data: bytes) -> bytes:
    """A JPEG, PNG or GIF with the same pixels and none of its metadata, for pictures inside a document. Others stay as they are.

    Raises UnreadableError when no picture is left: one that was cut off or patched, though a program that is not strict shows it.
    """
    for sign, strip in ((b"\xff\xd8", _bare_jpeg), (b"\x89PNG\r\n\x1a\n", _bare_png), (b"GIF8", _bare_gif)):
        if data.startswith(sign):
            made = strip(data)
            head(made)
            return made
    return data


def _bare_jpeg(data: bytes) -> bytes:
    parts = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == 0xD9:
            break  # a second picture behind it (what was cut off, or the other lens) stays behind
        length = 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        segment = data[at : at + length]
        if mark == 0xDA:
            found = _MARKER.search(data, at + length)
            end = found.start() if found else len(data)
            parts.append(data[at:end])
            length = end - at
        elif mark == 0xE0 and segment[4:9] == b"JFIF\0":
            # Its last two bytes are the size of a thumbnail, which would follow.
            parts.append(b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0")
        elif mark in {0xE2, 0xEE}:
            # Colour profile and Adobe's colour mark are needed to show it; APP1, APP13, comments and the rest are not.
            parts += [segment] if segment[4:15] == b"ICC_PROFILE" or mark == 0xEE else []
        elif not (0xE0 <= mark <= 0xEF or mark == 0xFE):
            parts.append(segment)
        at += length
    return b"".join((*parts, b"\xff\xd9"))


def _bare_png(data: bytes) -> bytes:
    keep = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"}
    parts = [data[:8]]
    at = 8
    while at + 12 <= len(data):
        length = int(struct.unpack_from(">I", data, at)[0])
        if data[at + 4 : at + 8] in keep:
            parts.append(data[at : at + 12 + length])
        if data[at + 4 : at + 8] == b"IEND":
            break
        at += 12 + length
    return b"".join(parts)


def _bare_gif(data: bytes) -> bytes:
    # A block is an extension (0x21, kind) or a picture (0x2C); both end in pieces of at most 255 bytes and a zero.
    at = 13 + _colours_in(data[10] if len(data) > 10 else 0)
    parts = [data[:at]]
    while at < len(data) and data[at] in {0x21, 0x2C}:
        start, picture = at, data[at] == 0x2C
        at += 11 + _colours_in(data[at + 9] if at + 9 < len(data) else 0) if picture else 2
        # Of the extensions only how to show a picture (0xF9) and how often to go round are needed.
        needed = picture or data[start + 1 : start + 2] == b"\xf9" or data[start + 3 : start + 14] == b"NETSCAPE2.0"
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
        if needed:
            parts.append(data[start:at])
    return b"".join((*parts, b";"))


def _colours_in(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 128 else 0
