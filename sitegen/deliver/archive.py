"""A zip of the whole site, for hosts with an upload page. What was in the last one and no longer is, is named."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.deliver.parcel import Delivered
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from sitegen.deliver.parcel import Book, Parcel

# The same site gives the same zip, whenever it is made.
_TIME = (1980, 1, 1, 0, 0, 0)


def deliver(parcel: Parcel, root: Path, output: Path, book: Book, *, trial: bool = False) -> Delivered:
    """Write the zip (the parcel holds every file), and say what must be removed at the host by hand. Raises SiteError."""
    path = root / parcel.target.path
    _check(path, output, parcel.target.to)
    before = book.read()
    changed = tuple(sorted(name for name, digest in parcel.wanted.items() if before.get(name) != digest))
    result = Delivered(changed, (), tuple(sorted(before.keys() - parcel.wanted.keys())))
    if trial:
        return result
    temporary = path.with_name(f".{path.name}.nieuw")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parcel.wanted):
                entry = zipfile.ZipInfo(name, _TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, parcel.data(name))
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise SiteError([Problem(Place(parcel.target.to), "zip-schrijven", "de zip kan daar niet geschreven worden.", "Controleer de ruimte en de rechten van die map.")]) from None
    book.write(parcel.wanted)
    return result


def _check(path: Path, output: Path, to: str) -> None:
    inside = os.path.realpath(path)
    if inside.startswith(os.path.realpath(output) + os.sep) or path.is_dir() or path.suffix.lower() != ".zip":
        raise SiteError([Problem(Place(to), "zip-plaats", "een zip hoort buiten de uitvoermap, met een naam die op .zip eindigt.", "Bijvoorbeeld naar: website.zip")])
