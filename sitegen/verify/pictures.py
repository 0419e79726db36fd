"""Reads what hangs on a picture besides the picture, and recognises a picture that was withheld.

The containers (JPEG, PNG, WebP, GIF, AVIF/HEIC) are walked here, byte by byte: a library shows only the metadata it knows.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import TYPE_CHECKING, Literal

from sitegen.late import late, late_bytes
from sitegen.verify import boxes

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = frozenset({"jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif", "tif", "tiff", "bmp", "ico"})
_SIDE = 16
# Kinds that are read without running another program.
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
# Pixels; twice what a page may show.
_MOST = 100_000_000
# Of the 512 bits of two pictures that show the same thing at another size or quality, few differ.
_SAME = 56
_RUN8 = late_bytes(rb"[\x20-\x7e\xa0-\xff]{4,}")
_RUN16 = late_bytes(rb"(?:[\x20-\x7e\xc0-\xff]\x00){3,}")
_RUN16_BIG = late_bytes(rb"(?:\x00[\x20-\x7e\xc0-\xff]){3,}")
_UTF8 = late_bytes(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}")
# A marker inside a scan: a stuffed zero, filling and restarts are none.
_MARKER = late_bytes(rb"\xff[^\x00\xff\xd0-\xd7]")
_TIFF = late_bytes(rb"II\*\x00|MM\x00\*")
# How base64 begins for JPEG, PNG, GIF, WebP and files of boxes; a picture in fewer letters shows nobody.
_LETTERED_STARTS = (b"/9j/", b"iVBORw0KGgo", b"R0lGOD", b"UklGR", b"Z0eXB")
_LETTERED = late_bytes(rb"(?<![A-Za-z0-9+/])(?:/9j/|iVBORw0KGgo|R0lGOD|UklGR|AAAA..Z0eXB)(?:[A-Za-z0-9+/]|%2[BbFf]|\\?\r?\n[ \t]*){400,}")
_NO_LETTER = late_bytes(rb"[^A-Za-z0-9+/]")
_TAG = late(r"<[^>]*>|&#x?[0-9A-Fa-f]+;")


def is_picture(data: bytes) -> bool:
    """Whether `data` begins as a picture does, whatever the file is called."""
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or boxes.is_boxed(data)


def lettered(data: bytes) -> Iterator[bytes]:
    """Every picture that stands in a text as base64, on one line or on many."""
    if not any(start in data for start in _LETTERED_STARTS):
        return
    for found in _LETTERED.finditer(data):
        letters = _NO_LETTER.sub(b"", found[0].replace(b"%2B", b"+").replace(b"%2b", b"+").replace(b"%2F", b"/").replace(b"%2f", b"/"))
        try:
            yield base64.b64decode(letters[: len(letters) // 4 * 4])
        except binascii.Error:
            continue


def metadata(data: bytes) -> bytes:
    """All bytes of a picture that are not the picture: EXIF, XMP, IPTC, text, comments, and whatever trails behind it."""
    if data.startswith(b"\xff\xd8"):
        return b"\0\0".join(_jpeg(data))
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"\0\0".join(_png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"\0\0".join(_webp(data))
    if data[:4] == b"GIF8":
        return b"\0\0".join(_gif(data))
    if boxes.is_boxed(data):
        return b"\0\0".join(boxes.besides_pixels(data))
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in {217, 218}:
            break
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xE1 <= marker <= 0xEF and marker != 0xE2 or marker == 0xFE or (marker in {0xE0, 0xE2} and size > 20):
            yield data[place + 4 : place + 2 + size]
        place += 2 + size
    yield from _behind(data, place)


def _behind(data: bytes, place: int) -> Iterator[bytes]:
    """What comes after the first scan of a JPEG: tables and scans are passed by, all else is words; so is a second picture behind the end mark."""
    while found := _MARKER.search(data, place):
        place, marker = found.start(), found[0][1]
        if marker == 0xD9:
            yield data[place + 2 :]
            return
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        if marker not in {0xC4, 0xDA, 0xDB, 0xDD}:
            yield data[place + 4 : place + 2 + size]
        place += 2 + size


def _gif(data: bytes) -> Iterator[bytes]:
    """The comments, texts and programs' blocks of a GIF, and what trails behind it (GIF89a)."""
    place = 13 + (3 << (data[10] & 7) + 1 if data[10:11] and data[10] & 128 else 0)
    while place < len(data) and data[place] in {0x21, 0x2C}:
        words = data[place] == 0x21 and data[place + 1 : place + 2] != b"\xf9"
        if data[place] == 0x21:
            place += 2
        else:
            local = data[place + 9] if place + 9 < len(data) else 0
            place += 11 + (3 << (local & 7) + 1 if local & 128 else 0)
        while place < len(data) and data[place]:
            if words:
                yield data[place + 1 : place + 1 + data[place]]
            place += 1 + data[place]
        place += 1
    yield data[place + 1 :]


def _png(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        if kind in {b"tEXt", b"eXIf", b"iTXt", b"zTXt"} or (kind[:1].islower() and kind not in {b"gAMA", b"iCCP", b"sRGB", b"pHYs", b"tRNS", b"cHRM"}):
            yield body
        if kind in {b"zTXt", b"iTXt"}:
            yield from _inflated(body)
        place += 12 + size
        if kind == b"IEND":
            break
    yield data[place:]


def _inflated(body: bytes) -> Iterator[bytes]:
    for start in (found.start() for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body)):
        try:
            yield zlib.decompressobj().decompress(body[start:], 1_000_000)
        except zlib.error:
            continue


def _webp(data: bytes) -> Iterator[bytes]:
    place = 12
    while place + 8 <= len(data):
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if kind not in {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}:
            yield data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2
    yield data[place:]


def words(meta: bytes) -> str:
    """The readable text in `meta`, whatever its coding, its pieces parted by the block mark; XML tags are gone."""
    pieces = [run[0].decode("utf-8", "replace") for run in _UTF8.finditer(meta)]
    pieces += [run[0].decode("latin-1") for run in _RUN8.finditer(meta) if not run[0].isascii()]
    pieces += [run[0].decode("utf-16-le", "replace") for run in _RUN16.finditer(meta)]
    pieces += [run[0].decode("utf-16-be", "replace") for run in _RUN16_BIG.finditer(meta)]
    text = "\x1e".join(pieces)
    return re.sub(r"[\x1e\s]+\x1e", "\x1e", _TAG.sub("\x1e", text)) if "<" in text else text


def located(data: bytes) -> bool:
    """Whether the picture says where it was taken (EXIF GPS, or an XMP place)."""
    meta = metadata(data)
    for start in _TIFF.finditer(meta):
        order: Literal["little", "big"] = "little" if start[0][:1] == b"I" else "big"
        if (0x8825).to_bytes(2, order) + (4).to_bytes(2, order) in meta[start.start() : start.start() + 4096]:
            return True
    return b"exif:GPSLatitude" in meta or b"photoshop:City" in meta


def perceptual(data: bytes) -> bytes | None:
    """Sixty-four bytes that say what a picture looks like; nearly the same for a smaller or re-encoded copy.

    Each bit says whether a patch is brighter than its neighbour (to the right, or below). None: not a picture that can be opened.
    """
    import io
    import warnings

    from PIL import AvifImagePlugin, Image, ImageOps, TiffImagePlugin, WebPImagePlugin  # noqa: F401  the plugins add their format

    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning), Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST:
                return None
            picture.draft("L", (256, 256))
            upright = ImageOps.exif_transpose(picture)
            if upright.mode not in {"L", "RGB"} and not (upright.mode == "P" and "transparency" not in upright.info):
                upright = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
            grey = upright.convert("L").resize((_SIDE + 1, _SIDE + 1), Image.Resampling.BOX)
    except Exception:  # noqa: BLE001  the library raises many kinds; each means that nobody sees this picture either
        return None
    tones = grey.tobytes()
    row = _SIDE + 1
    bits = 0
    for down in range(_SIDE):
        for right in range(_SIDE):
            here = tones[down * row + right]
            bits = bits << 2 | (here > tones[down * row + right + 1] + 1) << 1 | (here > tones[(down + 1) * row + right] + 1)
    return bits.to_bytes(_SIDE * _SIDE * 2 // 8, "big")


def same_look(one: bytes, other: bytes) -> bool:
    """Whether two prints of `perceptual` belong to the same picture."""
    return alike(int.from_bytes(one, "big"), int.from_bytes(other, "big"))


def telling(look: bytes) -> bool:
    """Whether a print says enough to know a picture by: an even plane looks like any other."""
    return int.from_bytes(look, "big").bit_count() > _SAME


def alike(one: int, other: int) -> bool:
    """Whether two prints (as numbers) belong to the same picture."""
    return (one ^ other).bit_count() <= _SAME
