"""Walks AVIF and HEIC files (ISO base media, ISO/IEC 14496-12 and 23008-12): all their bytes but those of the coded pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Items of these types are pixels; anything else (Exif, XMP as mime, a name) is words.
_CODED = {b"av01", b"hvc1"}


class UnknownLayoutError(Exception):
    """These boxes don't say where the pixels lie."""


def is_boxed(data: bytes) -> bool:
    """Whether `data` is a file of boxes."""
    return data[4:8] == b"ftyp"


def besides_pixels(data: bytes) -> Iterator[bytes]:
    """Everything in the file but the pixels, in pieces; all of it where the boxes are not as they should be."""
    try:
        pixels = sorted(_pixels(data))
    except (UnknownLayoutError, IndexError):
        yield data
        return
    place = 0
    for start, end in pixels:
        yield data[place:start]
        place = max(place, end)
    yield data[place:]


def _pixels(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the coded pictures lie in the file."""
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"meta":
            inside = {inner: (first, last) for inner, first, last in _boxes(data, start + 4, end)}
            if b"iinf" not in inside or b"iloc" not in inside:
                raise UnknownLayoutError
            coded = set(_items(data, *inside[b"iinf"]))
            yield from (extent for item, extent in _extents(data, *inside[b"iloc"]) if item in coded)


def _boxes(data: bytes, place: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while place < end:
        size, head = int.from_bytes(data[place : place + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        size = size or end - place
        if size < head or place + size > end:
            raise UnknownLayoutError
        yield data[place + 4 : place + 8], place + head, place + size
        place += size


def _items(data: bytes, start: int, end: int) -> Iterator[int]:
    """The numbers of the items that are coded pictures."""
    place = start + (6 if data[start] == 0 else 8)
    for kind, first, _ in _boxes(data, place, end):
        version = data[first]
        if kind != b"infe" or version < 2:
            raise UnknownLayoutError
        wide = 2 if version == 2 else 4
        if data[first + 6 + wide : first + 10 + wide] in _CODED:
            yield int.from_bytes(data[first + 4 : first + 4 + wide], "big")


def _extents(data: bytes, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each piece of each item that lies in the file itself: item number, first and last byte."""
    version, place = data[start], start + 4

    def number(size: int) -> int:
        nonlocal place
        place += size
        if place > end:
            raise UnknownLayoutError
        return int.from_bytes(data[place - size : place], "big")

    sizes = number(2)
    offset_size, length_size, base_size, index_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0
    wide = 2 if version < 2 else 4
    for _ in range(number(wide)):
        item = number(wide)
        inside_file = (number(2) & 15 if version else 0) == 0
        number(2)
        base = number(base_size)
        for _ in range(number(2)):
            number(index_size)
            offset, length = base + number(offset_size), number(length_size)
            if inside_file and length and offset + length <= len(data):
                yield item, (offset, offset + length)
