"""Opens what is packed: Office files and other zips, gzip, PDF; gives the text of contents and properties."""

from __future__ import annotations

import gzip
import io
import re
import shutil
import subprocess
import zipfile
import zlib
from typing import TYPE_CHECKING

from sitegen.late import late_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

# More than this unpacked is no school document but a bomb.
_LARGEST = 200_000_000
_SECONDS = 60
_STREAM = late_bytes(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_INFO = late_bytes(rb"/(?:Author|Title|Subject|Keywords|Creator|Contents|T|TU|V)\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)


class UnreadableError(Exception):
    """The file can't be read to the end, so nobody can say what is in it."""


def members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files inside a zip (docx, xlsx, odt, epub, …) by name.

    Raises:
        UnreadableError: encrypted, damaged, or too large unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries) or sum(entry.file_size for entry in entries) > _LARGEST:
                raise UnreadableError
            if archive.comment:
                yield "comment.txt", archive.comment
            for entry in entries:
                yield entry.filename, archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as fault:
        raise UnreadableError from fault


def office(part: bytes) -> str:
    """The words of one XML part of an Office file, paragraph by paragraph, with comments and deleted text; runs are joined."""
    text = part.decode("utf-8", "replace")
    text = re.sub(r"<(?:w:p|a:p|text:p|text:h|si|row|w:tr|w:br|w:tab|w:tc|c|table:table-cell|dc:\w+|cp:\w+|dcterms:\w+|meta:\w+)\b[^>]*>", "\x1d\\g<0>", text)
    text = re.sub(r"</(?:w:p|a:p|text:p|text:h|si|row|w:tr|dc:\w+|cp:\w+|meta:\w+|Manager|Company)>", "\x1e", text)
    values = re.findall(r"""\b(?:w:author|w:initials|author|name|descr|title|displayName|userId|Target)\s*=\s*["']([^"']*)["']""", text)
    # Any value of two words, whatever its attribute is called.
    values += [double or single for double, single in re.findall(r"""=\s*(?:"([^"<]*[^\W\d_]{2}[\s.]+[^\W\d_]{2}[^"<]*)"|'([^'<]*[^\W\d_]{2}[\s.]+[^\W\d_]{2}[^'<]*)')""", text)]
    return re.sub(r"<[^>]*>", "", text) + "\x1e" + "\x1e".join(values)


def unpacked(data: bytes) -> bytes:
    """The contents of a .gz file.

    Raises:
        UnreadableError: damaged, or too large.
    """
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            plain = packed.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise UnreadableError from fault
    if len(plain) > _LARGEST:
        raise UnreadableError
    return plain


def pdf(data: bytes) -> str:
    """The words of a PDF and its properties, by `pdftotext` or else the library pypdf.

    Raises:
        UnreadableError: encrypted, damaged, no words at all, or no program to read it with.
    """
    if not data.startswith(b"%PDF-") or b"/Encrypt" in data:
        raise UnreadableError
    words = _by_program(data) if shutil.which("pdftotext") else _by_library(data)
    if not words.strip():
        raise UnreadableError
    return "\x1e".join([words, *_properties(data)])


def images(data: bytes) -> Iterator[bytes]:
    """The photographs in a PDF as files: what a page may not show, a document may not hold either."""
    for found in _STREAM.finditer(data):
        if found[1].startswith(b"\xff\xd8\xff"):
            yield found[1]
        elif b"/Image" in (head := data[max(0, found.start() - 1000) : found.start()].rpartition(b" obj")[2]):
            # A JPEG that was packed once more, or pixels: what they unpack to tells.
            unpacked = _unpacked_stream(found[1])
            if unpacked.startswith(b"\xff\xd8\xff"):
                yield unpacked
            elif unpacked:
                yield from _pixels(head, found[1], len(unpacked))


def _unpacked_stream(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return b""


def _pixels(head: bytes, packed: bytes, size: int) -> Iterator[bytes]:
    """Packed pixels in full or grey bytes as a PNG: with PNG's own filters (a byte a row more) they are one but for the frame."""
    sides = {name: int(number) for name, number in re.findall(rb"/(Width|Height)\s+(\d+)", head)}
    wide, high = sides.get(b"Width", 0), sides.get(b"Height", 0)
    for channels, colour in ((3, 2), (1, 0)):
        if wide * high and size in {wide * high * channels, (wide * channels + 1) * high}:
            if size == wide * high * channels:
                plain = _unpacked_stream(packed)
                row = wide * channels
                packed = zlib.compress(b"".join(b"\0" + plain[start : start + row] for start in range(0, size, row)), 1)
            frame = wide.to_bytes(4, "big") + high.to_bytes(4, "big") + bytes([8, colour, 0, 0, 0])
            chunks = ((b"IHDR", frame), (b"IDAT", packed), (b"IEND", b""))
            yield b"\x89PNG\r\n\x1a\n" + b"".join(len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big") for kind, body in chunks)
            return


def _by_program(data: bytes) -> str:
    try:
        done = subprocess.run(
            ["pdftotext", "-q", "-enc", "UTF-8", "-", "-"],  # noqa: S607
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise UnreadableError from fault
    return done.stdout.decode("utf-8", "replace").replace("\f", "\x1e")


def _by_library(data: bytes) -> str:
    try:
        from pypdf import PdfReader
    except ImportError as fault:
        raise UnreadableError from fault
    try:
        return "\x1e".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except Exception as fault:  # the library raises many kinds; each of them means that we can't vouch for the file
        raise UnreadableError from fault


def _properties(data: bytes) -> Iterator[str]:
    """Titles, authors, bookmarks, notes and XMP: from the bytes, and from the streams that unpack."""
    for block in (data, *_streams(data)):
        for found in _INFO.finditer(block):
            yield _string(found[1])
        if b"<x:xmpmeta" in block or b"rdf:RDF" in block:
            yield re.sub(r"<[^>]*>", "\x1d", block.decode("utf-8", "replace"))


def _streams(data: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(found[1], 10_000_000)
        except zlib.error:
            yield found[1]


def _string(shown: bytes) -> str:
    if shown.startswith(b"<"):
        raw = bytes.fromhex(re.sub(rb"\s", b"", shown[1:-1]).decode().ljust(2, "0")[: len(shown) // 2 * 2])
    else:
        raw = re.sub(rb"\\([0-7]{1,3})", lambda octal: bytes([int(octal[1], 8) & 255]), shown[1:-1])
        raw = re.sub(rb"\\([()\\])", rb"\1", raw)
    return raw.decode("utf-16", "replace") if raw[:2] in {b"\xfe\xff", b"\xff\xfe"} else raw.decode("latin-1")
