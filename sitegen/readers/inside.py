"""The people and words that photo programs write inside a picture: XMP, EXIF and IPTC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.fold import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

# IPTC Extension, Microsoft, iView/Expression Media; MWG regions have a `Name` and a `Type`, see `_regions`.
_PERSONS = {"PersonInImage", "PersonName", "PersonDisplayName", "People"}
# digiKam, Lightroom, Windows and ACDSee keep people as a branch of a tree of keywords.
_TREES = {"TagsList", "hierarchicalSubject", "LastKeywordXMP", "CatalogSets"}
_BRANCHES = {"people", "person", "persons", "personen", "persoon", "mensen", "gezichten", "faces", "kinderen", "leerlingen", "wie"}
_NO_PEOPLE = {"pet", "barcode", "focus"}
_MWG = "{http://www.metadataworkinggroup.com/schemas/regions/}"
_WORDS = {"subject", "description", "title", "Headline", "Instructions", "UserComment", "ImageDescription"}
# ImageDescription, UserComment (in the EXIF block), XPTitle, XPComment, XPKeywords, XPSubject.
_EXIF = {0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F}
_MAX_XMP = 4_000_000
_UNNAMED = {"", "unknown", "onbekend", "unconfirmed", "onbevestigd"}


def people(packets: tuple[bytes, ...]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Names of people, then other words (keywords, captions) in XMP packets; True when a packet can't be read."""
    names: list[str] = []
    words: list[str] = []
    broken = False
    for packet in packets:
        root = _parsed(packet)
        if root is None:
            broken = True
            continue
        names += _people(root)
        words += _other(root)
    return _once(name for name in names if squeeze(name) not in _UNNAMED), _once(words), broken


def exif_words(tags: tuple[tuple[int, object], ...]) -> tuple[str, ...]:
    """The words in EXIF tags: description and Windows' title, comment, keywords and subject."""
    return _once(_text(value) for tag, value in tags if tag in _EXIF)


def iptc_words(values: tuple[bytes, ...]) -> tuple[str, ...]:
    """The words in IPTC records, whatever their encoding."""
    return _once(_text(value) for value in values)


def _parsed(packet: bytes) -> Element | None:
    from defusedxml import ElementTree

    start, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"</x:xmpmeta>")
    if start >= 0 and end >= 0:
        packet = packet[start : end + len(b"</x:xmpmeta>")]
    if len(packet) > _MAX_XMP:
        return None
    try:
        root: Element = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"), forbid_dtd=True)
    except Exception:  # noqa: BLE001  not well-formed, or a DTD or entity: no names can be trusted
        return None
    return root


def _people(root: Element) -> Iterator[str]:
    for element in root.iter():
        local = _local(element.tag)
        for name, value in element.attrib.items():
            if _local(name) in _PERSONS:
                yield value
        if local in _PERSONS:
            yield from _texts(element)
        elif local in _TREES:
            for path in _texts(element):
                parts = [part.strip() for part in re.split(r"[/|]", path)]
                if len(parts) > 1 and parts[0].casefold() in _BRANCHES:
                    yield parts[-1]
        yield from _regions(element)


def _regions(element: Element) -> Iterator[str]:
    values = {name: value for name, value in element.attrib.items() if name.startswith(_MWG)}
    values.update({child.tag: child.text or "" for child in element if child.tag in {f"{_MWG}Name", f"{_MWG}Type"}})
    name = values.get(f"{_MWG}Name", "")
    if name and values.get(f"{_MWG}Type", "").casefold() not in _NO_PEOPLE:
        yield name


def _other(root: Element) -> Iterator[str]:
    for element in root.iter():
        if _local(element.tag) in _WORDS:
            yield from _texts(element)
        for name, value in element.attrib.items():
            if _local(name) in _WORDS:
                yield value


def _texts(element: Element) -> Iterator[str]:
    for part in element.iter():
        if part.text and part.text.strip():
            yield part.text


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    if value[:8] in {b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0"}:
        value = value[8:]
    if value.count(0) >= len(value) // 3:
        return value.decode("utf-16-le", "replace").strip("\0")
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _once(texts: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in (" ".join(text.split()) for text in texts) if text))
