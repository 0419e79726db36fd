"""From target to delivered: connects, packs under the caller's lock, delivers, leaves."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.deliver import archive, parcel, sending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sitegen.deliver.parcel import Delivered
    from sitegen.deliver.target import Target


@dataclass(frozen=True, slots=True)
class Order:
    """What to deliver: the site's folders, and `verified`, which gives each placed path with the fingerprint of its bytes.

    `locked` gives the lock that keeps builders away while the files are read. `told` gets progress, in Dutch.
    """

    root: Path
    output: Path
    private: Path
    verified: Callable[[], Mapping[str, bytes]]
    locked: Callable[[], AbstractContextManager[object]] = nullcontext
    told: Callable[[str], None] = print
    take_over: bool = False
    trial: bool = False


def deliver(target: Target, order: Order) -> Delivered:
    """Bring the verified site to `target`. Raises SiteError; then what was withdrawn is gone, or the message says so."""
    if target.kind == "zip":
        return _zip(target, order)
    if target.kind == "git":
        return _git(target, order)
    host = _host(target)
    try:
        there = sending.known(host, target.to, take_over=order.take_over)
        packed = _packed(target, order, there)
        try:
            return sending.deliver(packed, host, there, parcel.book_of(target, order.private), order.told, trial=order.trial)
        finally:
            parcel.discard(packed)
    finally:
        with suppress(OSError, EOFError):
            host.close()


def _host(target: Target) -> sending.Host:
    if target.kind == "sftp":
        from sitegen.deliver.sftp import connect

        return connect(target)
    from sitegen.deliver.rsync import Rsync

    return Rsync(target)


def _git(target: Target, order: Order) -> Delivered:
    from sitegen.deliver.git import Branch

    branch = Branch(target)
    try:
        there = branch.known(take_over=order.take_over)
        packed = _packed(target, order, {})
        try:
            return branch.deliver(packed, there, parcel.book_of(target, order.private), order.told, trial=order.trial)
        finally:
            parcel.discard(packed)
    finally:
        branch.close()


def _zip(target: Target, order: Order) -> Delivered:
    packed = _packed(target, order, {})
    try:
        return archive.deliver(packed, order.root, order.output, parcel.book_of(target, order.private), trial=order.trial)
    finally:
        parcel.discard(packed)


def _packed(target: Target, order: Order, known: Mapping[str, str]) -> parcel.Parcel:
    with order.locked():
        return parcel.pack(order.output, order.verified(), target, order.private, known)
