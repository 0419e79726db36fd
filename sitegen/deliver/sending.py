"""The order of delivery: write down, remove, look that it is gone, send, write down.

Cut off at any moment, the host has no withdrawn file that sitegen doesn't know of, and the next time finishes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sitegen import dutch
from sitegen.deliver import parcel as parcels
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sitegen.deliver.parcel import Book, Delivered, Parcel


class Host(Protocol):
    """A folder somewhere else. Every path is relative to it. Each method raises SiteError when the host refuses."""

    def anything(self) -> bool:
        """Whether anything is in the folder."""

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of `paths` that are there."""

    def fetch(self, path: str) -> bytes | None:
        """A file's bytes, or None."""

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""

    def send(self, parcel: Parcel, paths: Sequence[str]) -> None:
        """Put the parcel's copies of `paths` there in this order, each whole or not at all."""

    def write(self, path: str, data: bytes) -> None:
        """Put one small file there."""

    def close(self) -> None:
        """Leave."""


def known(host: Host, to: str, *, take_over: bool = False) -> dict[str, str]:
    """Give what the host says sitegen put there: path → SHA-256, UNSURE for what may not have arrived.

    Raises SiteError for a folder with files and without our list, unless `take_over`.
    """
    data = host.fetch(parcels.LIST)
    if data is None and not take_over and host.anything():
        raise SiteError([Problem(Place(to), "publiceren-vreemd", "in die map staan al bestanden die niet van sitegen zijn.", "Is dit echt de map van de website? Publiceer dan één keer met --overnemen; andere bestanden blijven staan, gelijknamige worden vervangen.")])
    return parcels.from_list(data or b"")


def deliver(parcel: Parcel, host: Host, there: Mapping[str, str], book: Book, told: Callable[[str], None], *, trial: bool = False) -> Delivered:
    """Make the host hold what the parcel wants; files that sitegen didn't put there stay.

    `there` is what `known` gave. `trial`: only say what would happen. Raises SiteError.
    """
    gone = tuple(sorted(host.present(({*there, *book.read()}) - parcel.wanted.keys())))
    result = parcels.Delivered(parcel.changed, gone)
    if trial:
        return result
    if parcel.changed or gone or there != parcel.wanted:
        host.write(parcels.LIST, parcels.list_bytes({**there, **dict.fromkeys((*gone, *parcel.changed), parcels.UNSURE)}))
        book.write({**book.read(), **parcel.wanted})
    if gone:
        told(f"{dutch.amount(len(gone), 'bestand', 'bestanden')} verwijderen …")
        host.remove(gone)
        left = sorted(host.present(gone))
        if left:
            raise SiteError([Problem(Place(parcel.target.to), "publiceren-blijft", f"{dutch.amount(len(left), 'bestand is', 'bestanden zijn')} niet van de host te verwijderen, waaronder {left[0]}.", "Verwijder dit zelf bij uw host en publiceer opnieuw.")])
    if parcel.changed:
        told(f"{dutch.amount(len(parcel.changed), 'bestand', 'bestanden')} versturen …")
        host.send(parcel, parcel.changed)
    if parcel.changed or gone or there != parcel.wanted:
        host.write(parcels.LIST, parcels.list_bytes(parcel.wanted))
    book.write(parcel.wanted)
    return result
