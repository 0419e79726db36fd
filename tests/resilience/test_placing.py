"""Placing is all or nothing: stopped at any rename or removal, then finished or taken back, also when that meets a fault."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from sitegen import publish
from tests.building import snapshot
from tests.resilience.counting import Loop

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"index.html": b"old", "blijft.html": b"same", "weg/index.html": b"withdrawn", "map": b"a page that becomes a folder", "diep/er/index.html": b"a folder that becomes a page"}
NEW = {"index.html": b"new", "blijft.html": b"same", "map/index.html": b"in its folder", "diep": b"a page", "erbij/index.html": b"added"}
CHANGING = ("replace", "unlink", "rmdir", "mkdir", "makedirs")


class StoppedError(BaseException):
    """As if the program had been killed: nothing in the program catches it."""


def _strike(armed: pytest.MonkeyPatch, output: Path, at: int, error: BaseException) -> list[int]:
    """Raise at the n-th call that changes the output; gives how many calls there were."""
    count = [0]

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def faulty(*paths: Any, **more: Any) -> Any:
            if any(os.fspath(path).startswith(str(output)) for path in paths if isinstance(path, str | os.PathLike)) and not more.get("dir_fd"):
                count[0] += 1
                if count[0] == at:
                    raise error
            return real(*paths, **more)

        armed.setattr(os, name, faulty)

    for name in CHANGING:
        wrap(name)
    return count


def _place(private: Path, output: Path, files: dict[str, bytes]) -> None:
    with publish.stage(private) as staged:
        written = [path for path, data in files.items() if not (output / path).is_file() or (output / path).read_bytes() != data]
        for path in written:
            publish.write(staged, path, files[path])
        publish.place(staged, output, written, files)


def _site(folder: Path) -> tuple[Path, Path]:
    shutil.rmtree(folder, ignore_errors=True)
    private, output = folder / ".sitegen", folder / "public"
    _place(private, output, OLD)
    (output / "vreemd.txt").write_bytes(b"a stranger's")
    return private, output


def _stands(output: Path) -> dict[str, bytes]:
    files = snapshot(output)
    assert files.pop("vreemd.txt") == b"a stranger's"
    listed = files.pop(publish.LIST).decode().split()
    assert sorted(listed) == sorted(files)
    return files


def test_an_error_at_any_change_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = Loop(3, "placings stopped by an error, the old site back")
    for at in range(1, 100):
        private, output = _site(tmp_path / "site")
        before = snapshot(output)
        with monkeypatch.context() as armed:
            count = _strike(armed, output, at, OSError(errno.EIO, "no"))
            try:
                _place(private, output, NEW)
            except OSError:
                loop.count(snapshot(output) == before and not publish.unfinished(private) and not list(private.glob("klaar-*")), f"change {at}")
            else:
                # A folder that could not be emptied away is no fault of the site.
                loop.count(_stands(output) == NEW, f"change {at}")
        if count[0] < at:
            break
    loop.end()


def test_a_crash_at_any_change_is_finished_by_the_next_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = Loop(1, "placings killed halfway, finished or taken back in spite of a fault on the way")
    for at in range(1, 100):
        for second in (0, 1, 3, 6):
            private, output = _site(tmp_path / "site")
            with monkeypatch.context() as armed:
                count = _strike(armed, output, at, StoppedError())
                with suppress(StoppedError):
                    _place(private, output, NEW)
            fault: OSError | None = None
            with monkeypatch.context() as armed:
                _strike(armed, output, second, OSError(errno.ENOSPC, "full"))
                try:
                    publish.recover(private)
                except OSError as error:
                    fault = error
            told = publish.unfinished(private)
            publish.recover(private)
            loop.count(_stands(output) in (OLD, NEW) and (fault is not None or not told) and not list(private.glob("klaar-*")), f"change {at}, then {second}")
        if count[0] < at:
            break
    loop.end()


def test_a_plan_that_the_power_took_is_left_to_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private, output = _site(tmp_path / "site")
    with monkeypatch.context() as armed, pytest.raises(StoppedError):
        _strike(armed, output, 4, StoppedError())
        _place(private, output, NEW)
    next(private.glob("klaar-*/plan")).write_bytes(b"")
    publish.recover(private)
    _place(private, output, NEW)
    assert _stands(output) == NEW
