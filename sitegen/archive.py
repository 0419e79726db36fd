"""Opens a zip-based document (docx, xlsx, pptx, odt) only when it can do no harm: limits first, contents after."""

from __future__ import annotations

import io
import zipfile
import zlib

MAX_ENTRIES = 3_000
MAX_ENTRY = 60_000_000
MAX_TOTAL = 150_000_000
MAX_RATIO = 200
# Below this size a high ratio is an ordinary empty sheet.
_SMALL = 2_000_000
_FORBIDDEN = ("vbaproject", "vbadata", "activex", "embeddings/oleobject", "basic/script", "scripts/")


def spare(name: str) -> bool:
    """Whether an entry is of no use to a reader: a folder, a thumbnail, the look of the last window, the settings of a printer. It doesn't go along."""
    low = name.lower()
    return name.endswith("/") or "thumbnail" in low or low == "layout-cache" or "printersettings/" in low


class ArchiveError(Exception):
    """This document isn't opened. The message is the Dutch reason, with the remedy."""


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`. Raises ArchiveError: damaged, encrypted, a bomb, paths out of it, macros."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, zlib.error):
        raise ArchiveError("dit bestand is beschadigd. Open het en bewaar het opnieuw.") from None
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise ArchiveError("dit bestand wordt bij het uitpakken veel te groot. Bewaar het opnieuw, kleiner.")
    seen: set[str] = set()
    for entry in entries:
        low = entry.filename.lower().replace("\\", "/")
        if entry.flag_bits & 0x1:
            raise ArchiveError("dit bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.")
        if entry.file_size > MAX_ENTRY or (entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size)):
            raise ArchiveError("dit bestand wordt bij het uitpakken veel te groot. Bewaar het opnieuw, kleiner.")
        if low.startswith("/") or ".." in low.split("/") or ":" in low.partition("/")[0] or "\0" in low or low in seen:
            raise ArchiveError("de opbouw van dit bestand klopt niet. Open het en bewaar het opnieuw.")
        if any(word in low for word in _FORBIDDEN):
            raise ArchiveError("in dit bestand zit een programma (macro) of een ingesloten bestand. Bewaar het als PDF.")
        seen.add(low)
    return archive


def promised(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One entry's bytes, when it is as large as the list of contents says: whoever looked at that list reads no bomb.

    `archive.read` unpacks everything first, and then cuts it to the size in the list. Raises what `zipfile` raises.
    """
    with archive.open(info) as stream:
        return stream.read(info.file_size + 1)


def entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """One entry's bytes, never more than its limit whatever its head promises. Raises ArchiveError."""
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_ENTRY + 1)
    except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError, ValueError, zlib.error) as error:
        raise ArchiveError("dit bestand is beschadigd. Open het en bewaar het opnieuw.") from error
    except Exception as error:
        raise ArchiveError("dit bestand is beschadigd. Open het en bewaar het opnieuw.") from error
    if len(data) > MAX_ENTRY:
        raise ArchiveError("dit bestand wordt bij het uitpakken veel te groot. Bewaar het opnieuw, kleiner.")
    return data
